"""An entry for a date, in whatever words."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from dateutil.relativedelta import relativedelta
from textual.binding import BindingType
from textual.events import Key

from edi_tui.domain.dates import read_date
from edi_tui.domain.due import format_date
from edi_tui.domain.words import Precision
from edi_tui.tui.forms.line_entry import FieldEntry
from edi_tui.tui.keys.forms import DATE


class DateEntry(FieldEntry):
    """Takes every date that an import takes, and steps from the one that stands there."""

    BINDINGS: ClassVar[list[BindingType]] = [*DATE]
    _before_t: str | None = None

    def __init__(self, words: str, today: date) -> None:
        """Begin with words.

        Args:
            words: What stands there to begin with.
            today: The day that `t` stands for, and that a missing year counts from.
        """
        super().__init__(words)
        self._today = today

    @property
    def day(self) -> date | None:
        """The day that stands here, as far as it can be read."""
        return read_date(self.value, document=self._today).due.on

    @day.setter
    def day(self, day: date) -> None:
        self.value = format_date(day)
        self.cursor_position = len(self.value)

    def action_step(self, days: int, months: int) -> None:
        """Go some days or months on; an empty entry begins with today."""
        day = self.day
        if day is None and self.value.strip():
            return
        step = relativedelta(days=days, months=months)
        self.day = day + step if day else self._today

    def on_key(self, event: Key) -> None:
        """Put today where `t` is typed alone, or after a whole date; in a word it is a letter."""
        before, self._before_t = self._before_t, None
        letter = event.character or ""
        if letter.lower() == "t" and before is None and self._takes_today():
            self._before_t = self.value
            self.day = self._today
            event.stop()
            event.prevent_default()
        elif before is not None and (event.is_printable or event.key == "backspace"):
            self.value = f"{before}t"
            self.cursor_position = len(self.value)

    def _takes_today(self) -> bool:
        due = read_date(self.value, document=self._today).due
        return not self.value.strip() or due.precision is Precision.DAY

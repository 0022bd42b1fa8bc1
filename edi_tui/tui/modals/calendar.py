"""A month to choose a day from."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import ClassVar

from dateutil.relativedelta import relativedelta
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from edi_tui.domain.due import format_date
from edi_tui.domain.quarters import Quarter
from edi_tui.tui.keys.forms import CALENDAR
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

_YEARS = range(1900, 2100)
"""Years that dates are read in."""
# Not strftime, which would follow the locale.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Month(Widget, can_focus=True):
    """The month of a day, a week a line, Monday first."""

    DEFAULT_CSS = "Month { width: 28; height: 7; }"
    day: reactive[date] = reactive(date.min)
    """The day under the cursor."""

    def __init__(self, day: date, today: date) -> None:
        """Begin at a day.

        Args:
            day: The day under the cursor.
            today: The day that is marked.
        """
        super().__init__()
        self.set_reactive(Month.day, day)
        self._today = today

    def render(self) -> Text:
        """Draw the days, the one under the cursor reversed and today underlined."""
        lines = [Text(" Mo  Tu  We  Th  Fr  Sa  Su ", "dim")]
        for week in calendar.Calendar().monthdatescalendar(self.day.year, self.day.month):
            lines.append(Text().join(self._cell(day) for day in week))
        return Text("\n").join(lines)

    def _cell(self, day: date) -> Text:
        here = day == self.day
        style = Style(
            reverse=here,
            bold=here,
            underline=day == self._today,
            dim=day.month != self.day.month,
            meta={"day": day.toordinal()},
        )
        return Text(f"[{day.day:2d}]" if here else f" {day.day:2d} ", style)


class Calendar(Dialog[date | None]):
    """Asks for a day."""

    DEFAULT_CSS = """
    Calendar {
        #dialog { width: 36; padding: 0 3; }
        #told { height: 1; color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*CALENDAR]
    AUTO_FOCUS = "Month"

    def __init__(self, day: date, today: date) -> None:
        """Begin at a day.

        Args:
            day: The day under the cursor.
            today: The register's day.
        """
        super().__init__()
        self._day, self._today = day, today

    def compose(self) -> ComposeResult:
        """Lay the month over what the day is called."""
        with Vertical(id="dialog"):
            yield Month(self._day, self._today)
            yield Static("", id="told")
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the month and the day."""
        self._go(self._day)

    @property
    def month(self) -> Month:
        """The month that is shown."""
        return self.query_one(Month)

    def _go(self, day: date) -> None:
        self.month.day = day
        written = format_date(day)
        month = written.partition(" ")[2]
        self.query_one("#dialog").border_title = plain(month)
        told = f"{_DAYS[day.weekday()]} {written} · {Quarter.containing(day)}"
        self.query_one("#told", Static).update(plain(told))

    def action_move(self, days: int, months: int) -> None:
        """Go some days or months on, within the years that dates are read in."""
        day = self.month.day + timedelta(days=days) + relativedelta(months=months)
        if day.year in _YEARS:
            self._go(day)

    def action_today(self) -> None:
        """Go to today."""
        self._go(self._today)

    def action_take(self) -> None:
        """Hand the day under the cursor over."""
        self.dismiss(self.month.day)

    def action_cancel(self) -> None:
        """Leave the date as it is."""
        self.dismiss(None)

    def on_click(self, event: Click) -> None:
        """Go to the day that is clicked, and take it where it is clicked again."""
        clicked = event.style.meta.get("day")
        if clicked is None:
            return
        day = date.fromordinal(clicked)
        if day == self.month.day:
            self.action_take()
        else:
            self._go(day)

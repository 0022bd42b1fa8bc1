"""A table of records some of which can be marked, for one verb to act on all of them."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from edi_tui.tui.keys.rows import MARKING
from edi_tui.tui.widgets.record_table import Filling, RecordTable
from edi_tui.tui.widgets.virtual_table import GUTTER

MARKED = "●"
"""What stands before a record that is marked."""


class MarkingTable(RecordTable):
    """Lists records, and keeps those that were marked while the list is filtered."""

    BINDINGS: ClassVar[list[BindingType]] = [*MARKING]

    class Marked(Message):
        """Other records are marked than before."""

    def __init__(self) -> None:
        """Make an empty table."""
        super().__init__()
        self._marks: dict[str, None] = {}
        self._begun: int | None = None

    @property
    def marked(self) -> list[str]:
        """The references of the marked records, those of a range that is being drawn too."""
        drawn = (self.ref_at(place) for place in self._range())
        return list(self._marks | dict.fromkeys(drawn))

    @property
    def ranging(self) -> bool:
        """Whether a range is being drawn."""
        return self._begun is not None

    def mark(self, place: int) -> str:
        """Return the sign of a marked row."""
        return MARKED * (self.ref_at(place) in self._marks or place in self._range())

    def show(self, filling: Filling, *, select: str = "") -> None:
        """Fill the table; marks go with the kind of record that they were set on.

        A range that is being drawn ends as it stands, since its rows may be others now.
        """
        kept = self.marked if filling.kind is self.filling.kind else ()
        self._marks = dict.fromkeys(kept)
        self._begun = None
        super().show(filling, select=select)

    def unmark(self) -> bool:
        """Take the marks away, a range that is being drawn first; False where there are none."""
        if self._begun is not None:
            self._begun = None
        elif self._marks:
            self._marks.clear()
        else:
            return False
        self._changed()
        return True

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the range as far as the cursor has come."""
        super().watch_cursor(before, now)
        if self._begun is not None:
            self._changed()

    def on_click(self, event: events.Click) -> None:
        """Mark the row before which the mouse is clicked."""
        place = self.place_at(event)
        at = event.get_content_offset(self)
        if place >= 0 and at is not None and at.x < GUTTER:
            self._toggle(place)
            event.prevent_default()

    def action_mark(self) -> None:
        """Mark the record under the cursor, or unmark it, and go to the next."""
        if self.row_count:
            self._toggle(self.cursor)
            self.action_cursor_down()

    def action_range(self) -> None:
        """Begin a range at the cursor, or mark all from there to here."""
        if self._begun is None:
            self._begun = self.cursor if self.row_count else None
        else:
            self._marks |= dict.fromkeys(map(self.ref_at, self._range()))
            self._begun = None
        self._changed()

    def action_mark_all(self) -> None:
        """Mark every record that is listed; where all are, none."""
        refs = dict.fromkeys(map(self.ref_at, range(self.row_count)))
        if refs.keys() <= self._marks.keys():
            self._marks = {ref: None for ref in self._marks if ref not in refs}
        else:
            self._marks |= refs
        self._changed()

    def _toggle(self, place: int) -> None:
        ref = self.ref_at(place)
        if ref in self._marks:
            del self._marks[ref]
        else:
            self._marks[ref] = None
        self._changed()

    def _range(self) -> range:
        if self._begun is None:
            return range(0)
        return range(min(self._begun, self.cursor), max(self._begun, self.cursor) + 1)

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.Marked())

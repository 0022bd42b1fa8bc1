"""A table of text that shares its width out sensibly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widgets import DataTable

from edi_tui.domain.column import Column
from edi_tui.tui import bindings
from edi_tui.tui.text import cell

_GAP = 2
"""Blank characters after each column."""
_COMFORTABLE = 18
_LEAST = 8
"""Characters that a column of prose should have, and those it always gets."""

Line = tuple[str, Sequence[Text]]
"""A row: its key, and one text for each column."""


class ListTable(DataTable[Text]):
    """Rows of text; columns of width 0 share what the others leave over."""

    DEFAULT_CSS = """
    ListTable {
        height: 1fr;
        padding: 0 0 0 1;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        &, &:focus { background: $surface; background-tint: transparent; }
        & > .datatable--header { background: $surface; color: $text-muted; text-style: none; }
        & > .datatable--cursor { background: $primary-muted; color: $text; text-style: none; }
        &:focus > .datatable--cursor { background: $primary-muted; text-style: bold; }
        & > .datatable--hover { background: $boost; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.TABLE]

    def __init__(self) -> None:
        """Make an empty table."""
        super().__init__(cursor_type="row", cell_padding=0)
        self._wanted: Sequence[Column] = ()
        self._lines: Sequence[Line] = ()

    @property
    def current_key(self) -> str:
        """The key of the row under the cursor, empty where there is none."""
        return self._lines[self.cursor_row][0] if self.cursor_row < len(self._lines) else ""

    def fill(self, wanted: Sequence[Column], lines: Sequence[Line], *, select: str) -> None:
        """Show rows, with the cursor on the one with a key, or on the first.

        Args:
            wanted: The columns, which a narrow screen may not show all of.
            lines: The rows, a text for each of the columns.
            select: The key of the row for the cursor.
        """
        self._wanted, self._lines = wanted, lines
        self._draw()
        keys = [key for key, _ in lines]
        self.move_cursor(row=keys.index(select) if select in keys else 0, animate=False)

    def on_resize(self) -> None:
        """Share the new width out."""
        place = self.cursor_row
        self._draw()
        self.move_cursor(row=place, animate=False)

    def action_scroll_home(self) -> None:
        """Move to the first row: the table's own key would look for the first column."""
        self.action_scroll_top()

    def action_scroll_end(self) -> None:
        """Move to the last row."""
        self.action_scroll_bottom()

    def _draw(self) -> None:
        shown = _fitted(self._wanted, self.size.width - 1)
        with self.app.batch_update():
            self.clear(columns=True)
            for place, width in shown:
                column = self._wanted[place]
                heading = _cut(cell(column.heading), width, right=column.right)
                self.add_column(heading, width=width + _GAP)
            for key, texts in self._lines:
                cells = [
                    _cut(texts[place], width, right=self._wanted[place].right)
                    for place, width in shown
                ]
                self.add_row(*cells, key=key)


def _cut(text: Text, width: int, *, right: bool) -> Text:
    """Return a text cut to a width, so that the gap after it stays blank."""
    fitted = text.copy()
    fitted.truncate(width, overflow="ellipsis")
    if right:
        fitted.pad_left(width - fitted.cell_len)
    return fitted


def _fitted(wanted: Sequence[Column], room: int) -> list[tuple[int, int]]:
    """Return the places and widths of the columns that fit into the room."""
    shown = list(range(len(wanted)))
    for place in _spare(wanted):
        if _needed([wanted[index] for index in shown]) <= room:
            break
        shown.remove(place)
    kept = [wanted[place] for place in shown]
    prose = sum(not column.width for column in kept)
    rest = room - sum(column.width + _GAP for column in kept)
    share = max(rest // prose, _LEAST) if prose else 0
    return [(place, wanted[place].width or share) for place in shown]


def _spare(wanted: Sequence[Column]) -> list[int]:
    """Return the columns that a narrow screen does without: the last first, the date after all."""
    sized = [place for place in reversed(range(len(wanted))) if wanted[place].width]
    dates = [place for place in sized if wanted[place].name == "due"]
    kept = ("ref", "due", "status", "code", "matter")
    return [place for place in sized if wanted[place].name not in kept] + dates


def _needed(shown: Sequence[Column]) -> int:
    return sum((column.width or _COMFORTABLE) + _GAP for column in shown)

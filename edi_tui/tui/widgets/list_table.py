"""A table of rows that are all there from the start."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from rich.text import Text

from edi_tui.domain.column import Column
from edi_tui.tui.widgets.virtual_table import VirtualTable

Line = tuple[str, Sequence[Text]]
"""A row: its key, and one text for each column."""


class ListTable(VirtualTable):
    """Rows of text, each with a key."""

    def __init__(self) -> None:
        """Make an empty table."""
        super().__init__()
        self.lines: Sequence[Line] = ()
        """The rows, in order."""
        self._filled = 0

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.lines)

    @property
    def current_key(self) -> str:
        """The key of the row under the cursor, empty where there is none."""
        return self.lines[self.cursor][0] if self.lines else ""

    def texts(self, place: int) -> Sequence[Text]:
        """Return the texts of the columns that there is room for."""
        whole = self.lines[place][1]
        return [whole[self._wanted.index(column)] for column in self.columns]

    def words(self, place: int) -> Hashable:
        """Return the place, and which filling of the table it is a place of."""
        return self._filled, place

    def fill(self, wanted: Sequence[Column], lines: Sequence[Line], *, select: str) -> None:
        """Show rows, with the cursor on the one with a key, or on the first.

        Args:
            wanted: The columns, which a narrow screen may not show all of.
            lines: The rows, a text for each of the columns.
            select: The key of the row for the cursor.
        """
        self.lines = lines
        self._filled += 1
        self.set_columns(wanted)
        keys = [key for key, _ in lines]
        self.redraw(keys.index(select) if select in keys else 0)
        self.post_message(self.Moved())

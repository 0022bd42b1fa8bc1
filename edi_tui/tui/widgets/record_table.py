"""A table of records of any kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text
from textual import on
from textual.message import Message
from textual.widgets import DataTable

from edi_tui.domain import columns
from edi_tui.domain.column import Column
from edi_tui.domain.rows import DeliveryRow, Row
from edi_tui.tui.colours import colours
from edi_tui.tui.status_style import status_style
from edi_tui.tui.text import cell
from edi_tui.tui.widgets.list_table import ListTable

PAGE = 500
"""Most rows that are shown at once; a filter finds the others."""
Told = Mapping[str, Mapping[str, tuple[str, str]]]
"""Words, and the theme's name of their colour or a style, by reference and column."""


class RecordTable(ListTable):
    """Lists rows of one kind and keeps the cursor on the record it was on."""

    class Chosen(Message):
        """The cursor came to a record."""

        def __init__(self, row: Row | None) -> None:
            """Carry the row, or None where the list is empty."""
            super().__init__()
            self.row = row

    def __init__(self) -> None:
        """Make an empty table."""
        super().__init__()
        self._rows: dict[str, Row] = {}

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self._rows.get(self.current_key)

    def show(
        self, wanted: Sequence[Column], rows: Sequence[Row], told: Told, *, select: str = ""
    ) -> None:
        """Fill the table, keeping the cursor where it was or moving it to a record.

        Args:
            wanted: The columns.
            rows: The records.
            told: Words and colours of cells that the rows themselves do not have.
            select: The record that the cursor goes to.
        """
        kept = self.current_key
        self._rows = {row.ref: row for row in rows[:PAGE]}
        lines = [
            (ref, [self._cell(row, column, told.get(ref, {})) for column in wanted])
            for ref, row in self._rows.items()
        ]
        self.fill(wanted, lines, select=select if select in self._rows else kept)
        self.post_message(self.Chosen(self.current))

    def _cell(self, row: Row, column: Column, told: Mapping[str, tuple[str, str]]) -> Text:
        if column.name in told:
            words, variable = told[column.name]
            return cell(words, colours(self.app).get(variable, variable))
        style = ""
        if column.name == "status" and isinstance(row, DeliveryRow):
            style = status_style(self.app, row.computed.status)
        return cell(columns.cell(row, column.name), style)

    @on(DataTable.RowHighlighted)
    def choose(self, event: DataTable.RowHighlighted) -> None:
        """Tell which record the cursor came to."""
        event.stop()
        self.post_message(self.Chosen(self.current))

"""A table of records of any kind."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import on
from textual.message import Message
from textual.widgets import DataTable

from edi_tui.domain import columns
from edi_tui.domain.columns import Column
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import DeliveryRow, Row
from edi_tui.domain.words import Status
from edi_tui.tui.text import cell

PAGE = 500
"""Most rows that are shown at once; a filter finds the others."""
_MARGIN = 2
_NARROWEST = 16

STATUS_STYLE = {"G": "text-success", "A": "text-warning", "R": "text-error", "B": "text-primary"}
"""Theme variable by status letter; the words stand beside it always."""


class RecordTable(DataTable[Text]):
    """Lists rows of one kind and keeps the cursor on the record it was on."""

    DEFAULT_CSS = """
    RecordTable { height: 1fr; background: $surface; }
    """

    class Chosen(Message):
        """The cursor came to a record."""

        def __init__(self, row: Row | None) -> None:
            """Carry the row, or None where the list is empty."""
            super().__init__()
            self.row = row

    def __init__(self) -> None:
        """Make an empty table."""
        super().__init__(cursor_type="row", zebra_stripes=False, cell_padding=1)
        self._kind: Kind | None = None
        self._rows: dict[str, Row] = {}

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        refs = list(self._rows)
        return self._rows[refs[self.cursor_row]] if self.cursor_row < len(refs) else None

    def show(self, kind: Kind, rows: Sequence[Row], *, select: str = "") -> None:
        """Fill the table, keeping the cursor where it was or moving it to a record."""
        kept = select or (self.current.ref if self.current and kind is self._kind else "")
        self._kind = kind
        self._rows = {row.ref: row for row in rows[:PAGE]}
        self._draw()
        refs = list(self._rows)
        self.move_cursor(row=refs.index(kept) if kept in refs else 0, animate=False)
        self.post_message(self.Chosen(self.current))

    def on_resize(self) -> None:
        """Give the prose column what is left of the new width."""
        if self._kind is not None and self.columns:
            place = self.cursor_row
            self._draw()
            self.move_cursor(row=place, animate=False)

    def _draw(self) -> None:
        assert self._kind is not None
        shown, widths = self._fitted(columns.COLUMNS[self._kind])
        with self.app.batch_update():
            self.clear(columns=True)
            for column, width in zip(shown, widths, strict=True):
                self.add_column(cell(column.heading, right=column.right), width=width)
            for row in self._rows.values():
                self.add_row(*(self._cell(row, column) for column in shown), key=row.ref)

    def _fitted(self, wanted: Sequence[Column]) -> tuple[list[Column], list[int]]:
        """Return the columns that fit, the last ones left out first, and their widths."""
        room = max(self.size.width - 1, _NARROWEST)
        shown = list(wanted)
        for spare in [column for column in reversed(wanted) if _may_go(column)]:
            if _needed(shown) <= room:
                break
            shown.remove(spare)
        rest = room - sum(column.width + _MARGIN for column in shown if column.width) - _MARGIN
        return shown, [column.width or max(rest, _NARROWEST) for column in shown]

    def _cell(self, row: Row, column: Column) -> Text:
        style = ""
        if column.name == "status" and isinstance(row, DeliveryRow):
            style = self.status_style(row.computed.status)
        return cell(columns.cell(row, column.name), style, right=column.right)

    def status_style(self, status: Status) -> str:
        """Return the colour of a status in this theme."""
        variable = STATUS_STYLE.get(status.letter, "")
        return self.app.theme_variables.get(variable, "")

    @on(DataTable.RowHighlighted)
    def choose(self, event: DataTable.RowHighlighted) -> None:
        """Tell which record the cursor came to."""
        event.stop()
        self.post_message(self.Chosen(self.current))


def _may_go(column: Column) -> bool:
    return bool(column.width) and column.name not in ("ref", "due", "status", "code")


def _needed(shown: Sequence[Column]) -> int:
    return sum((column.width or 2 * _NARROWEST) + _MARGIN for column in shown)

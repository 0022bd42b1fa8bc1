"""The reader of the tables in a Word document."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError, XMLParser
from zipfile import ZipFile

from edi_tui.imports.cells import TextCells
from edi_tui.imports.gate import ARCHIVE_FAULTS, MAX_CELLS, damaged, too_many_cells, word_part
from edi_tui.imports.grid import Cell, Row, Table
from edi_tui.imports.word_text import WordText

if TYPE_CHECKING:
    from typing import IO

    from edi_tui.domain.findings import Finding
    from edi_tui.imports.word_text import Attributes

MAX_COLUMNS = 1_000
"""Columns of a table's grid; Word itself stops at 63."""

_CHUNK = 65_536
_BLANK = Cell()


def read_word(data: bytes, file: str) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """Return the tables of a Word document's body, those within cells as lines of the cell.

    Tracked deletions are left out and insertions kept. A cell that is merged across columns
    or rows has its text once, at its start; tables in text boxes and headers do not count.

    Raises:
        FileRefusedError: The document is damaged, or built to do harm.
    """
    document = _Tables(file)
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open(word_part(archive) or "") as part:
            _parse(part, document)
    except (ParseError, *ARCHIVE_FAULTS) as error:
        raise damaged(file) from error
    return tuple(document.tables), ()


def _parse(part: IO[bytes], document: _Tables) -> None:
    parser = XMLParser(target=document)
    while chunk := part.read(_CHUNK):
        parser.feed(chunk)
    parser.close()


class _Tables(WordText):
    """The text of a document, sorted into the cells of its outermost tables."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.tables: list[Table] = []
        self._depth = 0
        self._rows: list[Row] = []
        self._cells: list[Cell] = []
        self._cell_count = 0
        self._deleted = False
        self._span = 1
        self._continued = False
        self._known = TextCells()
        self.openers |= {
            "tbl": self._open_table,
            "tr": self._open_row,
            "del": self._open_deletion,
            "gridBefore": self._skip_columns,
            "tc": self._open_cell,
            "gridSpan": self._widen,
            "vMerge": self._merge,
            "txbxContent": self._open_text_box,
        }
        self.closers |= {
            "tbl": self._close_table,
            "tr": self._close_row,
            "tc": self._close_cell,
        }

    def _open_table(self, _attributes: Attributes) -> None:
        self._depth += 1
        if self._depth == 1:
            self._rows = []

    def _close_table(self) -> None:
        self._depth -= 1
        if not self._depth:
            where = f"table {len(self.tables) + 1}"
            self.tables.append(Table(where, tuple(self._rows), paged=True))

    def _open_row(self, _attributes: Attributes) -> None:
        if self._depth == 1:
            self._cells, self._deleted = [], False

    def _open_deletion(self, attributes: Attributes) -> None:
        if self._depth == 1 and self.path[-2] == "trPr":
            self._deleted = True
        self.leave_out(attributes)

    def _close_row(self) -> None:
        if self._depth == 1 and not self._deleted:
            self._rows.append(Row(len(self._rows) + 1, tuple(self._cells)))
            self._cell_count += len(self._cells)
            if self._cell_count > MAX_CELLS:
                raise too_many_cells(self.file)

    def _skip_columns(self, attributes: Attributes) -> None:
        if self._depth == 1:
            self._cells.extend([_BLANK] * self._columns(attributes, least=0))

    def _open_cell(self, _attributes: Attributes) -> None:
        if self._depth == 1:
            self.listening, self.pieces = True, []
            self._span, self._continued = 1, False

    def _close_cell(self) -> None:
        if self._depth == 1:
            self.listening = False
            text = "" if self._continued else "".join(self.pieces)
            self._cells.extend([self._known[text], *[_BLANK] * (self._span - 1)])
            if len(self._cells) > MAX_COLUMNS:
                raise too_many_cells(self.file)

    def _widen(self, attributes: Attributes) -> None:
        if self._depth == 1:
            self._span = self._columns(attributes, least=1)

    def _merge(self, attributes: Attributes) -> None:
        if self._depth == 1:
            self._continued = self.value(attributes) != "restart"

    def _columns(self, attributes: Attributes, *, least: int) -> int:
        value = self.value(attributes)
        columns = int(value[:5]) if value.isdecimal() else least
        return min(max(columns, least), MAX_COLUMNS)

    def _open_text_box(self, attributes: Attributes) -> None:
        if not self._depth:
            self.leave_out(attributes)

"""The rows of tables put in order: which are read, which continue another, which are skipped."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import folded
from edi_tui.imports.grid import Cell, Row
from edi_tui.imports.header import MAIN
from edi_tui.imports.tables import NamedTable

Cells = tuple[Cell, ...]

_OPENING: dict[Kind, frozenset[str]] = {
    Kind.ACTION: frozenset({"due", "lead", "status"}),
    Kind.OBJECTIVE: frozenset({"due", "owner", "status"}),
}
"""Fields of which the first part of a row that a page break split has one at least."""


@dataclass(frozen=True, slots=True)
class Part:
    """One row as it stands in the file."""

    table: NamedTable
    where: str
    cells: Cells

    @property
    def texts(self) -> dict[str, str]:
        """Its text by heading."""
        return self.table.texts(self.cells)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a plan, with the rows that continue it."""

    parts: tuple[Part, ...]
    skipped: bool = False
    """Whether it is blank, a banner or a row of headings."""
    banner: bool = False
    """Whether it is a heading over the rows below it."""

    @property
    def table(self) -> NamedTable:
        """The table that it begins in."""
        return self.parts[0].table

    @property
    def where(self) -> str:
        """Where it begins."""
        return self.parts[0].where

    @property
    def cells(self) -> Cells:
        """Its cells, each with what continues it."""
        first, *others = (part.cells for part in self.parts)
        for cells in others:
            first = tuple(map(_joined, first, cells))
        return first


def entries(tables: Sequence[NamedTable], kind: Kind) -> list[Entry]:
    """Return the rows of a file in order, those that a page break split as one.

    A row continues the one above where its due date, lead and status are blank and its main
    cell is blank or begins with a lower-case letter, in tables that may have been split over
    pages and right after repeated headings.
    """
    found: list[Entry] = []
    for table in tables:
        sorter = _Sorter(table, kind, found, first=table is tables[0])
        for at, part in enumerate(_parts(table)):
            sorter.take(at, part)
    return found


class _Sorter:
    """Sorts the rows of one table; `found` holds those of the tables before it."""

    def __init__(self, table: NamedTable, kind: Kind, found: list[Entry], *, first: bool) -> None:
        self._table, self._kind, self._found = table, kind, found
        self._first = first
        self._split = table.top is None
        self._sparse = _mostly_first_cells(table)
        self._starts_with_main = any(table.columns.get(0) in needed for needed in MAIN[kind])
        self._above = _last_read(found) if table.paged else None

    def take(self, at: int, part: Part) -> None:
        top = self._table.top
        if top is not None and at < top:
            self._add(part, skipped=True)
        elif at == top:
            self._head(part, counted=self._table.paged and not self._first)
        elif top is not None and _same_words(part.cells, self._table.rows[top]):
            self._head(part, counted=True)
        elif not any(cell.text for cell in part.cells):
            self._add(part, skipped=True)
        elif self._above is not None and self._continues(part.cells, self._found[self._above]):
            self._join(self._above, part)
        elif self._is_banner(part.cells):
            self._above = None
            self._add(part, skipped=True, banner=True)
        else:
            self._above = len(self._found)
            self._add(part)

    def _head(self, part: Part, *, counted: bool) -> None:
        self._split = True
        if counted:
            self._add(part, skipped=True)

    def _add(self, part: Part, *, skipped: bool = False, banner: bool = False) -> None:
        self._found.append(Entry((part,), skipped, banner))
        self._split = self._split and skipped

    def _join(self, above: int, part: Part) -> None:
        entry = self._found[above]
        self._found[above] = dataclasses.replace(entry, parts=(*entry.parts, part))
        self._split = False

    def _continues(self, cells: Cells, above: Entry) -> bool:
        opening = _OPENING.get(self._kind)
        fields = self._table.fields(cells)
        if opening is None or _layout(above.table) != _layout(self._table):
            return False
        if not self._split and not (self._table.paged and opening & fields.keys()):
            return False
        if any(fields[name].text for name in (*opening, "ref") if name in fields):
            return False
        (main,) = MAIN[self._kind][0]
        return not fields[main].text or fields[main].text[0].islower()

    def _is_banner(self, cells: Cells) -> bool:
        texts = [cell.text for cell in cells]
        if len(texts) > 1 and all(texts) and len(set(texts)) == 1:
            return True
        if not texts[0] or any(texts[1:]) or self._sparse:
            return False
        # Where the first column is the main one, few columns leave a real entry alone.
        return len(self._table.columns) > (2 if self._starts_with_main else 1)


def _parts(table: NamedTable) -> Iterator[Part]:
    """Give the rows with their places; the headings of a Word table have no number."""
    number = 0
    for at, row in enumerate(table.rows):
        blanks = len(table.labels) - len(row.cells)
        cells = (*row.cells, *(Cell() for _ in range(blanks)))
        if not table.paged:
            place = f"row {row.number}"
            where = place if table.where == "file" else f"{table.where}, {place}"
            yield Part(table, where, cells)
        elif table.top is not None and at < table.top:
            yield Part(table, f"{table.where}, above the headings", cells)
        elif table.top is not None and _same_words(cells, table.rows[table.top]):
            yield Part(table, f"{table.where}, headings", cells)
        else:
            number += 1
            yield Part(table, f"{table.where}, row {number}", cells)


def _mostly_first_cells(table: NamedTable) -> bool:
    """Tell whether most rows have nothing but a first cell: a list, not a plan with banners."""
    below = 0 if table.top is None else table.top + 1
    texts = [[cell.text for cell in row.cells] for row in table.rows[below:]]
    filled = [row for row in texts if any(row)]
    return 2 * sum(bool(row[0]) and not any(row[1:]) for row in filled) > len(filled)


def _last_read(found: Sequence[Entry]) -> int | None:
    """Return the row that a table on the next page may continue; none after a banner."""
    for at in range(len(found) - 1, -1, -1):
        if not found[at].skipped:
            return at
    return None


def _layout(table: NamedTable) -> object:
    return len(table.labels), table.columns


def _same_words(cells: Sequence[Cell], headings: Row) -> bool:
    words = [folded(cell.text) for cell in cells]
    wanted = [folded(cell.text) for cell in headings.cells]
    wanted += [""] * (len(words) - len(wanted))
    return words == wanted


def _joined(above: Cell, below: Cell) -> Cell:
    if not (above.text and below.text):
        return above if above.text else below
    return Cell(f"{above.text} {below.text}")

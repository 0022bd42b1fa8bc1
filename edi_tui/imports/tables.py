"""The tables of a file with their columns named: what the rows are then read by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.findings import Finding
from edi_tui.domain.text import folded, shortened
from edi_tui.imports.grid import Cell, Grid, Row, Table
from edi_tui.imports.header import Headings, labels_of, likely_headings, without_findings
from edi_tui.imports.heading_findings import ambiguous, left_out, twice, unknown
from edi_tui.imports.read_file import is_strange

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table whose columns have names and fields."""

    where: str
    paged: bool
    rows: tuple[Row, ...]
    top: int | None
    """Which row holds the headings; none where the table continues the one before."""
    labels: tuple[str, ...]
    """Heading of each column, each of them once."""
    columns: Mapping[int, str]
    """Field by column, counted from 0."""

    @property
    def headings(self) -> dict[str, str]:
        """Field by heading."""
        return {self.labels[index]: field for index, field in self.columns.items()}

    @property
    def heading_of(self) -> dict[str, str]:
        """Heading by field."""
        return {field: self.labels[index] for index, field in self.columns.items()}

    def place(self, heading: str) -> int:
        """Return the place of a heading in the row of headings; -1 where it has none."""
        return self.labels.index(heading) if heading in self.labels else -1

    def texts(self, cells: Sequence[Cell]) -> dict[str, str]:
        """Return the text of the cells that say something, by heading."""
        return {self.labels[i]: cell.text for i, cell in enumerate(cells) if cell.text}

    def fields(self, cells: Sequence[Cell]) -> dict[str, Cell]:
        """Return the cells of a row by field; those that it lacks are blank."""
        return {
            field: cells[index] if index < len(cells) else Cell()
            for index, field in self.columns.items()
        }


@dataclass(frozen=True, slots=True)
class NamedTables:
    """The tables of one file that were recognised, and what has to be said about the headings."""

    tables: tuple[NamedTable, ...]
    findings: tuple[Finding, ...]


class AmbiguousHeadingsError(FileRefusedError):
    """Headings that may mean several things, so that a person has to choose."""

    title = "Headings to choose"

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep the findings, one for each heading, with the fields to choose from."""
        super().__init__("Nothing was imported. " + " ".join(one.message for one in findings))
        self.findings = tuple(findings)


def chosen_tables(grid: Grid, only: Sequence[str]) -> Grid:
    """Return the file with only the sheets or tables that were asked for.

    Raises:
        FileRefusedError: The file has none of that name.
    """
    if not only:
        return grid
    names = {folded(name): name for name in only}
    tables = tuple(table for table in grid.tables if folded(_title(table)) in names)
    missing = set(names) - {folded(_title(table)) for table in tables}
    if missing:
        has = ", ".join(f"“{_title(table)}”" for table in grid.tables) or "none"
        said = ", ".join(f"“{names[name]}”" for name in sorted(missing))
        raise FileRefusedError(
            f"{grid.file} has no sheet or table {said}. It has: {has}. Choose one of those."
        )
    return Grid(grid.file, grid.sha256, tables, grid.notices)


def name_tables(grid: Grid, headings: Headings) -> NamedTables:
    """Name the columns of every table of a file whose headings are known.

    A table of a Word file without headings continues the one right before it if it has as many
    columns, since a page break can split a table; any other table without headings is left out.

    Raises:
        AmbiguousHeadingsError: A heading may mean several things.
        FileRefusedError: No table has headings that are known.
    """
    tables: list[NamedTable] = []
    findings: list[Finding] = []
    above: NamedTable | None = None
    for table in grid.tables:
        at = headings.row_in(table)
        if at is not None:
            above, said = _named(without_findings(table, at), at, headings)
            findings += said
        elif above is not None and _width(table) == len(above.labels) and table.paged:
            above = NamedTable(table.where, True, table.rows, None, above.labels, above.columns)
        else:
            above = None
            findings += left_out(table)
        tables += [above] if above else []
    _refuse_ambiguous(findings)
    if not tables:
        raise unrecognised(grid)
    return NamedTables(tuple(tables), tuple(findings))


def unrecognised(grid: Grid) -> FileRefusedError:
    """Return the refusal of a file in which no headings were recognised."""
    if not any(not row.blank for table in grid.tables for row in table.rows):
        return FileRefusedError(
            f"{grid.file} has no table with anything in it: choose a file that holds a plan."
        )
    if is_strange(grid.file):
        return FileRefusedError(
            f"{grid.file} holds no table whose headings are known. Word (.docx), Excel (.xlsx), "
            "OpenDocument (.ods) and CSV files are read."
        )
    found = ", ".join(f"“{shortened(text, 40)}”" for text in likely_headings(grid)[:_SHOWN])
    return FileRefusedError(
        f"{grid.file} has no row of headings that are known; its headings seem to be {found}. "
        "Say what the file holds with --as, such as --as actions, and what a heading means "
        'with --map, such as --map "Heading=text".'
    )


def _named(table: Table, at: int, headings: Headings) -> tuple[NamedTable, list[Finding]]:
    width = _width(table)
    row = table.rows[at]
    match = headings.match(cell.text for cell in row.cells)
    labels = labels_of(row, width)
    named = NamedTable(table.where, table.paged, table.rows, at, labels, match.columns)
    said = [
        unknown(table.where, labels[index], headings.fields)
        for index in match.unknown
        if any(index < len(row.cells) and row.cells[index].text for row in table.rows[at:])
    ]
    texts = [cell.text for cell in row.cells]
    asked = [
        twice(table.where, texts[index])
        if texts.count(texts[index]) > 1
        else ambiguous(table.where, texts[index], choices)
        for index, choices in match.ambiguous.items()
    ]
    return named, [*said, *asked]


def _refuse_ambiguous(findings: Sequence[Finding]) -> None:
    asked = {one.value: one for one in findings if one.rule == "heading-ambiguous"}
    if asked:
        raise AmbiguousHeadingsError(list(asked.values()))


def _title(table: Table) -> str:
    return table.where.partition(" ")[2] or table.where


def _width(table: Table) -> int:
    return max((len(row.cells) for row in table.rows), default=0)

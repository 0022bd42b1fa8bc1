"""The sheets of a paper's workbook, before they take the shape of any format.

The layout follows the Government Analysis Function's checklist for releasing statistics in
spreadsheets: a cover, one real table with unique headings a sheet, the notes; a title in A1 and a
sentence in A2 of each; no merged cells, no blank rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from edi_tui.exports.captions import table_name
from edi_tui.exports.errors import ExportError
from edi_tui.exports.paper import Column, Paper, Table, widths

LARGEST_CELL = 32_767
"""What a spreadsheet's cell can hold, in UTF-16 units."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_NARROWEST = 10
"""Of a column, in characters."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a title, a sentence of what it holds, and its table."""

    name: str
    title: str
    about: str
    table: Table | None
    """None where there are no rows, which the sentence then says."""
    lines: tuple[str, ...] = ()
    """What else is said between the sentence and the table, a row each."""
    leads: bool = False
    """Whether the first cell of each row names a sheet, and leads there."""

    @property
    def first(self) -> int:
        """The row of the table's headings, counted from 0."""
        return 2 + len(self.lines)


def sheets_of(paper: Paper) -> list[Sheet]:
    """Return the sheets of a paper, the cover first.

    Raises:
        ExportError: A text is longer than a cell can hold.
    """
    notes = _notes(paper)
    tables = (*paper.tables, *([notes] if notes.rows else []))
    for table in tables:
        _check(table)
    return [_cover(paper, tables), *map(_sheet, tables)]


def _notes(paper: Paper) -> Table:
    rows = ((section.heading, text) for section in paper.sections for text in section.paragraphs)
    return Table("Notes", (Column("Section"), Column("Note")), tuple(rows), "")


def _check(table: Table) -> None:
    # A character is two units at most, so that few texts need to be counted.
    for row in (row for row in table.rows if max(map(len, row)) > LARGEST_CELL // 2):
        for column, text in zip(table.columns, row, strict=True):
            size = len(text.encode("utf-16-le")) // 2
            if size > LARGEST_CELL:
                raise ExportError(
                    f"{row[0]}: the text under “{column.heading}” has {size:,} characters, and a "
                    f"cell of a spreadsheet holds {LARGEST_CELL:,}. Shorten it, or export to docx "
                    "or html; nothing was written."
                )


def _cover(paper: Paper, tables: tuple[Table, ...]) -> Sheet:
    contents = Table(
        "Contents",
        (Column("Sheet"), Column("Rows", right=True)),
        tuple((table.caption, str(len(table.rows))) for table in tables),
        "",
    )
    about = "Each sheet of this workbook is one table."
    return Sheet("Cover", paper.title, about, contents, paper.subtitles, leads=True)


def _sheet(table: Table) -> Sheet:
    if not table.rows:
        return Sheet(table.caption, table.caption, table.empty, None)
    rows = "1 row" if len(table.rows) == 1 else f"{len(table.rows):,} rows"
    about = f"One table with {rows} and {len(table.columns)} columns."
    return Sheet(table.caption, table.caption, about, table)


def is_number(text: str) -> bool:
    """Tell whether a cell of a column of numbers is kept as one."""
    return _NUMBER.fullmatch(text) is not None


def room_of(table: Table) -> list[int]:
    """Return how wide each column is, in characters."""
    return [max(width, _NARROWEST) for width in widths(table)]


def name_of(table: Table) -> str:
    """Return the name of a table, which has neither spaces nor marks."""
    return table_name(table.caption)

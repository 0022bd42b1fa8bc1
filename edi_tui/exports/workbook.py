"""The sheets of a paper's workbook, before they take the shape of any format.

The layout follows the Government Analysis Function's checklist for releasing statistics in
spreadsheets: a cover, one real table with unique headings a sheet, the notes; a title in A1 and a
sentence in A2 of each; no merged cells, no blank rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from edi_tui.domain.text import shortened
from edi_tui.exports.errors import ExportError
from edi_tui.exports.paper import Column, Paper, Table, widths
from edi_tui.exports.sheet_names import sheet_names, table_name

LARGEST_CELL = 32_767
"""What a spreadsheet's cell can hold, in UTF-16 units."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_NAMED = 60
"""Characters by which a refusal names a row."""
_NARROWEST = 10
"""Of a column, in characters."""
_COVER, _CONTENTS = "Cover", "Contents"
"""The first sheet and its table."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a title, a sentence of what it holds, and its table."""

    name: str
    """Short, and no other sheet's."""
    title: str
    """The whole caption of its table."""
    about: str
    table: Table | None
    """None where there are no rows, which the sentence then says."""
    lines: tuple[str, ...] = ()
    """What else is said between the sentence and the table, a row each."""
    leads: tuple[str, ...] = ()
    """The sheets that the first cells of its rows lead to, if they do."""
    range_name: str = ""
    """What its table is called, without spaces."""

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
    names = sheet_names((table.caption for table in tables), (_COVER, _CONTENTS))
    sheets, cover = list(map(_sheet, tables, names)), _cover(paper, tables, names)
    for sheet in (*sheets, cover):
        _check(sheet)
    return [cover, *sheets]


def _notes(paper: Paper) -> Table:
    rows = ((section.heading, text) for section in paper.sections for text in section.paragraphs)
    return Table("Notes", (Column("Section"), Column("Note")), tuple(rows), "")


def _check(sheet: Sheet) -> None:
    for line in (sheet.title, sheet.about, *sheet.lines):
        _measure(line, f"{sheet.name}: a line above the table")
    rows = sheet.table.rows if sheet.table else ()
    columns = sheet.table.columns if sheet.table else ()
    # A character is two units at most, so that few texts need to be counted.
    for row in (row for row in rows if max(map(len, row)) > LARGEST_CELL // 2):
        for column, text in zip(columns, row, strict=True):
            _measure(text, f"{shortened(row[0], _NAMED)}: the text under “{column.heading}”")


def _measure(text: str, what: str) -> None:
    size = len(text.encode("utf-16-le")) // 2
    if size > LARGEST_CELL:
        raise ExportError(
            f"{what} has {size:,} characters, and a cell of a spreadsheet holds {LARGEST_CELL:,}. "
            "Shorten it, or export to docx or html; nothing was written."
        )


def _cover(paper: Paper, tables: Sequence[Table], names: Sequence[str]) -> Sheet:
    contents = Table(
        _CONTENTS,
        (Column("Sheet"), Column("Rows", right=True)),
        tuple((table.caption, str(len(table.rows))) for table in tables),
        "",
    )
    about = "Each sheet of this workbook is one table."
    return Sheet(
        _COVER, paper.title, about, contents, paper.subtitles, tuple(names), range_name=_CONTENTS
    )


def _sheet(table: Table, name: str) -> Sheet:
    if not table.rows:
        return Sheet(name, table.caption, table.empty, None)
    rows = "1 row" if len(table.rows) == 1 else f"{len(table.rows):,} rows"
    about = f"One table with {rows} and {len(table.columns)} columns."
    return Sheet(name, table.caption, about, table, range_name=table_name(name))


def is_number(text: str) -> bool:
    """Tell whether a cell of a column of numbers is kept as one."""
    return _NUMBER.fullmatch(text) is not None


def room_of(table: Table) -> list[int]:
    """Return how wide each column is, in characters."""
    return [max(width, _NARROWEST) for width in widths(table)]

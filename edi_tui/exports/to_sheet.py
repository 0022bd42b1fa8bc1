"""A paper as an accessible workbook: a cover, one table a sheet, and the notes.

The layout follows the Government Analysis Function's checklist for releasing statistics in
spreadsheets: a title in A1 and a sentence in A2 of each sheet, one real table with unique
headings, no merged cells, no blank rows, wrapped Arial 12.
"""

from __future__ import annotations

import re
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from edi_tui.exports.errors import ExportError
from edi_tui.exports.paper import Column, Paper, Table, widths
from edi_tui.exports.properties import properties

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LARGEST_CELL = 32_767
"""What a spreadsheet's cell can hold, in UTF-16 units."""
_COVER, _NOTES = "Cover", "Notes"
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_FONT = {"font_name": "Arial", "font_size": 12, "font_scheme": "none"}
"""Without `font_scheme` a spreadsheet would take the font of its theme."""
_TITLE_HEIGHT, _LINE_HEIGHT, _TALLEST = 24, 16, 409
"""Of a title's row, of a line, and of the tallest row there can be, in points."""
_NARROWEST = 10
"""Of a column, in characters."""
_FRAGILE = re.compile(r"(?<=_)(?=x[0-9a-fA-F]{4}_)|(?<=\A<)(?=r>.*</r>\Z)", re.DOTALL)
"""Where xlsxwriter would not keep text literal: it takes `<r>...</r>` for XML of its own, and
of two overlapping `_x0041_` it escapes the first alone. In two runs neither is seen."""
_STYLE = "Table Style Light 1"


def to_sheet(paper: Paper) -> bytes:
    """Return the paper as an .xlsx workbook.

    Raises:
        ExportError: A text is longer than a cell can hold.
    """
    notes = _notes(paper)
    sheets = (*paper.tables, *([notes] if notes.rows else []))
    for table in sheets:
        _check(table)
    book = _Book(paper)
    book.add_cover(sheets)
    for table in sheets:
        book.add(table)
    return book.closed()


def _notes(paper: Paper) -> Table:
    rows = ((section.heading, text) for section in paper.sections for text in section.paragraphs)
    return Table(_NOTES, (Column("Section"), Column("Note")), tuple(rows), "")


def _check(table: Table) -> None:
    for row in table.rows:
        for column, text in zip(table.columns, row, strict=True):
            size = len(text.encode("utf-16-le")) // 2
            if size > LARGEST_CELL:
                raise ExportError(
                    f"{row[0]}: the text under “{column.heading}” has {size:,} characters, and a "
                    f"cell of a spreadsheet holds {LARGEST_CELL:,}. Shorten it, or export to docx "
                    "or html; nothing was written."
                )


class _Book:
    """A workbook in memory."""

    def __init__(self, paper: Paper) -> None:
        from xlsxwriter import Workbook

        self._paper = paper
        self._bytes = BytesIO()
        self._book = Workbook(
            self._bytes,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": _FONT,
            },
        )
        made = datetime.combine(paper.dated, time())
        self._book.set_properties({"title": paper.title, "created": made})
        for name, text in properties(paper.manifest):
            self._book.set_custom_property(name, text)
        self._line = self._format()
        self._text = self._format(text_wrap=True)
        self._number = self._format(align="right", indent=1)
        self._heading = self._format(text_wrap=True, bold=True)
        self._number_heading = self._format(text_wrap=True, bold=True, align="right", indent=1)
        self._title = self._format(bold=True, font_size=16)
        self._link = self._format(underline=1, font_color="#005EB8")

    def _format(self, **properties: object) -> Format:
        return self._book.add_format({"valign": "top", **properties})

    def add_cover(self, tables: tuple[Table, ...]) -> None:
        """Write the first sheet: what the workbook is and what is where."""
        contents = Table(
            "Contents",
            (Column("Sheet"), Column("Rows", right=True)),
            tuple((table.caption, str(len(table.rows))) for table in tables),
            "",
        )
        sheet = self._sheet(_COVER, self._paper.title, "Each sheet of this workbook is one table.")
        for number, line in enumerate(self._paper.subtitles, 2):
            self._write(sheet, number, 0, line, self._line)
        first = 2 + len(self._paper.subtitles)
        self._table(sheet, contents, first)
        for number, table in enumerate(tables, first + 1):
            link = f"internal:'{table.caption}'!A1"
            sheet.write_url(number, 0, link, self._link, table.caption)

    def add(self, table: Table) -> None:
        """Write one table on a sheet of its own."""
        if not table.rows:
            self._sheet(table.caption, table.caption, table.empty)
            return
        rows = "1 row" if len(table.rows) == 1 else f"{len(table.rows):,} rows"
        about = f"One table with {rows} and {len(table.columns)} columns."
        self._table(self._sheet(table.caption, table.caption, about), table, 2)

    def _sheet(self, name: str, title: str, about: str) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.set_row(0, _TITLE_HEIGHT)
        self._write(sheet, 0, 0, title, self._title)
        self._write(sheet, 1, 0, about, self._line)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _table(self, sheet: Worksheet, table: Table, first: int) -> None:
        room = [max(width, _NARROWEST) for width in widths(table)]
        for number, row in enumerate(table.rows, first + 1):
            sheet.set_row(number, _height(row, room))
            for place, (column, text) in enumerate(zip(table.columns, row, strict=True)):
                if column.right and _NUMBER.fullmatch(text):
                    sheet.write_number(number, place, float(text), self._number)
                else:
                    self._write(sheet, number, place, text, self._text)
        self._mark(sheet, table, first)
        for place, width in enumerate(room):
            sheet.set_column(place, place, width)

    def _write(self, sheet: Worksheet, row: int, place: int, text: str, style: Format) -> None:
        fragments = _FRAGILE.split(text)
        if len(fragments) == 1:
            sheet.write_string(row, place, text, style)
        else:
            runs = (part for fragment in fragments for part in (style, fragment))
            sheet.write_rich_string(row, place, *runs, style)

    def _mark(self, sheet: Worksheet, table: Table, first: int) -> None:
        """Make a range a real table, so that readers announce its headings."""
        headings = [
            {
                "header": column.heading,
                "header_format": self._number_heading if column.right else self._heading,
            }
            for column in table.columns
        ]
        sheet.add_table(
            first,
            0,
            first + len(table.rows),
            len(table.columns) - 1,
            {
                "name": _name(table.caption),
                "columns": headings,
                "style": _STYLE,
                "autofilter": False,
            },
        )
        sheet.repeat_rows(first)

    def closed(self) -> bytes:
        """Return the finished workbook."""
        self._book.close()
        return self._bytes.getvalue()


def _height(row: tuple[str, ...], room: list[int]) -> int:
    """Return the height of a row in points, since not every program fits it to wrapped text."""
    lines = max(
        sum(len(line) // width + 1 for line in text.split("\n"))
        for text, width in zip(row, room, strict=True)
    )
    return min(lines * _LINE_HEIGHT, _TALLEST)


def _name(caption: str) -> str:
    return "_".join(caption.split())

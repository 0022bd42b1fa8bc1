"""A paper as an accessible .xlsx workbook, in wrapped Arial 12."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, time
from inspect import unwrap
from io import BytesIO
from operator import floordiv
from typing import TYPE_CHECKING

from edi_tui.exports.paper import Column, Paper, Table
from edi_tui.exports.properties import properties
from edi_tui.exports.workbook import Sheet, is_number, room_of, sheets_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FONT = {"font_name": "Arial", "font_size": 12, "font_scheme": "none"}
"""Without `font_scheme` a spreadsheet would take the font of its theme."""
_TITLE_HEIGHT, _LINE_HEIGHT, _TALLEST = 24, 16, 409
"""Of a title's row, of a line, and of the tallest row there can be, in points."""
_FRAGILE = re.compile(r"(?<=_)(?=x[0-9a-fA-F]{4}_)|(?<=\A<)(?=r>.*</r>\Z)", re.DOTALL)
"""Where xlsxwriter would not keep text literal: it takes `<r>...</r>` for XML of its own, and
of two overlapping `_x0041_` it escapes the first alone. In two runs neither is seen."""
_STYLE = "Table Style Light 1"


def to_sheet(paper: Paper) -> bytes:
    """Return the paper as an .xlsx workbook.

    Raises:
        ExportError: A text is longer than a cell can hold.
    """
    sheets = sheets_of(paper)
    book = _Book(paper)
    for sheet in sheets:
        book.add(sheet)
    return book.closed()


class _Book:
    """A workbook in memory."""

    def __init__(self, paper: Paper) -> None:
        from xlsxwriter import Workbook

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

    def add(self, page: Sheet) -> None:
        """Write one sheet."""
        sheet = self._sheet(page)
        if page.table is not None:
            self._table(sheet, page, page.table)
            links = zip(page.leads, page.table.rows, strict=False)
            for number, (name, row) in enumerate(links, page.first + 1):
                sheet.write_url(number, 0, f"internal:'{name}'!A1", self._link, row[0])
                if _may_break(row[0]):
                    self._write(sheet, number, 0, row[0], self._link)

    def _sheet(self, page: Sheet) -> Worksheet:
        sheet = self._book.add_worksheet(page.name)
        sheet.set_row(0, _TITLE_HEIGHT)
        self._write(sheet, 0, 0, page.title, self._title)
        for number, line in enumerate((page.about, *page.lines), 1):
            self._write(sheet, number, 0, line, self._line)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _table(self, sheet: Worksheet, page: Sheet, table: Table) -> None:
        room = room_of(table)
        numbers = any(column.right for column in table.columns)
        # Past the look at each call whether its first argument is a name such as “A1”.
        write, text_style = unwrap(type(sheet).write_string), self._text
        for number, row in enumerate(table.rows, page.first + 1):
            said = "".join(row)
            sheet.set_row(number, _height(row, room, said))
            if numbers or _may_break(said):
                self._row(sheet, number, table.columns, row)
                continue
            # What most rows of long tables are: nothing but plain texts.
            for place, text in enumerate(row):
                write(sheet, number, place, text, text_style)
        self._mark(sheet, page, table)
        for place, width in enumerate(room):
            sheet.set_column(place, place, width)

    def _row(
        self, sheet: Worksheet, number: int, columns: Sequence[Column], row: Sequence[str]
    ) -> None:
        """Write a row that may hold numbers, or texts that xlsxwriter would not keep literal."""
        for place, text in enumerate(row):
            if columns[place].right and is_number(text):
                sheet.write_number(number, place, float(text), self._number)
            else:
                self._write(sheet, number, place, text, self._text)

    def _write(self, sheet: Worksheet, row: int, place: int, text: str, style: Format) -> None:
        fragments = _FRAGILE.split(text) if _may_break(text) else (text,)
        if len(fragments) == 1:
            sheet.write_string(row, place, text, style)
        else:
            runs = (part for fragment in fragments for part in (style, fragment))
            sheet.write_rich_string(row, place, *runs, style)

    def _mark(self, sheet: Worksheet, page: Sheet, table: Table) -> None:
        """Make a range a real table, so that readers announce its headings."""
        headings = [
            {
                "header": column.heading,
                "header_format": self._number_heading if column.right else self._heading,
            }
            for column in table.columns
        ]
        sheet.add_table(
            page.first,
            0,
            page.first + len(table.rows),
            len(table.columns) - 1,
            {
                "name": page.range_name,
                "columns": headings,
                "style": _STYLE,
                "autofilter": False,
            },
        )
        sheet.repeat_rows(page.first)

    def closed(self) -> bytes:
        """Return the finished workbook."""
        self._book.close()
        return self._bytes.getvalue()


def _may_break(text: str) -> bool:
    """Tell whether a text may hold what is `_FRAGILE`; a search of every cell would take time."""
    return "_x" in text or "<r>" in text


def _height(row: tuple[str, ...], room: list[int], said: str) -> int:
    """Return the height of a row in points, since not every program fits it to wrapped text."""
    if "\n" in said:
        lines = max(map(_lines, row, room))
    else:
        lines = max(map(floordiv, map(len, row), room)) + 1
    return min(lines * _LINE_HEIGHT, _TALLEST)


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column, about."""
    return sum(len(line) // width + 1 for line in text.split("\n"))

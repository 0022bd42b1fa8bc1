"""How far the sheets of a workbook reach, found without laying them out.

A file of a few kilobytes can hold one cell in the first row and one in the last, and whoever
lays that out as a grid runs out of memory. So these are counted by looking at the XML alone.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

_REFERENCE = re.compile(rb""" r=["']([A-Za-z]*)(\d{1,9})["']""")
_OPEN_ROW = re.compile(rb"<table:table-row(?=[\s/>])")
_OPEN_CELL = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])([^<>]*)>")
_TIMES_DOWN = re.compile(rb"""number-rows-repeated=["'](\d+)""")
_TIMES_ACROSS = re.compile(rb"""number-columns-repeated=["'](\d+)""")


def cells_spanned(data: bytes) -> int:
    """Return how many cells the sheets of a workbook span, the blank ones between included.

    Takes both .xlsx and .ods files. A sheet counts from its first cell to its last column and
    last row that hold anything.
    """
    with ZipFile(BytesIO(data)) as archive:
        return sum(_part_extent(name, archive) for name in archive.namelist())


def _part_extent(name: str, archive: ZipFile) -> int:
    if name.startswith("xl/worksheets/"):
        return _sheet_extent(archive.read(name))
    if name == "content.xml":
        tables = archive.read(name).split(b"<table:table ")
        return sum(_table_extent(table) for table in tables[1:])
    return 0


def _sheet_extent(xml: bytes) -> int:
    rows = columns = 0
    for row in xml.split(b"row>"):
        filled = row.rfind(b"c>")  # the end of its last cell that holds anything
        reference = _REFERENCE.match(row, row.rfind(b" r=", 0, max(filled, 0)))
        if reference:
            columns = max(columns, _column(reference[1]), 1)
            rows = max(rows, int(reference[2]))
    return rows * columns


def _column(letters: bytes) -> int:
    """Return the number of the column that spreadsheets call by these letters, A being 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _table_extent(xml: bytes) -> int:
    rows = columns = passed = 0
    for row in _OPEN_ROW.split(xml)[1:]:
        passed += _times(_TIMES_DOWN, row.partition(b">")[0])
        width = _filled_width(row)
        rows = passed if width else rows
        columns = max(columns, width)
    return rows * columns


def _filled_width(row: bytes) -> int:
    filled = passed = 0
    for cell in _OPEN_CELL.finditer(row):
        passed += _times(_TIMES_ACROSS, cell[1])
        filled = filled if cell[1].endswith(b"/") else passed
    return filled


def _times(repeated: re.Pattern[bytes], attributes: bytes) -> int:
    found = repeated.search(attributes)
    return int(found[1]) if found else 1

"""A paper as an accessible OpenDocument spreadsheet, in wrapped Arial 12.

Written as text, part by part: OpenDocument 1.2 asks for little, and nothing here is computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import zip_longest
from xml.sax.saxutils import escape, quoteattr

from edi_tui.exports.archive import packed
from edi_tui.exports.paper import Column, Paper, Table
from edi_tui.exports.properties import properties
from edi_tui.exports.workbook import Sheet, is_number, room_of, sheets_of

_MIME = b"application/vnd.oasis.opendocument.spreadsheet"
_SPACES = re.compile("(?:^ | (?= )|\t| $)")
"""Blanks that a reader would not keep as they are; LibreOffice takes a tab out of a cell, so that
the words beside it would run together, unless it is written as a space."""
_DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACE = {
    "office": f"{_OASIS}office:1.0",
    "table": f"{_OASIS}table:1.0",
    "text": f"{_OASIS}text:1.0",
    "style": f"{_OASIS}style:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
_SPACES_OF_NAMES = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _SPACE.items())
_WIDTH = 0.27
"""Of a character of Arial 12, in centimetres."""


def to_ods(paper: Paper) -> bytes:
    """Return the paper as an .ods workbook.

    Raises:
        ExportError: A text is longer than a cell can hold.
    """
    sheets = sheets_of(paper)
    styles = files("edi_tui.exports").joinpath("templates/styles.xml").read_bytes()
    return packed(
        [
            ("mimetype", _MIME),
            ("content.xml", _content(sheets).encode()),
            ("styles.xml", styles),
            ("meta.xml", _meta(paper).encode()),
            ("META-INF/manifest.xml", _manifest().encode()),
        ]
    )


def _content(sheets: list[Sheet]) -> str:
    widths = sorted({width for sheet in sheets if sheet.table for width in room_of(sheet.table)})
    columns = "".join(
        f'<style:style style:name="w{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * _WIDTH:.2f}cm"/>'
        "</style:style>"
        for width in widths
    )
    tables = "".join("".join(_sheet(sheet)) for sheet in sheets)
    ranges = "".join(_range(sheet) for sheet in sheets)
    return (
        f'{_DECLARED}<office:document-content {_SPACES_OF_NAMES} office:version="1.2">'
        f"<office:automatic-styles>{columns}{_PAGED}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}"
        f"<table:database-ranges>{ranges}</table:database-ranges>"
        "</office:spreadsheet></office:body></office:document-content>"
    )


_PAGED = (
    '<style:style style:name="paged" style:family="table" style:master-page-name="Default">'
    '<style:table-properties table:display="true"/></style:style>'
    '<style:style style:name="fitted" style:family="table-row">'
    '<style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
)


def _sheet(sheet: Sheet) -> Iterator[str]:
    """Yield the XML of a sheet."""
    yield f'<table:table table:name={quoteattr(sheet.name)} table:style-name="paged">'
    yield from _columns(sheet.table)
    yield _row([_cell(sheet.title, "Heading_20_1")])
    for line in (sheet.about, *sheet.lines):
        yield _row([_cell(line, "Line")])
    if sheet.table is not None:
        yield from _rows(sheet, sheet.table)
    yield "</table:table>"


def _columns(table: Table | None) -> Iterator[str]:
    if table is None:
        yield "<table:table-column/>"
        return
    for width in room_of(table):
        yield f'<table:table-column table:style-name="w{width}"/>'


def _rows(sheet: Sheet, table: Table) -> Iterator[str]:
    headings = (
        _cell(column.heading, "Number_20_heading" if column.right else "Table_20_heading")
        for column in table.columns
    )
    yield f"<table:table-header-rows>{_row(headings)}</table:table-header-rows>"
    for row, name in zip_longest(table.rows, sheet.leads):
        cells = [_value(*pair) for pair in zip(table.columns, row, strict=True)]
        yield _row([_link(name, row[0]), *cells[1:]] if name else cells)


def _value(column: Column, text: str) -> str:
    if not (column.right and is_number(text)):
        return _cell(text, "Text")
    return (
        f'<table:table-cell table:style-name="Number" office:value-type="float" '
        f'office:value="{text}"><text:p>{text}</text:p></table:table-cell>'
    )


def _link(name: str, text: str) -> str:
    place = quoteattr(f"#'{name}'.A1")
    return (
        '<table:table-cell table:style-name="Link" office:value-type="string"><text:p>'
        f'<text:a xlink:type="simple" xlink:href={place}>{escape(text)}</text:a>'
        "</text:p></table:table-cell>"
    )


def _cell(text: str, style: str) -> str:
    lines = "".join(f"<text:p>{_line(line)}</text:p>" for line in text.split("\n"))
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">{lines}'
        "</table:table-cell>"
    )


def _line(text: str) -> str:
    return _SPACES.sub("<text:s/>", escape(text))


def _row(cells: Iterable[str]) -> str:
    return f'<table:table-row table:style-name="fitted">{"".join(cells)}</table:table-row>'


def _range(sheet: Sheet) -> str:
    """Return what makes a range a real table, by its name."""
    if sheet.table is None:
        return ""
    last, across = sheet.first + len(sheet.table.rows) + 1, len(sheet.table.columns)
    start, end = f"'{sheet.name}'.A{sheet.first + 1}", f"'{sheet.name}'.{_letter(across)}{last}"
    return (
        f'<table:database-range table:name="{escape(sheet.range_name)}" '
        f"table:target-range-address={quoteattr(f'{start}:{end}')} "
        'table:contains-header="true" table:display-filter-buttons="false"/>'
    )


def _letter(number: int) -> str:
    return chr(ord("A") + number - 1)


def _meta(paper: Paper) -> str:
    made = f"{paper.dated.isoformat()}T00:00:00"
    held = "".join(
        f'<meta:user-defined meta:name="{name}" meta:value-type="string">{escape(text)}'
        "</meta:user-defined>"
        for name, text in properties(paper.manifest)
    )
    return (
        f'{_DECLARED}<office:document-meta {_SPACES_OF_NAMES} office:version="1.2"><office:meta>'
        f"<meta:generator>edi-tui</meta:generator><dc:title>{escape(paper.title)}</dc:title>"
        f"<dc:language>en-GB</dc:language><meta:creation-date>{made}</meta:creation-date>"
        f"<dc:date>{made}</dc:date>{held}</office:meta></office:document-meta>"
    )


def _manifest() -> str:
    space = f"{_OASIS}manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (
            ("/", _MIME.decode()),
            *((part, "text/xml") for part in ("content.xml", "styles.xml", "meta.xml")),
        )
    )
    return (
        f'{_DECLARED}<manifest:manifest xmlns:manifest="{space}" manifest:version="1.2">'
        f"{entries}</manifest:manifest>"
    )

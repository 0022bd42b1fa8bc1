"""A table of a paper as the XML of a Word document.

Written as text and parsed once, since the cell-by-cell interface takes about ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from edi_tui.exports.paper import Column, Table, widths

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_CHUNK = 500
"""Rows parsed at a time, so that the XML text of a long table never stands in memory whole."""
TWIPS = 124
"""About one character of Arial 12, in twentieths of a point."""
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="768692"/>' for edge in _EDGES
)
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="E8EDEE"/>'
_END = "</w:r></w:p></w:tc>"


def insert_table(following: BaseOxmlElement, table: Table, room: int) -> None:
    """Put a table, its heading row repeated on each page, before an element of a document.

    Args:
        following: What shall come after it.
        table: The table.
        room: How many characters fit across the page.
    """
    sizes = [width * TWIPS for width in widths(table, room)]
    openings = [_opening(*pair) for pair in zip(table.columns, sizes, strict=True)]
    element = _parsed(_frame(table.caption, sizes) + _heading(table.columns, sizes))
    # Placed while still empty: each move of a row between documents takes time.
    following.addprevious(element)
    for start in range(0, len(table.rows), _CHUNK):
        rows = table.rows[start : start + _CHUNK]
        element.extend(list(_parsed("".join(_row(openings, row) for row in rows))))


def _parsed(content: str) -> BaseOxmlElement:
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    return parse_xml(f"<w:tbl {nsdecls('w')}>{content}</w:tbl>")


def _frame(caption: str, sizes: Iterable[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    return (
        f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="autofit"/>'
        '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(caption)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def _heading(columns: Iterable[Column], sizes: Iterable[int]) -> str:
    cells = (
        f"{_opening(column, size, _SHADE)}<w:r><w:rPr><w:b/></w:rPr>{_text(column.heading)}{_END}"
        for column, size in zip(columns, sizes, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(openings: Iterable[str], row: Iterable[str]) -> str:
    cells = (
        f"{opening}<w:r>{_text(text)}{_END}" for opening, text in zip(openings, row, strict=True)
    )
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _opening(column: Column, size: int, shade: str = "") -> str:
    align = '<w:jc w:val="right"/>' if column.right else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:after="0"/>{align}</w:pPr>'
    )


def _text(text: str) -> str:
    return "<w:br/>".join(map(_line, text.split("\n")))


def _line(text: str) -> str:
    parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    return "<w:tab/>".join(parts)

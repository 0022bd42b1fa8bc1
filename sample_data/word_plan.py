"""The XML of the sample plan in Word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape

CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COLUMN_WIDTHS = (3400, 3000, 1500, 3700, 1238, 2000)  # twentieths of a point, A4 on its side


def run(text: str, *, bold: bool = False) -> str:
    """Return one run of text."""
    strong = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{strong}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def paragraph(text: str, *, style: str = "Normal", bold: bool = False) -> str:
    """Return one paragraph."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text, bold=bold)}</w:p>'


def table_row(cells: Iterable[str], *, heading: bool = False) -> str:
    """Return one table row; a heading row is marked so that it repeats over pages."""
    marked = "<w:trPr><w:tblHeader/></w:trPr>" if heading else ""
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(text, bold=heading)}</w:tc>"
        for text, width in zip(cells, COLUMN_WIDTHS, strict=True)
    )
    return f"<w:tr>{marked}{filled}</w:tr>"


def table(headings: list[str], rows: list[list[str]]) -> str:
    """Return one table with its heading row."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in COLUMN_WIDTHS)
    look = '<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
    body = table_row(headings, heading=True) + "".join(table_row(row) for row in rows)
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def document(words: Mapping[str, Any]) -> str:
    """Return the body of the Word file: one table to a page, as the page breaks left them."""
    top = paragraph(words["title"], style="Heading1") + paragraph(
        words["subtitle"], style="Heading2"
    )
    top += "".join(paragraph(text) for text in words["paragraphs"])
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    tables = page.join(table(words["headings"], rows) for rows in words["tables"])
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    edge = '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"'
    end = f'<w:sectPr>{size}{edge} w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
    return f"<w:document {W}><w:body>{top}{tables}<w:p/>{end}</w:body></w:document>"


def styles() -> str:
    """Return the styles of the Word file: body, two headings and a ruled table."""
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in ((1, 36), (2, 28))
    )
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0"/>' for side in sides)
    return (
        f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" '
        'w:hAnsi="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/></w:style>{headings}<w:style w:type="table" '
        'w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
        f"{rules}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )


def word_parts(words: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the parts of a Word file by their name in the archive."""
    package = "http://schemas.openxmlformats.org/package/2006"
    types = (
        f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{CONTENT}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{CONTENT}.styles+xml"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATION}/{{}}" Target="{{}}"/></Relationships>'
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations.format("officeDocument", "word/document.xml"),
        "word/document.xml": document(words),
        "word/_rels/document.xml.rels": relations.format("styles", "styles.xml"),
        "word/styles.xml": styles(),
    }
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return {name: (head + text).encode() for name, text in parts.items()}

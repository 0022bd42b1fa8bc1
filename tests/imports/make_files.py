"""Builders of real files for the tests of the readers."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHEET_PART = "xl/worksheets/sheet1.xml"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"

_ODS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS_NAMESPACES = " ".join(
    f'xmlns:{name}="{_ODS}:{name}:1.0"' for name in ("office", "table", "text", "style")
)


def zip_of(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a compressed archive of the parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the archive with one part changed, or added if it was not there."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    return zip_of(parts)


def without_part(data: bytes, name: str) -> bytes:
    """Return the archive without one part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return zip_of({part: archive.read(part) for part in archive.namelist() if part != name})


def text_run(text: str) -> str:
    """Return a Word run that holds the text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, *, listed: bool = False) -> str:
    """Return a Word paragraph, a list item if asked for."""
    properties = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' if listed else ""
    return f"<w:p>{properties}{text_run(text)}</w:p>"


def word_cell(content: str, properties: str = "") -> str:
    """Return a Word cell around paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def word_row(*cells: str, properties: str = "") -> str:
    """Return a Word row around cells; cells that are not XML yet become paragraphs."""
    whole = [cell if cell.startswith("<w:") else word_cell(paragraph(cell)) for cell in cells]
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(whole)}</w:tr>"


def word_table(*rows: str) -> str:
    """Return a Word table around rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def docx(body: str, *, namespace: str = W, part: str = "word/document.xml") -> bytes:
    """Return a Word document with the body."""
    return zip_of(
        {
            "[Content_Types].xml": '<?xml version="1.0"?><Types/>',
            part: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f'<w:document xmlns:w="{namespace}" xmlns:mc="{MC}"><w:body>{body}</w:body>'
            "</w:document>",
        }
    )


def docx_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a Word document with one plain table."""
    return docx(
        word_table(*(word_row(*(word_cell(paragraph(text)) for text in row)) for row in rows))
    )


def xlsx(fill: Callable[[xlsxwriter.Workbook], None], **options: bool) -> bytes:
    """Return a workbook that `fill` has written to."""
    target = BytesIO()
    with xlsxwriter.Workbook(
        target, {"strings_to_formulas": False, "strings_to_urls": False, **options}
    ) as workbook:
        fill(workbook)
    return target.getvalue()


def xlsx_of(rows: Iterable[Sequence[str]], *, sheet: str = "Plan") -> bytes:
    """Return a workbook with one sheet of text."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        worksheet = workbook.add_worksheet(sheet)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                worksheet.write_string(number, column, text)

    return xlsx(fill)


def with_rows(data: bytes, rows: str) -> bytes:
    """Return the workbook with raw XML after the rows of its first sheet."""
    return with_part(
        data, SHEET_PART, lambda xml: xml.replace(b"</sheetData>", rows.encode() + b"</sheetData>")
    )


def sparse_xlsx() -> bytes:
    """Return a small workbook whose two cells stand in opposite corners of the sheet."""
    return with_rows(xlsx_of([["Action"]]), '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def ods_cell(text: str) -> str:
    """Return an OpenDocument cell that holds the text."""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def ods_blank(times: int) -> str:
    """Return blank OpenDocument cells."""
    return f'<table:table-cell table:number-columns-repeated="{times}"/>'


def ods_row(*cells: str, times: int = 1) -> str:
    """Return an OpenDocument row."""
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'
    )


def ods_sheet(name: str, *rows: str, hidden: bool = False) -> str:
    """Return an OpenDocument sheet."""
    style = ' table:style-name="hidden"' if hidden else ""
    return f'<table:table table:name="{name}"{style}>{"".join(rows)}</table:table>'


def ods(*sheets: str) -> bytes:
    """Return an OpenDocument spreadsheet."""
    return zip_of(
        {
            "mimetype": ODS_TYPE,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_ODS}:manifest:1.0"/>',
            "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content '
            f"{_ODS_NAMESPACES}><office:automatic-styles>"
            '<style:style style:name="hidden" style:family="table">'
            '<style:table-properties table:display="false"/></style:style>'
            "</office:automatic-styles><office:body><office:spreadsheet>"
            f"{''.join(sheets)}</office:spreadsheet></office:body></office:document-content>",
        }
    )


def with_flag(data: bytes, flag: int) -> bytes:
    """Return the archive with a flag set on every part, in both of its directories."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = data.find(signature)
        while position >= 0:
            changed[position + offset] |= flag
            position = data.find(signature, position + 1)
    return bytes(changed)


def with_declared_size(data: bytes, name: str, size: int) -> bytes:
    """Return the archive whose directories say that one part unpacks to another size."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        true_size = archive.getinfo(name).file_size.to_bytes(4, "little")
    changed = bytearray(data)
    for signature, offset, to_name in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        position = data.find(signature)
        while position >= 0:
            named = data[position + to_name :].startswith(name.encode())
            if named and data[position + offset :].startswith(true_size):
                changed[position + offset : position + offset + 4] = size.to_bytes(4, "little")
            position = data.find(signature, position + 1)
    return bytes(changed)

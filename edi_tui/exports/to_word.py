"""A paper as a Word document with real headings, captions and header rows."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from edi_tui.exports.archive import packed
from edi_tui.exports.paper import Paper, Section, Table
from edi_tui.exports.properties import custom_properties
from edi_tui.exports.word_table import insert_table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

_WIDE = 6
"""Most columns that an upright page can show."""
_FONT = "Arial"
_HEADINGS = {"Heading 1": 20, "Heading 2": 16}
_ROOM = {False: 82, True: 122}
"""Characters of Arial 12 on a line, upright and landscape."""
_CUSTOM = "/docProps/custom.xml"


def to_word(paper: Paper) -> bytes:
    """Return the paper as a .docx document."""
    import docx

    document = docx.Document()
    _set_styles(document)
    _set_properties(document, paper)
    _add_manifest(document, paper.manifest)
    document.add_heading(paper.title, 1)
    for line in paper.subtitles:
        document.add_paragraph(line)
    landscape = _set_page(document)
    for section in paper.sections:
        landscape = _turn(document, section, landscape)
        _add(document, section, _ROOM[landscape])
    return _saved(document)


def _add(document: Document, section: Section, room: int) -> None:
    document.add_heading(section.heading, 2)
    for text in section.paragraphs:
        document.add_paragraph(text)
    for table in section.tables:
        if table.rows:
            document.add_paragraph(table.caption, style="Caption")
            insert_table(document.element.body.sectPr, table, room)
        else:
            document.add_paragraph(table.empty)


def _set_page(document: Document) -> bool:
    """Make the pages A4, upright."""
    from docx.shared import Mm

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(15)
    return False


def _turn(document: Document, section: Section, landscape: bool) -> bool:
    """Begin a page of the other orientation where a section needs it; tell which it now is."""
    from docx.enum.section import WD_ORIENTATION

    wide = any(_is_wide(table) for table in section.tables)
    if wide != landscape:
        page = document.add_section()
        page.orientation = WD_ORIENTATION.LANDSCAPE if wide else WD_ORIENTATION.PORTRAIT
        page.page_width, page.page_height = page.page_height, page.page_width
    return wide


def _is_wide(table: Table) -> bool:
    return len(table.columns) > _WIDE and bool(table.rows)


def _set_styles(document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    styles = document.styles
    _set_font(styles["Normal"], 12, "212B32")
    _set_font(styles["Caption"], 12, "212B32")
    for name, size in _HEADINGS.items():
        _set_font(styles[name], size, "003087")
    styles["Caption"].paragraph_format.space_before = Pt(12)
    styles["Caption"].paragraph_format.keep_with_next = True
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _set_font(style: ParagraphStyle, size: int, colour: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), _FONT)


def _set_properties(document: Document, paper: Paper) -> None:
    properties = document.core_properties
    made = datetime.combine(paper.dated, time(), UTC)
    properties.title, properties.language = paper.title[:255], "en-GB"
    properties.created = properties.modified = made
    properties.author = properties.last_modified_by = properties.comments = ""


def _add_manifest(document: Document, manifest: str) -> None:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    if manifest:
        package = document.part.package
        blob = custom_properties(manifest)
        part = Part(PackURI(_CUSTOM), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, blob, package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _saved(document: Document) -> bytes:
    """Return the document as an archive whose parts carry no time of writing."""
    written = BytesIO()
    document.save(written)
    with ZipFile(written) as source:
        return packed((part, source.read(part)) for part in source.namelist())

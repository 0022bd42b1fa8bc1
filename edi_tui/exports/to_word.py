"""A paper as a Word document with real headings, captions and header rows."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from edi_tui.exports.archive import packed
from edi_tui.exports.paper import Paper, Section, Table
from edi_tui.exports.word_properties import add_manifest
from edi_tui.exports.word_table import TWIPS, insert_table
from edi_tui.exports.word_template import opened

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

_WIDE = 6
"""Most columns that an upright page can show."""
_FONT = "Arial"
_HEADINGS = {"Heading 1": 20, "Heading 2": 16}
_CHARACTER = 635 * TWIPS
"""One character of Arial 12, in the units of Word, of which an inch has 914,400."""


def to_word(paper: Paper, template: bytes | None = None) -> bytes:
    """Return the paper as a .docx document.

    Args:
        paper: The paper.
        template: A .docx document whose styles, page, headers and footers it takes on; without
            it the program's own.

    Raises:
        ExportError: The template is none, or lacks a style.
    """
    document = _blank() if template is None else opened(template)
    _set_properties(document, paper)
    add_manifest(document, paper.manifest)
    document.add_heading(paper.title, 1)
    for line in paper.subtitles:
        document.add_paragraph(line)
    for section in paper.sections:
        _turn(document, section)
        _add(document, section)
    return _saved(document)


def _blank() -> Document:
    import docx

    document = docx.Document()
    _set_styles(document)
    _set_page(document)
    return document


def _add(document: Document, section: Section) -> None:
    document.add_heading(section.heading, 2)
    for text in section.paragraphs:
        document.add_paragraph(text)
    for table in section.tables:
        if table.rows:
            document.add_paragraph(table.caption, style="Caption")
            insert_table(document.element.body.sectPr, table, _room(document))
        else:
            document.add_paragraph(table.empty)


def _room(document: Document) -> int:
    """Return how many characters fit across the page that is being written."""
    page = document.sections[-1]
    edges = (page.left_margin or 0) + (page.right_margin or 0)
    return ((page.page_width or 0) - edges) // _CHARACTER


def _set_page(document: Document) -> None:
    """Make the pages A4, upright."""
    from docx.shared import Mm

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(15)


def _turn(document: Document, section: Section) -> None:
    """Begin a page of the other orientation where a section needs it."""
    from docx.enum.section import WD_ORIENTATION

    wide = any(map(_is_wide, section.tables))
    page = document.sections[-1]
    if wide == (page.orientation is WD_ORIENTATION.LANDSCAPE):
        return
    page = document.add_section()
    page.orientation = WD_ORIENTATION.LANDSCAPE if wide else WD_ORIENTATION.PORTRAIT
    page.page_width, page.page_height = page.page_height, page.page_width


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


def _saved(document: Document) -> bytes:
    """Return the document as an archive whose parts carry no time of writing."""
    written = BytesIO()
    document.save(written)
    with ZipFile(written) as source:
        return packed((part, source.read(part)) for part in source.namelist())

"""A paper as a PowerPoint presentation with a real title on every slide and native tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from edi_tui.exports.archive import packed
from edi_tui.exports.errors import ExportError
from edi_tui.exports.paper import Paper, Section, Table, widths
from edi_tui.exports.properties import custom_properties
from edi_tui.exports.slide_text import lines_in, paged, parted, parted_row

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide
    from pptx.text.text import TextFrame

_WIDTH, _HEIGHT, _EDGE = 960, 540, 36
_TITLE, _TOP, _ROOM = (24, 18, 66), 96, 408
"""The type, top and height of a title; where what follows begins, and how much room it has.

All in points, as what stands below.
"""
_TEXT, _TEXT_LINE, _TEXT_ACROSS = 18, 24, 88
"""The type of running text, its line, and how many characters it has across a slide."""
_CELL, _CELL_LINE, _CELL_EDGE, _CELL_ACROSS = 14, 18, 9, 116
_CAPTION, _CAPTION_ACROSS = 28, 100
"""The height of a caption of one line, and how many characters, which are bold, that has."""
_MOST = 16
"""Most lines of one row of a table, and of one paragraph."""
_LONG_TITLE = 130
_WITH_TEXT, _TITLE_ONLY = 1, 5
"""The layouts of the template that python-pptx brings."""
_LEFT_OUT = ("thumbnail", "extended-properties", "printerSettings")
"""What that template says of itself."""


def to_slides(paper: Paper) -> bytes:
    """Return the paper as a .pptx presentation; long tables go on from slide to slide.

    Raises:
        ExportError: The library that makes it is not installed.
    """
    shown = _blank(paper)
    _text_slide(shown, paper.title, paper.subtitles)
    for section in paper.sections:
        _add(shown, section)
    return _saved(shown)


def _blank(paper: Paper) -> Presentation:
    try:
        import pptx
    except ImportError as error:
        raise ExportError(
            "PowerPoint papers need a library that is not installed here; install it with: pip "
            'install "edi-tui[pptx]". Or choose docx or html.'
        ) from error
    from pptx.util import Pt

    shown = pptx.Presentation()
    shown.slide_width, shown.slide_height = Pt(_WIDTH), Pt(_HEIGHT)
    _widen(shown)
    _set_properties(shown, paper)
    return shown


def _widen(shown: Presentation) -> None:
    """Give the template's layouts, which are narrower, the width of the slides."""
    for page in (shown.slide_master, *shown.slide_layouts):
        for shape in page.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = shape.left * 4 // 3, shape.width * 4 // 3


def _set_properties(shown: Presentation, paper: Paper) -> None:
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    package, properties = shown.part.package, shown.core_properties
    for holder in (package, shown.part):
        for key in [key for key, rel in holder._rels.items() if rel.reltype.endswith(_LEFT_OUT)]:
            holder._rels.pop(key)
    made = datetime.combine(paper.dated, time())
    properties.title, properties.language = paper.title[:255], "en-GB"
    properties.created = properties.modified = made
    properties.author = properties.last_modified_by = ""
    properties.revision = 1
    if paper.manifest:
        name, kind = PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
        part = Part(name, kind, package, custom_properties(paper.manifest))
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _add(shown: Presentation, section: Section) -> None:
    """Add the slides of a section: its texts, then each table."""
    empty = (table.empty for table in section.tables if not table.rows)
    texts = list(_pages((*section.paragraphs, *empty)))
    tables = [page for table in section.tables if table.rows for page in _table_pages(table)]
    total = len(texts) + len(tables)
    titles = iter(
        f"{section.heading} ({number} of {total})" if total > 1 else section.heading
        for number in range(1, total + 1)
    )
    for page in texts:
        _text_slide(shown, next(titles), page)
    for table in tables:
        _table_slide(shown, next(titles), table)


def _pages(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    pieces = [piece for text in texts for piece in parted(text, _TEXT_ACROSS, _MOST)]
    sizes = [(lines_in(piece, _TEXT_ACROSS) + 1) * _TEXT_LINE for piece in pieces]
    yield from (pieces[page] for page in paged(sizes, _ROOM) if pieces)


def _table_pages(table: Table) -> Iterator[Table]:
    """Yield a table as tables that each fit on a slide."""
    room = _widths(table)
    rows = [piece for row in table.rows for piece in parted_row(row, room, _MOST)]
    heading = _row_height([column.heading for column in table.columns], room)
    sizes = [_row_height(row, room) for row in rows]
    for page in paged(sizes, _ROOM - _caption_height(table) - heading):
        yield replace(table, rows=tuple(rows[page]))


def _caption_height(table: Table) -> int:
    return _CAPTION + (lines_in(table.caption, _CAPTION_ACROSS) - 1) * _CELL_LINE


def _widths(table: Table) -> list[int]:
    return [max(width - 1, 4) for width in widths(table, _CELL_ACROSS)]


def _row_height(row: Sequence[str], room: Sequence[int]) -> int:
    return max(map(lines_in, row, room)) * _CELL_LINE + _CELL_EDGE


def _slide(shown: Presentation, layout: int, title: str) -> Slide:
    from pptx.enum.text import MSO_AUTO_SIZE
    from pptx.util import Pt

    slide: Slide = shown.slides.add_slide(shown.slide_layouts[layout])
    size, top, height = _TITLE
    shape = slide.shapes.title
    assert shape is not None
    shape.left, shape.top = Pt(_EDGE), Pt(top)
    shape.width, shape.height = Pt(_WIDTH - 2 * _EDGE), Pt(height)
    _fill(shape.text_frame, [title], size if len(title) < _LONG_TITLE else _CELL)
    shape.text_frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    return slide


def _text_slide(shown: Presentation, title: str, texts: Sequence[str]) -> None:
    from pptx.util import Pt

    slide = _slide(shown, _WITH_TEXT, title)
    body = slide.placeholders[1]
    body.left, body.top = Pt(_EDGE), Pt(_TOP)
    body.width, body.height = Pt(_WIDTH - 2 * _EDGE), Pt(_ROOM)
    _fill(body.text_frame, texts, _TEXT)


def _table_slide(shown: Presentation, title: str, table: Table) -> None:
    from pptx.util import Emu, Pt

    slide = _slide(shown, _TITLE_ONLY, title)
    across = Pt(_WIDTH - 2 * _EDGE)
    height = _caption_height(table)
    caption = slide.shapes.add_textbox(Pt(_EDGE), Pt(_TOP), across, Pt(height))
    _fill(caption.text_frame, [table.caption], _CELL, bold=True)
    place = (Pt(_EDGE), Pt(_TOP + height), across, Pt(_CELL_LINE))
    frame = slide.shapes.add_table(len(table.rows) + 1, len(table.columns), *place)
    frame.name = table.caption
    frame._element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0].set("descr", table.caption)
    room = widths(table, _CELL_ACROSS)
    for number, width in enumerate(room):
        frame.table.columns[number].width = Emu(across * width // sum(room))
    headings = tuple(column.heading for column in table.columns)
    for number, row in enumerate((headings, *table.rows)):
        frame.table.rows[number].height = Pt(_row_height(row, _widths(table)))
        for place_in_row, (column_of, text) in enumerate(zip(table.columns, row, strict=True)):
            cell = frame.table.cell(number, place_in_row)
            _fill(cell.text_frame, [text], _CELL, bold=not number, gap=0, right=column_of.right)


def _fill(
    frame: TextFrame,
    texts: Sequence[str],
    size: int,
    *,
    bold: bool = False,
    gap: int = _TEXT // 2,
    right: bool = False,
) -> None:
    """Write texts, a paragraph each and none a point of a list, in British English."""
    from pptx.enum.lang import MSO_LANGUAGE_ID
    from pptx.enum.text import PP_ALIGN
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    frame.text = "\n".join(texts)
    frame.word_wrap = True
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        paragraph.space_after = Pt(gap)
        style = paragraph._p.get_or_add_pPr()
        style.set("marL", "0")
        style.set("indent", "0")
        style.append(style.makeelement(qn("a:buNone")))
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), bold
            run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK


def _saved(shown: Presentation) -> bytes:
    """Return the presentation as an archive whose parts carry no time of writing."""
    written = BytesIO()
    shown.save(written)
    with ZipFile(written) as source:
        return packed((part, source.read(part)) for part in source.namelist())

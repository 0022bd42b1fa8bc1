"""Tests that a presentation says the whole paper, each slide with a title of its own."""

from __future__ import annotations

import builtins
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.presentation import Presentation
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Pt

from edi_tui.exports.errors import ExportError
from edi_tui.exports.paper import Paper, printable
from edi_tui.exports.shapes import shape_paper
from edi_tui.exports.slide_text import lines_in, paged, parted, parted_row
from edi_tui.exports.to_slides import to_slides
from edi_tui.services.report import StatusReport
from tests.exports.hostile import TEXTS, paper_of
from tests.exports.read_back import parts

HOSTILE = printable(paper_of([text for text in TEXTS if text.strip()]))


def read(paper: Paper) -> Presentation:
    return pptx.Presentation(BytesIO(to_slides(paper)))


def titles_of(shown: Presentation) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in shown.slides if slide.shapes.title]


def frames_of(shown: Presentation) -> list[GraphicFrame]:
    shapes = (shape for slide in shown.slides for shape in slide.shapes)
    return [shape for shape in shapes if isinstance(shape, GraphicFrame)]


def tables_of(shown: Presentation) -> dict[str, list[list[str]]]:
    """Return the tables by caption, those that go on over slides put together."""
    found: dict[str, list[list[str]]] = {}
    for frame in frames_of(shown):
        rows = [[cell.text_frame.text for cell in row.cells] for row in frame.table.rows]
        held = found.setdefault(frame.name, [rows[0]])
        assert held[0] == rows[0]
        held.extend(rows[1:])
    return found


def texts_of(shown: Presentation) -> list[str]:
    bodies = [s.placeholders[1] for s in shown.slides if len(s.placeholders) > 1]
    return [paragraph.text for body in bodies for paragraph in body.text_frame.paragraphs]


def test_it_says_what_the_paper_says(report: StatusReport) -> None:
    paper = shape_paper("summary", report)
    shown = read(paper)
    wanted = {
        table.caption: [[one.heading for one in table.columns], *map(list, table.rows)]
        for table in paper.tables
        if table.rows
    }
    assert tables_of(shown) == wanted
    empty = [table.empty for table in paper.tables if not table.rows]
    said = [text for section in paper.sections for text in section.paragraphs]
    assert sorted(texts_of(shown)) == sorted([*paper.subtitles, *said, *empty])


def test_every_slide_has_a_title_of_its_own(report: StatusReport) -> None:
    shown = read(shape_paper("summary", report))
    titles = titles_of(shown)
    assert len(titles) == len(shown.slides)
    assert len(set(titles)) == len(titles)
    assert titles[0] == "Summary, 2026/27 Q2"
    assert "Metric 1a (1 of 3)" in titles
    assert titles[-1] == "Sponsorships"


def test_hostile_text_stands_as_it_is(report: StatusReport) -> None:
    shown = read(HOSTILE)
    said = "".join(cell for rows in tables_of(shown).values() for row in rows for cell in row)
    for table in HOSTILE.tables:
        for row in table.rows:
            for cell in row:
                assert "".join(cell.split()) in "".join(said.split())


def test_tables_are_native_and_said_in_words(report: StatusReport) -> None:
    for frame in frames_of(read(shape_paper("summary", report))):
        assert frame.table.first_row
        (held,) = frame._element.xpath("./p:nvGraphicFramePr/p:cNvPr")
        assert held.get("descr") == frame.name


def test_nothing_stands_beyond_its_slide(report: StatusReport) -> None:
    shown = read(shape_paper("summary", report))
    for slide in shown.slides:
        for shape in slide.shapes:
            assert shape.left + shape.width <= Pt(960)
            rows = shape.table.rows if isinstance(shape, GraphicFrame) else []
            height = sum(row.height for row in rows) or shape.height
            assert shape.top + height <= Pt(540)


def test_a_long_caption_stands_whole_above_its_table() -> None:
    paper = paper_of([f"row {number}" for number in range(60)])
    (section,) = paper.sections
    table = replace(section.tables[0], caption="Controls of " + "the risk " * 40 + "SR4")
    shown = read(replace(paper, sections=(replace(section, tables=(table,)),)))
    slides = [slide for slide in shown.slides if any(one.has_table for one in slide.shapes)]
    assert len(slides) > 1
    for slide in slides:
        (above,) = (one for one in slide.shapes if not one.is_placeholder and one.has_text_frame)
        (frame,) = (one for one in slide.shapes if isinstance(one, GraphicFrame))
        assert above.text_frame.text == frame.name == table.caption
        assert above.top + above.height <= frame.top
        assert frame.top + sum(row.height for row in frame.table.rows) <= Pt(540)


def test_the_same_paper_is_the_same_file_and_says_nothing_of_a_template(
    report: StatusReport,
) -> None:
    paper = shape_paper("summary", report)
    data = to_slides(paper)
    assert data == to_slides(paper)
    with ZipFile(BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name or "app" in name]
    properties = pptx.Presentation(BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.language) == (paper.title, "", "en-GB")
    assert properties.created == properties.modified == datetime(2026, 9, 30)
    languages = {found.split('"')[0] for found in "".join(parts(data).values()).split('lang="')[1:]}
    assert "en-GB" in languages


def test_without_the_library_it_says_how_to_install_it(
    report: StatusReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def refusing(name: str, *given: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "pptx":
            raise ImportError(name)
        return real(name, *given, **named)

    monkeypatch.setattr(builtins, "__import__", refusing)
    with pytest.raises(ExportError, match=r"edi-tui\[pptx\]"):
        to_slides(shape_paper("summary", report))


TEXT = st.text(alphabet=st.sampled_from("ab \n"), max_size=400)


@given(TEXT, st.integers(4, 30), st.integers(2, 8))
def test_the_pieces_of_a_text_are_the_text(text: str, width: int, most: int) -> None:
    pieces = parted(text, width, most)
    assert "".join(pieces) == text
    assert all(lines_in(piece, width) <= most for piece in pieces)


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_the_pieces_of_a_row_are_the_row(row: list[str]) -> None:
    pieces = list(parted_row(row, [10] * len(row), 5))
    assert ["".join(column) for column in zip(*pieces, strict=True)] == row


@given(st.lists(st.integers(1, 50), min_size=1), st.integers(10, 100))
def test_pages_hold_everything_once_and_no_more_than_fits(sizes: list[int], room: int) -> None:
    pages = [sizes[page] for page in paged(sizes, room)]
    assert [size for page in pages for size in page] == sizes
    assert all(sum(page) <= room or len(page) == 1 for page in pages)

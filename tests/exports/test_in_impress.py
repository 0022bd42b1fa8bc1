"""Tests that every presentation opens in LibreOffice, and that all its words are on its slides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pptx
import pytest
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Pt

from edi_tui.exports.appraisal_sheet import SHEET
from edi_tui.exports.paper import Paper, printable
from edi_tui.exports.to_slides import to_slides
from edi_tui.services.register import Register
from tests.exports.every_paper import PUBLIC, STATUS, every_paper, sheet_of
from tests.exports.hostile import TEXTS, paper_of
from tests.exports.other_programs import shown_slides
from tests.services.closing import Q1, Q2

UNSEEN = frozenset("\u200d\u200f\ufe0f\ufeff\u202b\u202c")
"""Characters that have no shape of their own, and marks that a reader of PDF adds of itself."""
EMOJI = frozenset("👩🏽⚕🇬🇧")
"""What not every computer has a font for."""
BROKEN = "broken.pptx"


@pytest.fixture
def papers(twice_closed: Register) -> dict[str, Paper]:
    """Every paper that may be had as slides, and one of hostile texts."""
    made = {**every_paper(twice_closed, Q1, Q2), SHEET: sheet_of(twice_closed, Q2)}
    papers = {name: one.paper for name, one in made.items() if name not in (STATUS, PUBLIC)}
    return {**papers, "hostile": printable(paper_of([text for text in TEXTS if text.strip()]))}


def test_every_presentation_shows_all_its_words_on_slides_with_titles_of_their_own(
    papers: Mapping[str, Paper], tmp_path: Path
) -> None:
    files = {f"{name}.pptx": to_slides(paper) for name, paper in papers.items()}
    shown = shown_slides({**files, BROKEN: broken(files["summary.pptx"])}, tmp_path)
    assert lost(broken(files["summary.pptx"]), shown.pop(BROKEN)) == ["Summary (2 of 3)"]
    for file, slides in shown.items():
        assert lost(files[file], slides) == [], file
        titles = titles_of(read(files[file]))
        assert len(set(titles)) == len(titles) == len(slides), file
        tables = [table for table in papers[Path(file).stem].tables if table.rows]
        assert {frame.name for frame in frames_of(read(files[file]))} == {
            table.caption for table in tables
        }


def read(data: bytes) -> Presentation:
    """Return a presentation."""
    return pptx.Presentation(BytesIO(data))


def titles_of(shown: Presentation) -> list[str]:
    """Return the title of each slide that has one."""
    titles = (slide.shapes.title for slide in shown.slides)
    return [title.text_frame.text for title in titles if title and title.text_frame.text.strip()]


def frames_of(shown: Presentation) -> Iterator[GraphicFrame]:
    """Yield the tables of a presentation, which are tables and no pictures."""
    for slide in shown.slides:
        for shape in slide.shapes:
            if isinstance(shape, GraphicFrame):
                assert shape.has_table
                yield shape


def lost(data: bytes, shown: list[str]) -> list[str]:
    """Return the titles of the slides that do not show what they say."""
    slides = read(data).slides
    return [
        str(slide.shapes.title.text_frame.text if slide.shapes.title else "")
        for slide, words in zip(slides, shown, strict=True)
        if signs(" ".join(texts_of(slide))) != signs(words)
    ]


def texts_of(slide: Slide) -> Iterator[str]:
    """Yield the texts of a slide."""
    for shape in slide.shapes:
        if isinstance(shape, GraphicFrame):
            yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)
        elif isinstance(shape, Shape):
            yield shape.text_frame.text


def signs(text: str) -> Counter[str]:
    """Return the characters of a text, whose order no reader of PDF is sure of."""
    return Counter("".join(text.split())) - Counter(
        {sign: text.count(sign) for sign in UNSEEN | EMOJI}
    )


def broken(data: bytes) -> bytes:
    """Return a presentation with a table that runs off its slide, which no check of sizes sees."""
    shown = read(data)
    frame = next(frames_of(shown))
    frame.table.cell(1, 0).text_frame.text = "word " * 300
    frame.top = Pt(400)
    target = BytesIO()
    shown.save(target)
    return target.getvalue()

"""Tests that every format of a paper says every text literally."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from edi_tui.exports.paper import printable, shown
from edi_tui.exports.to_html import to_html
from edi_tui.exports.to_markdown import to_markdown
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.to_word import to_word
from tests.exports.hostile import TEXTS, paper_of, texts
from tests.exports.read_back import (
    Page,
    markdown_paragraphs,
    markdown_tables,
    parts,
    sheets,
    word_tables,
)

some_texts = st.lists(texts, min_size=1, max_size=4)


def spaced(text: str) -> list[str]:
    """Return the lines of a text with the spacing that Markdown and HTML readers ignore gone."""
    return [" ".join(line.split()) for line in text.split("\n")]


@given(some_texts)
@example(list(TEXTS))
def test_markdown_reads_back_literally(cells: list[str]) -> None:
    paper = printable(paper_of(cells))
    data = to_markdown(paper)
    (table,) = markdown_tables(data)
    assert [spaced(row[1]) for row in table[1:]] == [spaced(shown(cell)) for cell in cells]
    said = [" ".join(text.split()) for text in markdown_paragraphs(data) if text]
    expected = [paper.title, *paper.subtitles, "Section", *paper.sections[0].paragraphs, "Actions"]
    assert said == [text for text in expected if text]


@given(some_texts)
@example(list(TEXTS))
def test_html_reads_back_literally(cells: list[str]) -> None:
    paper = printable(paper_of(cells))
    page = Page(to_html(paper))
    assert [row[1] for row in page.tables[0][1:]] == [shown(cell) for cell in cells]
    (section,) = paper.sections
    assert page.paragraphs == [paper.title, *paper.subtitles, "Section", *section.paragraphs]
    assert page.count("script") == page.count("img") == page.count("b") == 0
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)


@given(some_texts)
@example(list(TEXTS))
def test_a_workbook_reads_back_literally_and_holds_no_formula(cells: list[str]) -> None:
    data = to_sheet(printable(paper_of(cells)))
    assert [row[1] for row in sheets(data)["Actions"][3:]] == [shown(cell) for cell in cells]
    written = [xml for name, xml in parts(data).items() if name.startswith("xl/worksheets/")]
    assert not any("<f>" in xml or "<f " in xml for xml in written)


@settings(max_examples=20)
@given(some_texts)
@example(list(TEXTS))
def test_a_word_document_reads_back_literally(cells: list[str]) -> None:
    (table,) = word_tables(to_word(printable(paper_of(cells))))
    assert [row[1] for row in table[1:]] == [shown(cell) for cell in cells]


def test_no_format_holds_a_character_that_steers_a_terminal() -> None:
    paper = printable(paper_of(list(TEXTS)))
    for data in (to_markdown(paper), to_html(paper)):
        steering = {c for c in data.decode() if c != "\n" and c != "\t" and not c.isprintable()}
        assert steering <= {"\u200d", "\u200f", "\ufeff"}

"""Tests that the Word document is built of real headings, captions and header rows."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENTATION

from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.status_paper import status_paper
from edi_tui.exports.to_word import to_word
from edi_tui.services.report import StatusReport
from tests.exports.hostile import paper_of
from tests.exports.read_back import parts, word_tables


@pytest.fixture
def data(report: StatusReport) -> bytes:
    return to_word(status_paper(report))


def texts_of(data: bytes, style: str) -> list[str]:
    paragraphs = docx.Document(BytesIO(data)).paragraphs
    return [p.text for p in paragraphs if p.style is not None and p.style.name == style]


def test_headings_are_real(report: StatusReport, data: bytes) -> None:
    paper = status_paper(report)
    assert texts_of(data, "Heading 1") == [paper.title]
    assert texts_of(data, "Heading 2") == [section.heading for section in paper.sections]


def test_every_table_has_a_caption_and_a_heading_row_that_repeats(
    report: StatusReport, data: bytes
) -> None:
    captions = [table.caption for table in status_paper(report).tables if table.rows]
    assert texts_of(data, "Caption") == captions
    xml = parts(data)["word/document.xml"]
    assert re.findall(r'<w:tblCaption w:val="([^"]+)"', xml) == captions
    assert xml.count("<w:tblHeader/>") == len(captions)


def test_tables_say_what_the_paper_says(report: StatusReport, data: bytes) -> None:
    tables = [table for table in status_paper(report).tables if table.rows]
    assert word_tables(data) == [
        [[column.heading for column in table.columns], *map(list, table.rows)] for table in tables
    ]


def test_wide_tables_lie_on_landscape_pages_and_the_rest_is_upright(data: bytes) -> None:
    pages = docx.Document(BytesIO(data)).sections
    turned = [page.orientation is WD_ORIENTATION.LANDSCAPE for page in pages]
    assert turned == [False, True, False]
    sides = [(page.page_width or 0) > (page.page_height or 0) for page in pages]
    assert sides == turned


def test_the_language_is_british_and_the_font_arial(data: bytes) -> None:
    found = docx.Document(BytesIO(data))
    styles = parts(data)["word/styles.xml"]
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', styles)) == {"en-GB"}
    for name in ("Normal", "Caption", "Heading 1", "Heading 2"):
        xml = found.styles[name].element.xml
        assert 'w:ascii="Arial"' in xml
        assert "asciiTheme" not in xml


def test_the_file_names_nobody_and_no_time_but_its_own_date(data: bytes) -> None:
    properties = docx.Document(BytesIO(data)).core_properties
    assert properties.author == properties.last_modified_by == properties.comments == ""
    made = datetime(2026, 9, 30, tzinfo=UTC)
    assert properties.created == properties.modified == made


def test_long_tables_keep_every_row_in_order() -> None:
    rows = tuple((f"ACT-{number:04d}", "text") for number in range(1201))
    table = Table("Actions", (Column("Ref"), Column("Text")), rows, "None.")
    paper = paper_of(["x"])
    long = type(paper)(paper.title, (), (Section("Actions", (), (table,)),), paper.dated)
    xml = parts(to_word(long))["word/document.xml"]
    assert re.findall(r">(ACT-\d+)<", xml) == [ref for ref, _ in rows]

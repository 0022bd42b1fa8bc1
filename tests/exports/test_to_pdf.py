"""Tests that the PDF is tagged, says every text literally and needs no font of this computer."""

from __future__ import annotations

import re
import sys
import zlib
from datetime import date

import pytest

from edi_tui.exports.errors import ExportError
from edi_tui.exports.manifest import manifest_of
from edi_tui.exports.paper import Paper, Section, printable
from edi_tui.exports.read_manifest import read_manifest
from edi_tui.exports.status_paper import status_paper
from edi_tui.exports.to_pdf import to_pdf
from edi_tui.services.report import StatusReport
from tests.exports.hostile import TEXTS, paper_of
from tests.exports.other_programs import pdf_facts, pdf_tables, pdf_text


def drawn(data: bytes) -> str:
    """Return what stands uncompressed or compressed in a PDF, for what no reader tells."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    return "\n".join(map(_unpacked, streams)) + data.decode("latin-1")


def _unpacked(stream: bytes) -> str:
    try:
        return zlib.decompress(stream).decode("latin-1")
    except zlib.error:
        return ""


@pytest.fixture(scope="module")
def data(report: StatusReport) -> bytes:
    return to_pdf(status_paper(report))


def test_it_is_tagged_with_a_language_and_a_title_that_shows(data: bytes) -> None:
    whole = drawn(data)
    for mark in (r"/Lang ?\(en-GB\)", r"/DisplayDocTitle true", r"/Marked true"):
        assert re.search(mark, whole), mark
    assert "<pdfuaid:part>1</pdfuaid:part>" in whole


def test_headings_and_heading_cells_are_tagged_as_such(report: StatusReport, data: bytes) -> None:
    whole, paper = drawn(data), status_paper(report)
    tables = [table for table in paper.tables if table.rows]
    assert len(re.findall(r"/S ?/H1\b", whole)) == 1
    assert len(re.findall(r"/S ?/H2\b", whole)) == len(paper.sections)
    assert len(re.findall(r"/S ?/TH\b", whole)) == sum(len(table.columns) for table in tables)
    assert len(re.findall(r"/S ?/Caption\b", whole)) == len(tables)


def test_poppler_reads_its_facts_and_every_objective(report: StatusReport, data: bytes) -> None:
    facts, paper = pdf_facts(data), status_paper(report)
    assert (facts["Tagged"], facts["Title"], facts["JavaScript"]) == ("yes", paper.title, "no")
    said = "".join(pdf_text(data).split())
    for row in (*report.now.objectives, *report.now.actions):
        assert row.ref in said
        assert "".join(row.headline.split()) in said


def test_its_tags_give_every_table_cell_by_cell(report: StatusReport, data: bytes) -> None:
    tables = [table for table in status_paper(report).tables if table.rows]
    assert [flat(table) for table in pdf_tables(data)] == [
        flat([[column.heading for column in table.columns], *map(list, table.rows)])
        for table in tables
    ]


def flat(rows: list[list[str]]) -> list[list[str]]:
    """Return rows without blanks, which the ends of lines stand for."""
    return [["".join(cell.split()) for cell in row] for row in rows]


def test_its_date_is_that_of_the_paper_and_its_fonts_are_in_it(data: bytes) -> None:
    whole = drawn(data)
    assert set(re.findall(r"D:(\d{8})", whole)) == {"20260930"}
    assert len(re.findall(r"/FontFile[23]?\b", whole)) >= 2


def test_a_paper_without_a_manifest_has_none(report: StatusReport) -> None:
    paper = status_paper(report)
    assert read_manifest(to_pdf(paper)) is None
    manifest = manifest_of(report, "pdf")
    assert manifest.made_by.startswith("edi-tui 0.1.0, typst ")


def test_signs_that_its_fonts_lack_stand_as_numbers_and_the_paper_says_so() -> None:
    said = pdf_text(to_pdf(printable(paper_of(["漢 Łukasz 🇬🇧 here"]))))
    assert "[U+6F22] Łukasz [U+1F1EC][U+1F1E7] here" in said
    assert "The fonts of this file lack some signs" in said
    assert "lack some signs" not in pdf_text(to_pdf(printable(paper_of(["Łukasz Nguyễn"]))))


def test_it_reads_back_literally() -> None:
    cells = TEXTS[:26]
    said = re.sub(r"\d+ of \d+\n\x0c|Ref Text", "", pdf_text(to_pdf(_of([*cells]))))
    for cell in cells:
        assert "".join(cell.split()) in "".join(said.split())


def _of(cells: list[str]) -> Paper:
    made = printable(paper_of(cells))
    return Paper("Title", (), (Section("Section", (), made.tables),), date(2026, 9, 30))


def test_without_the_library_one_sentence_says_how_to_get_it(
    report: StatusReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExportError, match=r'pip install "edi-tui\[pdf\]"\. Or choose'):
        to_pdf(status_paper(report))

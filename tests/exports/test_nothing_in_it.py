"""Tests that of a register with nothing in it there are files that say so, or one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from edi_tui.domain.errors import EdiError
from edi_tui.exports.appraisal_sheet import SHEET
from edi_tui.exports.bundle import write_bundle
from edi_tui.exports.diff_paper import DIFF
from edi_tui.exports.export import FORMATS, status_bytes
from edi_tui.exports.formats import PAPER_FORMATS
from edi_tui.exports.order import CALENDAR, Order, make
from edi_tui.exports.paper import Paper
from edi_tui.exports.publish import publish
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.register import Register, open_register
from edi_tui.services.report import status_report
from tests.conftest import NOW
from tests.exports.every_paper import PUBLIC, STATUS, Made, every_paper
from tests.imports.bundles import brought
from tests.services.closing import Q1, Q2, on

REFUSED = {
    CALENDAR: "There is no day to write into the calendar. No meeting is known",
    SHEET: "The register has no board member “MEM-001”",
}
"""Of what there is no file, and why."""
SAID = {
    "cover": ("No objectives as at 30 Sep 2026", "The register holds no seats of the board yet"),
    "baf": ("The register holds no objectives yet.",),
    "upward": ("The register holds no objectives and no actions yet.",),
    "said": ("The register knows no staff network.",),
    "hia1": ("No seat of the board is filled, so there is nothing to count.",),
    DIFF: ("Nothing that a board would hear of has changed.",),
}
"""What papers say of it among other things."""


@pytest.fixture
def empty(register: Register) -> Register:
    """A register with nothing in it but two closed quarters."""
    for minutes, quarter in enumerate((Q1, Q2)):
        close_quarter(on(register, NOW + timedelta(minutes=minutes)), quarter, ClosingTerms())
    return on(register, NOW + timedelta(minutes=2))


@pytest.fixture
def papers(empty: Register) -> dict[str, Made]:
    """Every paper of it."""
    return every_paper(empty, Q1, Q2)


def test_every_paper_says_that_there_is_nothing(papers: Mapping[str, Made]) -> None:
    for name, made in papers.items():
        said = texts_of(made.paper)
        assert {*SAID.get(name, ())} <= {*said}
        assert [text for text in said if text[0].islower()] == []


def test_every_paper_is_written_in_every_format(papers: Mapping[str, Made]) -> None:
    for name, made in papers.items():
        for layout in FORMATS if name in (STATUS, PUBLIC) else PAPER_FORMATS:
            assert made.write(layout)


@pytest.mark.parametrize("what", REFUSED)
def test_of_what_there_is_no_file_a_sentence_says_why(empty: Register, what: str) -> None:
    layout, member = ("ics", "") if what == CALENDAR else ("docx", "MEM-001")
    with pytest.raises(EdiError, match=REFUSED[what]):
        make(empty, Order(what=what, format=layout, quarter=Q2, member=member))


def texts_of(paper: Paper) -> list[str]:
    """Return every sentence and cell of a paper."""
    cells = [cell for table in paper.tables for row in table.rows for cell in row]
    said = [text for section in paper.sections for text in (section.heading, *section.paragraphs)]
    return [*said, *cells, *(table.empty for table in paper.tables if not table.rows)]


def test_a_site_says_that_nothing_is_published(empty: Register, tmp_path: Path) -> None:
    publish(empty, tmp_path / "site")
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "No objective is published yet." in page


def test_a_bundle_of_nothing_comes_back(empty: Register, tmp_path: Path) -> None:
    write_bundle(empty, tmp_path / "all.zip")
    brought(tmp_path / "all.zip", tmp_path / "again.db")
    again = open_register(tmp_path / "again.db", who="tester", now=empty.now)
    assert status_bytes(status_report(again, Q2), "md") == status_bytes(
        status_report(empty, Q2), "md"
    )

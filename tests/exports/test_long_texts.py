"""Tests that no text is shortened on its way to a file: it is there whole, or nothing is written.

The texts are made of numbered pieces, so that a gap is found whatever a format writes around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.fields import PROSE
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    ConcernDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Precision, Status
from edi_tui.exports.bundle import write_bundle
from edi_tui.exports.diff_paper import DIFF
from edi_tui.exports.errors import ExportError
from edi_tui.exports.export import LIST_FORMATS, list_bytes
from edi_tui.exports.lists import Listing
from edi_tui.exports.paper import Column, Paper, Section, Table, printable
from edi_tui.exports.publish import publish
from edi_tui.exports.to_calendar import to_calendar
from edi_tui.exports.to_html import to_html
from edi_tui.exports.to_markdown import to_markdown
from edi_tui.exports.to_ods import to_ods
from edi_tui.exports.to_pdf import to_pdf
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.to_slides import to_slides
from edi_tui.exports.to_word import to_word
from edi_tui.services.calendar import calendar_of
from edi_tui.services.closing import close_quarter
from edi_tui.services.lists import rows_of
from edi_tui.services.records import add
from edi_tui.services.register import Register
from tests.conftest import NOW
from tests.exports.conftest import DESPITE
from tests.exports.every_paper import PUBLIC, STATUS, every_paper
from tests.exports.hostile import paper_of
from tests.exports.other_programs import pdf_text
from tests.exports.read_back import everything_in, slide_cells
from tests.services.closing import Q1, Q2, edited, on

LONGEST = 100_000
PLAIN, MARKUP = " ", "|<b>*_`~[x](y)&amp;$#\\{{%"
"""What stands between the pieces of a text: blanks, or all that means something in a format."""
WRITERS: Mapping[str, Callable[[Paper], bytes]] = {
    "md": to_markdown,
    "html": to_html,
    "docx": to_word,
    "pdf": to_pdf,
    "pptx": to_slides,
}


def pieces(letter: str, between: str, length: int) -> str:
    """Return a text of a length, or a little less, in pieces such as `q00017`."""
    return "".join(f"{letter}{n:05d}{between}" for n in range(length // (6 + len(between))))


def pieces_in(text: str) -> list[str]:
    """Return the pieces that are in a text, in which lines may end anywhere."""
    bare = re.sub(r"\s|\d+ of \d+\n\x0c", "", text)
    return sorted(re.findall(r"[a-z]\d{5}", bare))


def told(data: bytes, layout: str) -> str:
    """Return all that a file says."""
    if layout == "pdf":
        return pdf_text(data)
    return "".join(slide_cells(data)) if layout == "pptx" else everything_in(data)


@pytest.mark.parametrize("between", [PLAIN, MARKUP])
@pytest.mark.parametrize("layout", WRITERS)
def test_a_text_of_100_000_characters_is_written_whole(layout: str, between: str) -> None:
    text = pieces("q", between, LONGEST)
    tables = printable(paper_of([text])).tables
    paper = Paper("Title", (), (Section("Section", (), tables),), date(2026, 9, 30))
    assert pieces_in(told(WRITERS[layout](paper), layout)) == pieces_in(text)


@pytest.mark.parametrize("write", [to_sheet, to_ods])
@pytest.mark.parametrize("place", ["title", "subtitles", "paragraphs", "table", "empty"])
def test_what_no_cell_can_hold_is_refused_wherever_it_stands(
    write: Callable[[Paper], bytes], place: str
) -> None:
    text = "x" * LONGEST
    short = paper_of(["short"])
    section = short.sections[0]
    empty = Table("Nothing", (Column("Ref"),), (), text)
    papers = {
        "title": replace(short, title=text),
        "subtitles": replace(short, subtitles=(text,)),
        "paragraphs": replace(short, sections=(replace(section, paragraphs=(text,)),)),
        "table": paper_of([text]),
        "empty": replace(short, sections=(replace(section, tables=(empty,)),)),
    }
    said = r"100,000 characters, and a cell of a spreadsheet holds 32,767"
    with pytest.raises(ExportError, match=said):
        write(papers[place])


TEXTS = {
    "title": pieces("q", PLAIN, PROSE),
    "title before": pieces("v", PLAIN, PROSE),
    "action": pieces("w", "", PROSE),
    "progress": pieces("z", MARKUP, PROSE),
    "summary": pieces("j", PLAIN, PROSE),
    "concern": pieces("k", MARKUP, PROSE),
}
"""Texts as long as a register takes them."""
PAPERS = {
    STATUS: {"title", "action", "progress", "concern"},
    PUBLIC: {"title", "summary"},
    "cover": set(),
    "baf": {"title"},
    "eds": set(),
    "hia1": set(),
    "summary": {"title", "action"},
    "upward": {"title", "action", "progress"},
    "said": {"concern"},
    DIFF: {"title", "title before"},
}
"""What each paper says."""


@pytest.fixture
def wordy(register: Register) -> Register:
    """A register of long texts, with two closed quarters."""
    due = Due(date(2027, 3, 31), "31 March 2027", Precision.DAY)
    for draft in (
        MemberDraft(role="Chair", name="Ada Person"),
        ObjectiveDraft(
            title=TEXTS["title before"],
            owner="MEM-001",
            due=due,
            published=True,
            summary=TEXTS["summary"],
        ),
        ActionDraft(text=TEXTS["action"], lead="Head of EDI", due=due),
        NetworkDraft(name="Race network"),
        ConcernDraft(
            network="NET-001", raised_on=date(2026, 8, 1), theme="R", text=TEXTS["concern"]
        ),
        UpdateDraft(
            subject="OBJ-001",
            on=date(2026, 9, 1),
            status=Status.AT_RISK,
            narrative=TEXTS["progress"],
        ),
    ):
        add(register, draft)
    close_quarter(register, Q1, DESPITE)
    edited(register, "OBJ-001", baf="SR 7", title=TEXTS["title"])
    later = on(register, NOW + timedelta(minutes=1))
    close_quarter(later, Q2, DESPITE)
    return later


def whole(said: str) -> set[str]:
    """Return the names of the long texts that are in a text; each is there whole."""
    found = {*pieces_in(said)}
    wanted = {name: {*pieces_in(text)} for name, text in TEXTS.items()}
    assert [name for name, of in wanted.items() if not (of <= found or of.isdisjoint(found))] == []
    return {name for name, of in wanted.items() if of <= found}


def test_no_paper_shortens_what_a_register_holds(wordy: Register) -> None:
    papers = every_paper(wordy, Q1, Q2)
    assert set(papers) == set(PAPERS)
    for name, paper in papers.items():
        for layout in ("md", "html", "docx", "xlsx", "ods"):
            assert whole(told(paper.write(layout), layout)) == PAPERS[name], (name, layout)
    assert whole(told(papers[STATUS].write("csv"), "csv")) == {"title", "action", "progress"}
    assert whole(told(papers[PUBLIC].write("csv"), "csv")) == PAPERS[PUBLIC]
    assert whole(told(papers[STATUS].write("json"), "json")) == {*TEXTS} - {"title before"}
    assert whole(told(papers[PUBLIC].write("json"), "json")) == PAPERS[PUBLIC]


def test_no_list_site_bundle_or_calendar_shortens_it(wordy: Register, tmp_path: Path) -> None:
    for kind, said in (
        (Kind.OBJECTIVE, "title"),
        (Kind.ACTION, "action"),
        (Kind.UPDATE, "progress"),
    ):
        listing = Listing(kind=kind, rows=rows_of(wordy, kind), head="9:abc", as_at=Q2.end)
        for layout in LIST_FORMATS:
            assert said in whole(told(list_bytes(listing, layout), layout)), layout
    publish(wordy, tmp_path / "site")
    pages = {
        path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")
    }
    for name in ("index.html", "OBJ-001.html", "2026-27-Q2.html"):
        assert whole(pages[name]) >= PAPERS[PUBLIC]
    write_bundle(wordy, tmp_path / "all.zip")
    assert whole(everything_in((tmp_path / "all.zip").read_bytes())) == {*TEXTS}
    assert whole(to_calendar(calendar_of(wordy)).decode()) == {"title", "action"}

"""A plan in the shape of real ones: four tables in Word, as page breaks left them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.plain import to_plain
from edi_tui.domain.words import Status
from edi_tui.imports.run import ImportOptions
from edi_tui.services import records
from edi_tui.services.lists import rows_of
from tests.imports.importing import actions, bring_in, counts, digest
from tests.imports.make_files import docx, word_row, word_table

if TYPE_CHECKING:
    from edi_tui.services.register import Register

SAMPLE = Path(__file__).parents[2] / "sample_data/plans/wres-action-plan.docx"
HEADINGS = ("Action", "Outcome", "Due by", "Progress review", "RAG rating", "Lead")
LEAD = "Director and Board lead for Equality"
TABLES = (
    (
        ("Agree the plan", "One approach", "14/9/2015", "Agreed", "", "Trust lead for E&D"),
        ("Name a board lead", "The board speaks up", "28/12/2015", "Named", "", "Trust lead"),
        ("Train panels", "Fair panels", "28/12/2015", "Booked", "", "Training lead"),
    ),
    (
        ("Talk with BME staff", "Better answers", "31/4/2016", "A meeting in May 2016", "", LEAD),
        ("Send out vacancies", "More applicants", "ongoing", "Two sent", "", "Officer"),
        ("Meet the board", "The board knows", "31/4/2016", "A meeting in May 2016", "", LEAD),
    ),
    (
        (
            "<p>Survey staff</p> <p>5 KF 18. Abuse by the public</p> <p>White BME White BME</p>",
            *("<p>A clear view</p>", "<p>18/2/2016</p>", "<p>Drawn</p> <p>Reported</p>"),
            *("", "<p>Workforce Lead</p>"),
        ),
        (
            *("<p>Make sure that</p>", "<p>Groups are</p>", "<p>ongoing</p>"),
            *("<p>The link to</p>", "", "<p>Officer</p>"),
        ),
    ),
    (
        ("partners get the list of vacancies", "aware of posts", "", "the page went out.", "", ""),
        ("Interview staff", "We know why", "25/4/2016", "", "", "Heads of department"),
    ),
)


def made() -> bytes:
    return docx(
        "".join(
            word_table(word_row(*HEADINGS), *(word_row(*row) for row in rows)) for rows in TABLES
        )
    )


@pytest.fixture(params=["made", "sample"])
def plan(request: pytest.FixtureRequest) -> bytes:
    """Return the plan, as made here and as in the sample data."""
    return made() if request.param == "made" else SAMPLE.read_bytes()


def test_ten_rows_are_nine_actions(register: Register, plan: bytes) -> None:
    result = bring_in(register, plan, name="plan.docx")
    assert counts(result) == {"read": 10, "created": 9, "joined": 1, "skipped": 3}
    assert len(actions(register)) == 9
    assert [table["rows"] for table in result.plain()["files"][0]["tables"]] == [3, 3, 2, 2]
    places = [(row.where, row.outcome.value, row.ref) for row in result.rows]
    assert places[0] == ("table 1, row 1", "created", "ACT-001")
    assert places[7:9] == [
        ("table 3, row 2", "created", "ACT-008"),
        ("table 4, row 1", "joined", "ACT-008"),
    ]


def test_headings_are_told_for_each_table(register: Register, plan: bytes) -> None:
    result = bring_in(register, plan, name="plan.docx").plain()
    assert result["kind"] == "actions"
    for number, table in enumerate(result["files"][0]["tables"], start=1):
        assert table["where"] == f"table {number}"
        assert table["headings"] == {
            "Action": "text",
            "Outcome": "outcome",
            "Due by": "due",
            "Progress review": "progress",
            "RAG rating": "status",
            "Lead": "lead",
        }


def test_every_trap_is_found_in_one_pass(register: Register, plan: bytes) -> None:
    findings = bring_in(register, plan, name="plan.docx").plain()["findings"]
    found = Counter(finding["rule"] for finding in findings)
    assert found == {
        "date-impossible": 2,
        "date-recurring": 2,
        "status-blank": 9,
        "row-joined": 1,
        "lead-several": 3,
    }
    impossible = [one for one in findings if one["rule"] == "date-impossible"]
    assert [(one["where"], one["value"], one["proposals"]) for one in impossible] == [
        ("table 2, row 1", "31/4/2016", ["2016-04-30"]),
        ("table 2, row 3", "31/4/2016", ["2016-04-30"]),
    ]
    assert all(one["column"] == "Due by" and one["level"] == "fail" for one in impossible)


def test_impossible_dates_keep_their_words_and_no_day(register: Register, plan: bytes) -> None:
    bring_in(register, plan, name="plan.docx")
    rows = [row for row in actions(register) if row.due_text == "31/4/2016"]
    assert [row.due_on for row in rows] == [None, None]
    assert [row.due_text for row in actions(register) if row.due_on is None] == [
        *("31/4/2016", "ongoing", "31/4/2016", "ongoing"),
    ]


def test_no_status_is_invented(register: Register, plan: bytes) -> None:
    bring_in(register, plan, name="plan.docx")
    assert {row.status for row in actions(register)} == {Status.NO_UPDATE}
    assert len(rows_of(register, Kind.UPDATE)) == 8


def test_the_row_that_was_split_is_whole(register: Register) -> None:
    bring_in(register, made(), name="plan.docx")
    row = actions(register)[7]
    assert row.text == "Make sure that partners get the list of vacancies"
    assert row.outcome == "Groups are aware of posts"
    assert row.progress == "The link to the page went out."
    assert (row.due_text, row.lead) == ("ongoing", "Officer")
    assert row.source == "plan.docx, table 3, row 2"


def test_marks_of_the_web_are_plain_paragraphs(register: Register, plan: bytes) -> None:
    bring_in(register, plan, name="plan.docx")
    for row in actions(register):
        draft = records.get(register, row.ref).draft
        assert "<p>" not in f"{to_plain(draft)} {row.progress}"
    assert len(actions(register)[6].text.splitlines()) > 2


def test_the_same_plan_again_changes_not_a_byte(register: Register, plan: bytes) -> None:
    preview = bring_in(register, plan, ImportOptions(dry_run=True), name="plan.docx").plain()
    first = bring_in(register, plan, name="plan.docx").plain()
    assert preview | {"dry_run": False} == first
    before = digest(register)
    again = bring_in(register, plan, name="plan.docx")
    assert counts(again) == {"read": 10, "unchanged": 9, "joined": 1, "skipped": 3}
    assert digest(register) == before
    assert again.plain()["findings"] == first["findings"]

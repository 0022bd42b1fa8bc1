"""What a status paper says as a whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.errors import EdiError
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import MemberDraft, ObjectiveDraft, OrganisationDraft
from edi_tui.domain.words import Status
from edi_tui.exports.key_section import versions_told
from edi_tui.exports.status_paper import status_paper
from edi_tui.services.records import add, edit, get
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.paper_parts import column, section_of, table_of
from tests.services.closing import edited


def test_sections_stand_in_the_order_in_which_a_committee_reads(report: StatusReport) -> None:
    assert [section.heading for section in status_paper(report).sections] == [
        "Summary",
        "Challenges",
        "High impact action 1 coverage",
        "Exceptions",
        "Objectives",
        "Actions",
        "Sponsorships",
        "You said, we did",
        "Measures",
        "Evidence",
        "Changes since the last report",
        "Waived rules",
        "Key",
        "Change log",
    ]


def test_the_title_says_which_quarter_and_which_organisation(report: StatusReport) -> None:
    paper = status_paper(report)
    assert paper.title.endswith("2026/27 Q2")
    assert paper.subtitles[0] == "Wessex Vale NHS Foundation Trust (XWV)"
    assert "as at 30 Sep 2026" in paper.subtitles[1]
    assert paper.dated == date(2026, 9, 30)


def test_the_summary_counts_this_quarter_and_the_one_before(report: StatusReport) -> None:
    assert table_of(report, "Objectives by status").rows == (
        ("G On track", "1", "1", "No change"),
        ("R Off track", "1", "0", "1 more"),
        ("- No update", "1", "2", "1 fewer"),
    )
    assert table_of(report, "Actions by status").rows == (
        ("B Complete", "1", "0", "1 more"),
        ("- No update", "1", "2", "1 fewer"),
    )


def test_the_key_says_by_which_versions_of_the_rules_it_was_judged(report: StatusReport) -> None:
    assert (
        "Judged by version 1 of 63 rules, and by S1 version 2. Statuses and other "
        "results are worked out by version 1 of each method."
    ) in section_of(report, "Key").paragraphs
    assert versions_told({"S1": 1}) == "Judged by version 1 of 1 rule."
    assert versions_told({"S1": 1, "S2": 2, "S3": 1, "status": 1, "drift": 2, "heard": 1}) == (
        "Judged by version 1 of 2 rules, and by S2 version 2. Statuses and other "
        "results are worked out by version 1 of each method, but of drift version 2."
    )


def test_the_key_gives_the_thresholds_that_hold_here(full: Register) -> None:
    edited(full, "ORG-001", moves=Decimal(2))
    rows = table_of(status_report(full, Q2), "Thresholds").rows
    assert ("Due date moved (times)", "2", "3") in rows
    assert ("Behind the path (%)", "10", "10") in rows


def test_the_key_explains_every_status(report: StatusReport) -> None:
    words = column(table_of(report, "Status words"), "Status")
    assert words == [f"{status.letter} {status.label}" for status in Status]


def test_the_change_log_head_is_printed(report: StatusReport) -> None:
    said = " ".join(section_of(report, "Change log").paragraphs)
    assert str(report.now.head) in said


def test_an_empty_register_makes_a_sensible_paper(register: Register) -> None:
    paper = status_paper(status_report(register, Q2))
    assert all(table.rows or table.empty for table in paper.tables)
    assert all(section.paragraphs for section in paper.sections)
    assert "no objectives and no actions" in paper.sections[0].paragraphs[0]


@pytest.mark.parametrize("quarter", [Q2, Quarter(2026, 3), Quarter(2019, 4)])
def test_every_cell_says_something_and_every_table_has_a_name_of_its_own(
    full: Register, quarter: Quarter
) -> None:
    tables = status_paper(status_report(full, quarter)).tables
    assert all(cell.strip() for table in tables for row in table.rows for cell in row)
    captions = [table.caption.lower() for table in tables]
    assert len(set(captions)) == len(captions)


def test_hostile_words_are_made_visible_in_every_part(register: Register) -> None:
    before = get(register, "ORG-001")
    hostile = "Trust\x1b[2J\u202e\nline"
    edit(register, "ORG-001", OrganisationDraft(name=hostile), version=before.version)
    add(register, MemberDraft(role=hostile, name="x"))
    add(register, ObjectiveDraft(title=hostile, owner="MEM-001"))
    said = str(status_paper(status_report(register, Q2)))
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "Trust␛[2J\ufffd line" in said


def test_a_quarter_that_has_not_begun_has_no_paper(register: Register) -> None:
    with pytest.raises(EdiError) as refused:
        status_report(register, Quarter(2026, 4))
    assert str(refused.value) == (
        "2026/27 Q4 has not begun: it starts on 1 Jan 2027. Choose 2026/27 Q3 or an earlier "
        "quarter."
    )


def test_a_quarter_that_was_closed_all_the_same_says_with_what_open(closed: Register) -> None:
    found = status_report(closed, Q2)
    (told,) = (line for line in status_paper(found).subtitles if line.startswith("Closed although"))
    assert told.endswith("because: It cannot wait")
    assert "1 finding that fails was open (" in told or "findings that fail were open (" in told
    assert " on OBJ-" in told
    assert found.fails in told
    assert not status_report(closed).fails

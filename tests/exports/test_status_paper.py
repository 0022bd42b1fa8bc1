"""Tests of what a status paper says."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import MemberDraft, NetworkDraft, ObjectiveDraft, OrganisationDraft
from edi_tui.domain.words import NetworkState, Standing, Status
from edi_tui.exports.paper import Section, Table
from edi_tui.exports.status_paper import status_paper
from edi_tui.services.records import add, edit, get
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2


def table_of(report: StatusReport, caption: str) -> Table:
    (table,) = (table for table in status_paper(report).tables if table.caption == caption)
    return table


def column(table: Table, heading: str) -> list[str]:
    place = [column.heading for column in table.columns].index(heading)
    return [row[place] for row in table.rows]


def section_of(report: StatusReport, heading: str) -> Section:
    (section,) = (part for part in status_paper(report).sections if part.heading == heading)
    return section


def test_sections_stand_in_the_order_in_which_a_committee_reads(report: StatusReport) -> None:
    assert [section.heading for section in status_paper(report).sections] == [
        "Summary",
        "High impact action 1 coverage",
        "Exceptions first",
        "Objectives",
        "Actions",
        "Sponsorships",
        "Evidence",
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


def test_coverage_names_seats_and_never_people(report: StatusReport) -> None:
    section = section_of(report, "High impact action 1 coverage")
    said = " ".join(section.paragraphs)
    assert "1 of 2 filled seats has one." in said
    assert "Without an objective: Chair." in said
    assert "Vacant: Medical Director." in said
    assert "1 objective is collective" in said
    assert column(section.tables[0], "Has an objective") == ["No", "Seat is vacant", "Yes"]
    assert "Person" not in str(status_paper(report))


def test_a_board_of_vacant_seats_is_said_to_be_one(register: Register) -> None:
    add(register, MemberDraft(role="Chair", standing=Standing.VACANT))
    section = section_of(status_report(register, Q2), "High impact action 1 coverage")
    assert section.paragraphs[0].endswith("No seat is filled.")
    assert section.paragraphs[1] == "Vacant: Chair."


def test_a_member_who_has_left_is_not_a_seat(report: StatusReport) -> None:
    seats = table_of(report, "Seats and their objectives")
    assert "Finance Director" not in column(seats, "Seat")


def test_exceptions_say_what_was_declared_and_why_it_is_not_so(report: StatusReport) -> None:
    assert table_of(report, "Exceptions").rows[0] == (
        "OBJ-002",
        "Close the bullying gap",
        "Chief People Officer",
        "31 Aug 2026",
        "R Off track",
        "G On track",
        "Overdue by 30 days as at 30 Sep 2026",
    )


def test_objectives_show_figures_with_units_and_the_declared_status(report: StatusReport) -> None:
    objectives = table_of(report, "Objectives")
    assert objectives.rows[0] == (
        "OBJ-001",
        "Raise the share of ethnic minority staff in bands 8a and above",
        "HIA1, HIA2",
        "Chief People Officer",
        "14%",
        "18%",
        "15.5% (as at 30 Sep 2026)",
        "Panels are mixed now.",
        "G On track",
        "1 Mar 2027",
        "1",
        "31 Mar 2027",
    )
    assert column(objectives, "Status")[1] == (
        "R Off track (declared G On track; overdue by 30 days as at 30 Sep 2026)"
    )
    assert column(objectives, "Owner")[2] == "The whole board"


def test_actions_show_the_words_where_there_is_no_date(report: StatusReport) -> None:
    actions = table_of(report, "Actions")
    assert column(actions, "Due") == ["31/4/2016", "ongoing"]
    assert column(actions, "Supporting") == ["None", "HR; OD"]
    assert column(actions, "Lead") == ["Head of EDI", "None"]


def test_sponsorships_count_what_was_held_by_the_date_of_the_paper(report: StatusReport) -> None:
    assert table_of(report, "Sponsorships").rows == (
        (
            "Race network",
            "Chief People Officer",
            "Executive sponsor",
            "1 Apr 2026",
            "Three concerns answered",
            "1 of 2",
        ),
    )


def test_vacant_sponsor_places_are_said_in_words(report: StatusReport) -> None:
    assert table_of(report, "Networks without a sponsor").rows == (
        ("Race network", "No non-executive sponsor"),
        ("Disability network", "No executive sponsor"),
        ("Disability network", "No non-executive sponsor"),
    )


def test_a_closed_network_needs_no_sponsor(full: Register) -> None:
    add(full, NetworkDraft(name="Old network", state=NetworkState.CLOSED))
    places = table_of(status_report(full, Q2), "Networks without a sponsor")
    assert "Old network" not in column(places, "Network")


def test_evidence_is_counted_and_its_absence_named(report: StatusReport) -> None:
    assert table_of(report, "Evidence by kind").rows == (("Organisational data", "1"),)
    assert column(table_of(report, "Objectives without evidence"), "Ref") == ["OBJ-002", "OBJ-003"]


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
    assert all(len(caption) <= 31 for caption in captions)


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

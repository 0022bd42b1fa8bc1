"""Tests of what a status paper says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edi_tui.domain.coverage import Mark
from edi_tui.domain.due import Due
from edi_tui.domain.errors import EdiError
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import (
    ChallengeDraft,
    EvidenceDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    OrganisationDraft,
    SponsorshipDraft,
    UpdateDraft,
    WaiverDraft,
)
from edi_tui.domain.words import (
    AppraisalOutcome,
    NetworkState,
    OrganisationKind,
    Precision,
    ReviewState,
    SponsorKind,
    Standing,
    Status,
)
from edi_tui.exports.export import status_bytes
from edi_tui.exports.paper import Section, Table
from edi_tui.exports.status_paper import status_paper
from edi_tui.services.records import add, edit, get, withdraw
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
        "Challenges",
        "High impact action 1 coverage",
        "Exceptions first",
        "Objectives",
        "Actions",
        "Sponsorships",
        "You said, we did",
        "Evidence",
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


def test_coverage_names_seats_and_never_people(report: StatusReport) -> None:
    section = section_of(report, "High impact action 1 coverage")
    said = " ".join(section.paragraphs)
    assert "1 of 2 filled seats has one." in said
    assert "Without an objective of their own: Chair." in said
    assert "Vacant: Medical Director." in said
    assert "1 objective is collective" in said
    assert column(section.tables[0], "Has an objective") == [
        "Partly",
        "Seat is vacant",
        "Yes",
    ]
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
        "Evidenced",
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
            "Concerns closed: CON-001",
            "1 of 2 (50%)",
        ),
    )


def test_vacant_sponsor_places_are_said_in_words_and_days(report: StatusReport) -> None:
    nobody = "None on record", "Not known", "None"
    assert table_of(report, "Networks without a sponsor").rows == (
        ("Race network", "No non-executive sponsor", *nobody),
        ("Disability network", "No executive sponsor", "2 May 2026", "152", "None"),
        ("Disability network", "No non-executive sponsor", *nobody),
    )


def test_the_next_sponsor_of_a_vacant_place_is_named(full: Register) -> None:
    begins = date(2026, 10, 1)
    add(full, SponsorshipDraft(network="NET-002", member="MEM-001", from_on=begins))
    places = table_of(status_report(full, Q2), "Networks without a sponsor")
    assert column(places, "Next sponsor") == ["None", "Chair, from 1 Oct 2026", "None"]


def test_an_interim_sponsor_and_one_of_several_networks_are_said_to_be_so(full: Register) -> None:
    for network in ("NET-001", "NET-002"):
        kind = SponsorKind.NON_EXECUTIVE
        add(full, SponsorshipDraft(network=network, member="MEM-001", kind=kind))
    report = status_report(full, Q2)
    sponsors = column(table_of(report, "Sponsorships"), "Sponsor")
    assert sponsors == ["Chief People Officer", "Chair (interim)", "Chair (interim)"]
    attended = column(table_of(report, "Sponsorships"), "Attended of held")
    assert attended == ["1 of 2 (50%)", "None held", "None held"]
    assert section_of(report, "Sponsorships").paragraphs[1] == (
        "Chair sponsors 2 networks: Race network and Disability network."
    )


def test_what_sponsors_do_is_set_against_their_role(report: StatusReport) -> None:
    ((network, sponsor, shown, last, missing),) = table_of(report, "What sponsors do").rows
    assert (network, sponsor, shown, last) == (
        "Race network",
        "Chief People Officer",
        "1 of 10",
        "1 Jul 2026",
    )
    assert missing.count(";") == 8
    assert "Help the network to plan" in missing


def test_every_seat_stands_against_what_is_asked_of_it(report: StatusReport) -> None:
    asked = table_of(report, "What is asked of each seat")
    assert [row[:3] for row in asked.rows] == [
        ("MEM-001", "Chair", "Partly"),
        ("MEM-002", "Chief People Officer", "Yes"),
    ]
    assert column(asked, "Mid-year review") == ["Not yet", "Not yet"]
    assert column(asked, "Appraisal") == ["Not yet", "Yes"]
    assert column(asked, "Sponsor") == ["Not needed", "Yes"]
    assert column(asked, "Evidence") == ["No", "Partly"]
    said = section_of(report, "High impact action 1 coverage").paragraphs[-1]
    assert said == "Appraisals are held locally: none of them has a national date."


def test_a_trust_s_appraisals_have_national_dates(full: Register) -> None:
    trust = OrganisationDraft(name="Wessex Vale NHS Trust", kind=OrganisationKind.TRUST)
    edit(full, "ORG-001", trust, version=get(full, "ORG-001").version)
    said = section_of(status_report(full, Q2), "High impact action 1 coverage").paragraphs[-1]
    assert said == (
        "Appraisals for 2025/26 due at NHS England: Chair by 30 Jun 2026 and Non-executive "
        "director by 30 Sep 2026. All others are held locally."
    )


def test_challenges_without_an_answer_stand_first_and_say_how_late_they_are(
    report: StatusReport,
) -> None:
    section = section_of(report, "Challenges")
    assert section.paragraphs == ("2 challenges wait for an answer, of 3 that were put.",)
    (table,) = section.tables
    assert column(table, "Ref") == ["CHA-002", "CHA-003", "CHA-001"]
    assert column(table, "Asked by") == [
        "Integrated care board",
        "Integrated care board",
        "Wessex ICB",
    ]
    assert column(table, "Answer") == ["None", "None", "Panels are mixed"]
    assert column(table, "Who answers") == ["Chief People Officer", "None", "None"]
    assert column(table, "Where it stands") == [
        "Overdue by 12 days",
        "Not answered yet",
        "Closed by the asker on 5 Jul 2026",
    ]


def test_challenges_that_are_all_answered_stand_after_the_concerns(register: Register) -> None:
    asked, answered = date(2026, 9, 1), date(2026, 9, 30)
    add(
        register,
        ChallengeDraft(asked_on=asked, question="Why?", answer="So.", answered_on=answered),
    )
    headings = [part.heading for part in status_paper(status_report(register, Q2)).sections]
    assert headings.index("Challenges") == headings.index("You said, we did") + 1
    earlier = status_report(register, Q2, as_at=date(2026, 9, 29))
    assert [part.heading for part in status_paper(earlier).sections][1] == "Challenges"


def test_a_challenge_of_a_later_day_is_not_in_the_paper(register: Register) -> None:
    add(register, ChallengeDraft(asked_on=date(2026, 10, 1), question="Why?"))
    headings = [part.heading for part in status_paper(status_report(register, Q2)).sections]
    assert "Challenges" not in headings


def test_concerns_that_came_back_to_their_network_are_what_we_did(report: StatusReport) -> None:
    assert table_of(report, "Concerns closed").rows == (
        (
            "CON-001",
            "Race network",
            "Rotas come too late",
            "Rotas come six weeks ahead",
            "1 May 2026",
            "10 Jun 2026",
            "20 Jun 2026",
            "50",
        ),
    )
    assert section_of(report, "You said, we did").paragraphs == (
        "Staff networks have raised 2 concerns; the loop is closed for 1 of them (50%). Half of "
        "the answers came within 40 days.",
    )


def test_open_concerns_have_their_age_and_state_at_the_day_of_the_paper(
    report: StatusReport,
) -> None:
    waiting = table_of(report, "Concerns still open")
    assert column(waiting, "Ref") == ["CON-002"]
    assert column(waiting, "Where it stands") == ["Raised"]
    assert column(waiting, "Days open") == ["91"]


def test_a_heard_score_of_few_people_is_in_no_paper(report: StatusReport) -> None:
    heard = table_of(report, "How far networks feel heard")
    assert column(heard, "Score of 5") == ["3.2", "Too few answers to show"]
    assert column(heard, "Time before") == ["3.5", "None"]
    assert column(heard, "Trend") == ["Falling", "Not shown"]
    assert "1.37" not in str(status_paper(report))


def test_the_reason_of_every_waiver_is_printed(report: StatusReport) -> None:
    ((rule, _, record, reason),) = table_of(report, "Waived rules").rows
    assert (rule, record) == ("M1", "OBJ-002")
    assert reason == "The committee agreed on 3 September"


def test_the_report_does_not_even_know_what_appraisals_said(report: StatusReport) -> None:
    assert report.board.seats[1].appraisal is Mark.YES
    assert "Words for nobody else" not in repr(vars(report))
    assert AppraisalOutcome.PARTLY_MET not in repr(vars(report))


@pytest.mark.parametrize("file_format", ["md", "html", "csv", "json"])
def test_no_paper_holds_an_outcome_or_a_note_of_an_appraisal(
    report: StatusReport, file_format: str
) -> None:
    said = status_bytes(report, file_format).decode().lower()
    assert "words for nobody else" not in said
    assert "partly met" not in said
    assert "partly_met" not in said


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


def test_the_reason_given_for_a_rosy_status_stands_beside_it(full: Register) -> None:
    reason = "The supplier has promised it for 5 October"
    told = UpdateDraft(
        subject="OBJ-002", on=date(2026, 9, 20), status=Status.ON_TRACK, reason=reason
    )
    add(full, told)
    report = status_report(full, Q2)
    said = f"G On track, because: {reason}"
    assert column(table_of(report, "Exceptions"), "Declared")[0] == said
    assert column(table_of(report, "Objectives"), "Status")[1].startswith(
        f"R Off track (declared {said}; overdue"
    )


def moved(register: Register, ref: str, *days: date) -> None:
    for day in days:
        stored = get(register, ref)
        assert isinstance(stored.draft, ObjectiveDraft)
        later = replace(stored.draft, due=Due(day, "", Precision.DAY))
        edit(register, ref, later, version=stored.version)


def test_what_has_moved_is_said_of_the_objectives_that_drift(full: Register) -> None:
    moved(full, "OBJ-002", date(2026, 12, 31), date(2027, 1, 10))
    section = section_of(status_report(full), "What has moved")
    (table,) = section.tables
    assert section.paragraphs == (
        "1 objective has moved since it was agreed, or else since it was first entered.",
    )
    assert table.rows == (
        (
            "OBJ-002",
            "Close the bullying gap",
            "Chief People Officer",
            "Moved twice: 132 days later",
            "Not lowered",
            "Not rewritten",
            "No",
        ),
    )


def test_a_paper_without_drift_has_no_section_of_it(report: StatusReport) -> None:
    assert "What has moved" not in [part.heading for part in status_paper(report).sections]


def test_a_quarter_that_has_not_begun_has_no_paper(register: Register) -> None:
    with pytest.raises(EdiError) as refused:
        status_report(register, Quarter(2026, 4))
    assert str(refused.value) == (
        "2026/27 Q4 has not begun: it starts on 1 Jan 2027. Choose 2026/27 Q3 or an earlier "
        "quarter."
    )


@pytest.mark.parametrize("rule", ["B2", "b3", "B4"])
def test_why_a_rule_on_appraisals_was_set_aside_is_in_no_paper(full: Register, rule: str) -> None:
    add(full, WaiverDraft(rule=rule, subject="MEM-001", reason="A long illness"))
    report = status_report(full, Q2)
    assert "A long illness" not in str(status_paper(report))
    assert b"A long illness" not in status_bytes(report, "json")


def test_the_waiver_of_a_withdrawn_record_is_in_no_paper(full: Register) -> None:
    withdraw(full, "OBJ-002", "Merged", version=get(full, "OBJ-002").version)
    headings = [part.heading for part in status_paper(status_report(full, Q2)).sections]
    assert "Waived rules" not in headings


def test_evidence_that_was_not_accepted_is_not_counted(full: Register) -> None:
    refused = EvidenceDraft(
        title="Hearsay", note="x", review=ReviewState.REJECTED, supports=("OBJ-002", "CHA-001")
    )
    add(full, refused)
    report = status_report(full, Q2)
    assert column(table_of(report, "Objectives"), "Evidence") == ["1", "0", "0"]
    assert column(table_of(report, "Challenges"), "Evidence") == ["0", "0", "0"]


def test_a_sponsor_who_left_the_board_leaves_a_vacant_place(full: Register) -> None:
    stored = get(full, "MEM-002")
    assert isinstance(stored.draft, MemberDraft)
    left = replace(stored.draft, to_on=date(2026, 8, 31))
    edit(full, "MEM-002", left, version=stored.version)
    report = status_report(full, Q2)
    assert table_of(report, "Sponsorships").rows == ()
    assert table_of(report, "Networks without a sponsor").rows[0] == (
        "Race network",
        "No executive sponsor",
        "1 Sep 2026",
        "30",
        "None",
    )

"""The board in a status paper: seats, and what is asked of each."""

from __future__ import annotations

import pytest

from edi_tui.domain.coverage import Mark
from edi_tui.domain.records import MemberDraft, OrganisationDraft
from edi_tui.domain.words import AppraisalOutcome, Audience, OrganisationKind, Standing
from edi_tui.exports.export import status_bytes
from edi_tui.exports.status_paper import status_paper
from edi_tui.services.records import add, edit, get
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.paper_parts import column, section_of, table_of


def test_coverage_names_seats_and_never_people(report: StatusReport) -> None:
    section = section_of(report, "High impact action 1 coverage")
    said = " ".join(section.paragraphs)
    assert "1 of 2 filled seats has one." in said
    counts = "Of 2 filled seats, none have SMART objectives, and 1 was appraised in full for"
    assert f"{counts} 2025/26." in said
    assert "Without an objective of their own: Chair." in said
    assert "Vacant: Medical Director." in said
    assert "1 objective is collective" in said
    assert column(section.tables[0], "Has an objective") == [
        "Partly",
        "Seat is vacant",
        "Yes",
    ]
    assert "Person" not in str(status_paper(report, Audience.BOARD))


def test_a_board_of_vacant_seats_is_said_to_be_one(register: Register) -> None:
    add(register, MemberDraft(role="Chair", standing=Standing.VACANT))
    section = section_of(status_report(register, Q2), "High impact action 1 coverage")
    assert section.paragraphs[0].endswith("No seat is filled.")
    assert section.paragraphs[1] == "Vacant: Chair."


def test_a_member_who_has_left_is_not_a_seat(report: StatusReport) -> None:
    seats = table_of(report, "Seats and their objectives")
    assert "Finance Director" not in column(seats, "Seat")


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

"""What networks said, and what became of it, in a status paper."""

from __future__ import annotations

from edi_tui.exports.status_paper import status_paper
from edi_tui.services.report import StatusReport
from tests.exports.paper_parts import column, section_of, table_of


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

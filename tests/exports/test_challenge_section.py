"""Questions from outside, in a status paper."""

from __future__ import annotations

from datetime import date

from edi_tui.domain.records import ChallengeDraft
from edi_tui.exports.status_paper import status_paper
from edi_tui.services.records import add
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.paper_parts import column, section_of


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

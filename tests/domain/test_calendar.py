"""Which day calls for what, and on which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from edi_tui.domain.bank_holidays import BankHolidays
from edi_tui.domain.calendar import (
    Entry,
    Occasion,
    appraisal_entries,
    challenge_entries,
    delivery_entries,
    evidence_entries,
    paper_entries,
)
from edi_tui.domain.rows import AppraisalRow, MemberRow
from edi_tui.domain.words import OrganisationKind, Seat, Standing, Status
from tests.domain.rules.board_rows import appraisal, challenge
from tests.domain.rules.rows import AS_AT, action, evidence, member, objective

DAY, LATER = date(2027, 1, 15), date(2027, 5, 1)
TRUST, FT = OrganisationKind.TRUST, OrganisationKind.FT
TURN = date(2026, 10, 1)
"""The first day of the second half of 2026/27."""


def told(entries: Iterable[Entry]) -> list[tuple[date, Occasion, str]]:
    return [(one.on, one.occasion, one.key) for one in entries]


def test_an_objective_has_a_day_on_which_it_is_due_and_one_of_its_review() -> None:
    row = objective(title="Raise it", due_on=LATER, review_on=DAY)
    assert list(delivery_entries([row])) == [
        Entry(LATER, "OBJ-001", Occasion.DUE, "Raise it", "Owner: Chief People Officer"),
        Entry(DAY, "OBJ-001", Occasion.REVIEW, "Raise it", "Owner: Chief People Officer"),
    ]
    assert [one.note for one in delivery_entries([objective(owner="")])] == [""]


def test_an_action_names_its_lead() -> None:
    rows = action(due_on=DAY, lead="HR"), action(due_on=DAY, lead="")
    assert [(one.on, one.note) for one in delivery_entries(rows)] == [(DAY, "Lead: HR"), (DAY, "")]


def test_what_is_closed_or_has_no_day_calls_for_nothing_and_holds_up_nothing_after_it() -> None:
    closed = objective(status=Status.COMPLETE, review_on=DAY)
    rows = (closed, action(due_on=None), objective(due_on=None, review_on=DAY))
    assert told(delivery_entries(rows)) == [(DAY, Occasion.REVIEW, "")]


def test_a_question_calls_for_its_answer_until_it_is_answered() -> None:
    rows = (
        challenge(answer_by=DAY, owner="Chair"),
        challenge(answer_by=DAY, answered_on=DAY),
        challenge(),
        challenge(answer_by=LATER),
    )
    assert list(challenge_entries(rows)) == [
        Entry(DAY, "CHA-001", Occasion.ANSWER, rows[0].question, "Answers: Chair"),
        Entry(LATER, "CHA-001", Occasion.ANSWER, rows[0].question, ""),
    ]


def test_evidence_is_looked_at_again_on_the_day_until_which_it_is_good() -> None:
    rows = (
        evidence(),
        evidence(expires_on=DAY, supports=("OBJ-001", "ACT-002")),
        evidence(expires_on=LATER, supports=()),
    )
    assert list(evidence_entries(rows)) == [
        Entry(DAY, "EVI-001", Occasion.EXPIRY, "Workforce data", "Supports: OBJ-001, ACT-002"),
        Entry(LATER, "EVI-001", Occasion.EXPIRY, "Workforce data", ""),
    ]


def appraised(
    who: MemberRow,
    *held: AppraisalRow,
    kind: OrganisationKind = TRUST,
    today: date = AS_AT,
) -> list[Entry]:
    return list(appraisal_entries([who], held, kind, today))


def test_the_appraisals_of_this_year_and_the_last_have_days_in_a_trust() -> None:
    chair = member(role="Chair", seat=Seat.CHAIR)
    assert appraised(chair) == [
        Entry(TURN, "MEM-001", Occasion.MID_YEAR, "Chair, 2026/27", "", "2026"),
        Entry(date(2026, 6, 30), "MEM-001", Occasion.SUBMISSION, "Chair, 2025/26", "", "2025"),
        Entry(date(2027, 6, 30), "MEM-001", Occasion.SUBMISSION, "Chair, 2026/27", "", "2026"),
    ]
    assert told(appraised(chair, kind=FT)) == [(TURN, Occasion.MID_YEAR, "2026")]


@pytest.mark.parametrize(
    ("held", "keys"),
    [
        ((appraisal(year="2026/27", mid_year_on=AS_AT),), ["2025", "2026"]),
        ((appraisal(year="2025/26", mid_year_on=AS_AT),), ["2026", "2025", "2026"]),
        ((appraisal(year="2025/26", submitted_on=AS_AT),), ["2026", "2026"]),
        ((appraisal(year="2025/26", submitted_on=DAY),), ["2026", "2025", "2026"]),
        ((appraisal(submitted_on=AS_AT, member_ref="MEM-002"),), ["2026", "2025", "2026"]),
        (
            (appraisal(mid_year_on=AS_AT, year="2026/27"), appraisal(submitted_on=AS_AT)),
            ["2026"],
        ),
    ],
)
def test_what_has_been_held_or_submitted_calls_for_nothing_more(
    held: tuple[AppraisalRow, ...], keys: list[str]
) -> None:
    assert [one.key for one in appraised(member(seat=Seat.CHAIR), *held)] == keys


@pytest.mark.parametrize(
    ("begun", "keys"),
    [
        (date(2026, 3, 31), ["2026", "2025", "2026"]),
        (date(2026, 4, 1), ["2026", "2026"]),
        (date(2026, 9, 30), ["2026", "2026"]),
        (TURN, ["2026"]),
    ],
)
def test_only_years_in_which_a_member_served_are_appraised(begun: date, keys: list[str]) -> None:
    assert [one.key for one in appraised(member(seat=Seat.CHAIR, from_on=begun))] == keys


def test_before_the_turn_of_the_year_its_mid_year_review_is_yet_to_come() -> None:
    today = date(2026, 5, 1)
    assert told(appraised(member(), today=today)) == [(TURN, Occasion.MID_YEAR, "2026")]


def test_only_those_who_sit_on_the_board_are_appraised() -> None:
    gone = member(to_on=date(2026, 11, 20)), member(standing=Standing.VACANT)
    here = member(ref="MEM-003", to_on=AS_AT)
    assert [one.ref for one in appraisal_entries([*gone, here], [], FT, AS_AT)] == ["MEM-003"]


def test_papers_are_due_before_each_meeting() -> None:
    meetings = (date(2026, 12, 3), "ORG-001", "The board"), (DAY, "2026/27 Q3", "The committee")
    note = "5 working days before the meeting"
    assert list(paper_entries(meetings, 5, BankHolidays())) == [
        Entry(
            date(2026, 11, 26),
            "ORG-001",
            Occasion.PAPERS,
            "The board, 3 Dec 2026",
            note,
            "2026-12-03",
        ),
        Entry(
            date(2027, 1, 8),
            "2026/27 Q3",
            Occasion.PAPERS,
            "The committee, 15 Jan 2027",
            note,
            "2027-01-15",
        ),
    ]

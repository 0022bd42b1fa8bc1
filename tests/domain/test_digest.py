"""What an owner is reminded of, and on which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from edi_tui.domain.answering import Answered
from edi_tui.domain.digest import Call, Digest, Reminder, digest
from edi_tui.domain.progress import Computed
from edi_tui.domain.rows import EvidenceRow
from edi_tui.domain.words import ReviewState, Status
from tests.domain.rules.board_rows import challenge
from tests.domain.rules.rows import AS_AT, action, evidence, objective

UNTIL = AS_AT + timedelta(30)
AFTER = UNTIL + timedelta(1)
LATE = Computed(Status.OFF_TRACK, overdue_days=3, reasons=("overdue by 3 days", "no update"))
STALE = Computed(Status.ON_TRACK, stale=True, reasons=("no update since April",))
LOOKED_OVER = ReviewState.ACCEPTED


def made(*rows: Answered, proof: tuple[EvidenceRow, ...] = ()) -> Digest:
    return digest("Chair", rows, proof, (AS_AT, UNTIL))


@pytest.mark.parametrize(
    ("row", "call", "why"),
    [
        (
            objective(computed=LATE),
            Call.OVERDUE,
            "due 31 Mar 2027; overdue by 3 days; no update",
        ),
        (action(due_on=UNTIL), Call.DUE, "due 21 Dec 2026"),
        (objective(computed=STALE), Call.SILENT, "due 31 Mar 2027; no update since April"),
        (
            objective(computed=STALE, due_on=None, start_on=AS_AT),
            Call.SILENT,
            "no due date; no update since April",
        ),
        (objective(due_on=None, review_on=UNTIL), Call.REVIEW, "next review 21 Dec 2026"),
        (challenge(answer_by=UNTIL), Call.DUE, "answer due 21 Dec 2026"),
        (challenge(answer_by=AS_AT), Call.DUE, "answer due 21 Nov 2026"),
        (
            challenge(answer_by=AS_AT - timedelta(1)),
            Call.OVERDUE,
            "answer due 20 Nov 2026; overdue by 1 day",
        ),
    ],
)
def test_a_reminder_says_what_is_asked_and_why(row: Answered, call: Call, why: str) -> None:
    found = made(row)
    what = row.question if hasattr(row, "question") else row.headline
    assert found.reminders == (Reminder(call, row.ref, what, why),)
    assert (found.closed, found.quiet) == (0, 0)


@pytest.mark.parametrize(
    "row",
    [
        action(due_on=AFTER),
        objective(due_on=AFTER, review_on=AFTER),
        objective(computed=STALE, start_on=AS_AT + timedelta(1)),
        challenge(answer_by=AFTER),
        challenge(),
    ],
)
def test_what_asks_for_nothing_by_then_is_counted_and_left_out(row: Answered) -> None:
    found = made(row)
    assert (found.reminders, found.closed, found.quiet) == ((), 0, 1)


@pytest.mark.parametrize(
    "row",
    [
        objective(status=Status.COMPLETE, computed=LATE, review_on=AS_AT),
        challenge(answer_by=AS_AT, answered_on=AS_AT),
    ],
)
def test_what_is_closed_is_counted_and_left_out(row: Answered) -> None:
    found = made(row, action(due_on=AFTER))
    assert (found.reminders, found.closed, found.quiet) == ((), 1, 1)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (evidence(), "waits to be looked over by another office"),
        (evidence(review=LOOKED_OVER, expires_on=UNTIL), "good until 21 Dec 2026"),
        (
            evidence(expires_on=UNTIL),
            "waits to be looked over by another office; good until 21 Dec 2026",
        ),
        (evidence(review=LOOKED_OVER, expires_on=AFTER), ""),
        (evidence(review=LOOKED_OVER), ""),
    ],
)
def test_evidence_is_looked_over_and_looked_at_again(row: EvidenceRow, why: str) -> None:
    wanted = (Reminder(Call.REVIEW, "EVI-001", "Workforce data", why),) if why else ()
    assert made(proof=(row,)).reminders == wanted


def test_the_most_pressing_comes_first_and_one_thing_may_ask_twice() -> None:
    rows = (
        objective(review_on=AS_AT, computed=STALE),
        action(due_on=UNTIL),
        challenge(answer_by=AS_AT - timedelta(1200)),
    )
    found = made(*rows, proof=(evidence(),))
    assert [(one.call, one.ref) for one in found.reminders] == [
        (Call.OVERDUE, "CHA-001"),
        (Call.DUE, "ACT-001"),
        (Call.SILENT, "OBJ-001"),
        (Call.REVIEW, "OBJ-001"),
        (Call.REVIEW, "EVI-001"),
    ]
    assert "overdue by 1,200 days" in found.reminders[0].why
    assert (found.owner, found.today, found.until) == ("Chair", AS_AT, UNTIL)
    assert (found.closed, found.quiet) == (0, 0)


def test_a_row_that_is_due_on_the_day_itself_is_not_late() -> None:
    assert made(action(due_on=date(2026, 11, 21))).reminders[0].call is Call.DUE

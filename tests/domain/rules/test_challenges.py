"""Tests of the rules on challenges."""

from __future__ import annotations

from datetime import timedelta

import pytest

from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.rows import ChallengeRow
from edi_tui.domain.rules import challenges
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.words import Asker, ReviewState
from edi_tui.reference.rule_texts import rule_texts
from tests.domain.rules.board_rows import challenge
from tests.domain.rules.rows import AS_AT, evidence, says, view


def days(count: int) -> timedelta:
    return timedelta(days=count)


LATE = AS_AT - days(1)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (challenge(), []),
        (challenge(answer_by=AS_AT), []),
        (challenge(answer_by=LATE), ["overdue"]),
        (challenge(answer_by=LATE, answered_on=AS_AT), []),
        (challenge(answer_by=LATE, answered_on=AS_AT + days(1)), ["overdue"]),
        (challenge(answer_by=LATE, answer="Soon"), ["overdue"]),
        (challenge(answer_by=LATE, asked_on=AS_AT + days(1)), []),
    ],
)
def test_an_answer_is_overdue_from_the_day_after_it_is_due(
    row: ChallengeRow, said: list[str]
) -> None:
    assert says(challenges.answered_in_time, row, view(row)) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (challenge(), []),
        (challenge(answer_by=LATE), []),
        (challenge(answer_by=AS_AT), ["soon"]),
        (challenge(answer_by=AS_AT + days(30)), ["soon"]),
        (challenge(answer_by=AS_AT + days(31)), []),
        (challenge(answer_by=AS_AT, answered_on=LATE), []),
        (challenge(answer_by=AS_AT, asked_on=AS_AT + days(1)), []),
        (challenge(answer_by=AS_AT, asked_on=AS_AT), ["soon"]),
    ],
)
def test_an_answer_is_due_soon_in_the_month_before(row: ChallengeRow, said: list[str]) -> None:
    assert says(challenges.answer_soon, row, view(row)) == said


@pytest.mark.parametrize(
    ("row", "supports", "said"),
    [
        (challenge(), "OBJ-001", []),
        (challenge(answered_on=AS_AT), "OBJ-001", ["bare"]),
        (challenge(answered_on=AS_AT), "CHA-001", []),
        (challenge(answered_on=AS_AT + days(1)), "OBJ-001", []),
    ],
)
def test_an_answer_has_evidence(row: ChallengeRow, supports: str, said: list[str]) -> None:
    seen = view(row, evidence(supports=(supports,)))
    assert says(challenges.answered_with_evidence, row, seen) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (challenge(), []),
        (challenge(answered_on=AS_AT - days(30)), []),
        (challenge(answered_on=AS_AT - days(31)), ["open"]),
        (challenge(answered_on=AS_AT - days(31), closed_on=AS_AT), []),
        (challenge(answered_on=AS_AT - days(31), closed_on=AS_AT + days(1)), ["open"]),
    ],
)
def test_the_asker_says_within_a_month_that_it_is_settled(
    row: ChallengeRow, said: list[str]
) -> None:
    assert says(challenges.settled, row, view(row)) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (challenge(), ["undated"]),
        (challenge(answer_by=AS_AT), []),
        (challenge(answered_on=AS_AT), []),
        (challenge(asked_on=AS_AT + days(1)), []),
    ],
)
def test_a_challenge_has_a_day_for_its_answer(row: ChallengeRow, said: list[str]) -> None:
    assert says(challenges.answer_dated, row, view(row)) == said


@pytest.mark.parametrize(
    ("row", "asker"),
    [
        (challenge(), "Wessex ICB"),
        (challenge(asker_name=""), "the integrated care board"),
        (challenge(asker_name="", asker=Asker.NHS_ENGLAND), "NHS England"),
        (challenge(asker_name="", asker=Asker.PEER), "a peer organisation"),
        (challenge(asker_name="", asker=Asker.OTHER), "whoever asked"),
    ],
)
def test_the_asker_is_named(row: ChallengeRow, asker: str) -> None:
    (remark,) = challenges.answer_dated.judge(row, view(row))
    assert remark.facts == {"asker": asker}


def test_an_overdue_answer_fails_and_the_sentence_says_how_late_it_is() -> None:
    row = challenge(answer_by=AS_AT - days(12))
    (remark,) = challenges.answered_in_time.judge(row, view(row))
    finding = rule_texts()["C1"].finding(row.ref, remark)
    assert finding is not None
    assert finding.level is FindingLevel.FAIL
    assert finding.message == "The answer to Wessex ICB was due on 9 Nov 2026, 12 days ago."


ICB = {"asker": "Wessex ICB"}


@pytest.mark.parametrize(
    ("rule", "row", "remark"),
    [
        (
            challenges.answered_in_time,
            challenge(answer_by=AS_AT - days(1000), asked_on=AS_AT - days(1100)),
            Remark("overdue", "25 Feb 2024", {**ICB, "days": "1,000 days"}),
        ),
        (
            challenges.answer_soon,
            challenge(answer_by=AS_AT + days(9)),
            Remark("soon", "30 Nov 2026", ICB),
        ),
        (
            challenges.answered_with_evidence,
            challenge(answered_on=LATE),
            Remark("bare", "20 Nov 2026", ICB),
        ),
        (
            challenges.settled,
            challenge(answered_on=AS_AT - days(40)),
            Remark("open", "12 Oct 2026", ICB),
        ),
        (challenges.answer_dated, challenge(), Remark("undated", "", ICB)),
    ],
)
def test_the_day_that_decided_it_and_the_asker_are_told(
    rule: Rule[ChallengeRow], row: ChallengeRow, remark: Remark
) -> None:
    assert list(rule.judge(row, view(row))) == [remark]


def test_a_challenge_is_waiting_from_the_day_it_is_put_until_it_is_answered() -> None:
    row = challenge(asked_on=LATE, answered_on=AS_AT)
    assert [challenges.waiting(row, LATE + days(n)) for n in (-1, 0, 1)] == [False, True, False]


def test_one_day_late_is_said_in_the_singular() -> None:
    row = challenge(answer_by=LATE)
    (remark,) = challenges.answered_in_time.judge(row, view(row))
    finding = rule_texts()["C1"].finding(row.ref, remark)
    assert finding is not None
    assert finding.message.endswith("was due on 20 Nov 2026, 1 day ago.")


def test_evidence_that_was_not_accepted_proves_no_answer() -> None:
    row = challenge(answered_on=AS_AT)
    refused = evidence(supports=(row.ref,), review=ReviewState.REJECTED)
    assert says(challenges.answered_with_evidence, row, view(row, refused)) == ["bare"]
    other = evidence(ref="EVI-002", supports=(row.ref,))
    assert says(challenges.answered_with_evidence, row, view(row, refused, other)) == []

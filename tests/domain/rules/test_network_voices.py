"""What networks said is answered, and how far they feel heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.rows import ConcernRow, HeardScoreRow
from edi_tui.domain.rules import networks
from edi_tui.domain.rules.rule import Remark
from edi_tui.domain.thresholds import Thresholds
from edi_tui.domain.words import HeardFrom, NetworkState
from edi_tui.reference.rule_texts import rule_texts
from tests.domain.rules.board_rows import concern, heard_score
from tests.domain.rules.network_rows import BEFORE, NOW, RAISED, days, remarks
from tests.domain.rules.rows import AS_AT, network, says, view


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (concern(raised_on=AS_AT - days(60)), []),
        (concern(raised_on=RAISED), ["unanswered"]),
        (concern(raised_on=RAISED, board_on=AS_AT), ["unanswered"]),
        (concern(raised_on=RAISED, answered_on=AS_AT), []),
        (concern(raised_on=RAISED, answered_on=AS_AT + days(1)), ["unanswered"]),
        (concern(raised_on=RAISED, fed_back_on=AS_AT), []),
        (concern(raised_on=AS_AT + days(1)), []),
    ],
)
def test_a_concern_is_answered_in_the_days_that_are_allowed(
    row: ConcernRow, said: list[str]
) -> None:
    assert says(networks.answered, row, view(row)) == said


def test_the_organisation_chooses_how_long_a_concern_may_wait() -> None:
    row = concern(raised_on=AS_AT - days(11))
    seen = view(row)
    known = replace(seen.known, thresholds=Thresholds(concern_days=Decimal(10)))
    (found,) = networks.answered.judge(row, replace(seen, known=known))
    assert (found.value, found.facts["days"]) == ("10 Nov 2026", "11")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (concern(answered_on=AS_AT - days(30)), []),
        (concern(answered_on=AS_AT - days(31)), ["not-told"]),
        (concern(answered_on=AS_AT - days(31), fed_back_on=AS_AT), []),
        (concern(answered_on=AS_AT - days(31), fed_back_on=AS_AT + days(1)), ["not-told"]),
        (concern(), []),
        (concern(answered_on=AS_AT + days(40)), []),
    ],
)
def test_the_network_is_told_within_a_month_of_the_answer(row: ConcernRow, said: list[str]) -> None:
    assert says(networks.loop_closed, row, view(row)) == said


YEAR_AGO = heard_score(date(2025, 9, 30), "3.5")


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([], []),
        ([NOW], []),
        ([heard_score(BEFORE, "3.0"), NOW], []),
        ([heard_score(BEFORE, "2.9"), NOW], []),
        ([heard_score(BEFORE, "3.1"), NOW], [("falling", "3", {"before": "3.1"})]),
        ([YEAR_AGO, heard_score(BEFORE, "3.1"), NOW], [("falling", "3", {"before": "3.1"})]),
        ([YEAR_AGO, heard_score(BEFORE, "3"), NOW], [("below-last-year", "3", {"before": "3.5"})]),
        ([heard_score(BEFORE, "5"), replace(NOW, people=Decimal(9))], []),
        ([heard_score(BEFORE, "5", people=Decimal(9)), NOW], []),
    ],
)
def test_a_network_that_feels_less_heard_is_named(
    scores: list[HeardScoreRow], said: list[tuple[str, str, dict[str, str]]]
) -> None:
    expected = [Remark(*one) for one in said]
    assert remarks(networks.not_less_heard, network(), *scores) == expected


@pytest.mark.parametrize(
    ("people", "source", "said"),
    [
        (Decimal(10), HeardFrom.MEMBERS, []),
        (Decimal(9), HeardFrom.MEMBERS, ["hidden"]),
        (None, HeardFrom.MEMBERS, ["hidden"]),
        (None, HeardFrom.CHAIR, []),
    ],
)
def test_a_score_of_too_few_is_said_to_be_hidden(
    people: Decimal | None, source: HeardFrom, said: list[str]
) -> None:
    row, score = network(), replace(NOW, people=people, heard_from=source)
    assert says(networks.enough_answers, row, view(row, score)) == said


def test_no_finding_holds_a_hidden_score() -> None:
    hidden = heard_score(date(2026, 9, 30), "1.37", people=Decimal(9))
    found = [
        text.finding("NET-001", remark)
        for rule, text in ((rule, rule_texts()[rule.id]) for rule in networks.RULES[4:6])
        for remark in remarks(rule, network(), heard_score(BEFORE, "4"), hidden)
    ]
    assert len(found) == 1
    assert "1.37" not in str(found)
    assert "at least 10 people" in str(found)


def test_a_closed_network_is_no_longer_asked() -> None:
    closed = network(state=NetworkState.CLOSED)
    scores = (heard_score(BEFORE, "5"), NOW)
    assert remarks(networks.not_less_heard, closed, *scores) == []
    assert remarks(networks.enough_answers, closed, replace(NOW, people=None)) == []


def test_a_hidden_score_is_said_with_its_day_and_the_least_number() -> None:
    (found,) = remarks(networks.enough_answers, network(), replace(NOW, people=Decimal(9)))
    assert found == Remark("hidden", "30 Sep 2026", {"least": "10"})


def test_the_organisation_chooses_how_many_answers_are_enough() -> None:
    row, score = network(), replace(NOW, people=Decimal(11))
    seen = view(row, heard_score(BEFORE, "4"), score)
    known = replace(seen.known, thresholds=Thresholds(heard_people=Decimal(12)))
    few = replace(seen, known=known)
    assert says(networks.enough_answers, row, seen) == []
    assert says(networks.enough_answers, row, few) == ["hidden"]
    assert says(networks.not_less_heard, row, seen) == ["falling"]
    assert says(networks.not_less_heard, row, few) == []

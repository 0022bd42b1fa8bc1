"""Tests of heard scores: their trend, and when they are not shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.heard import TOO_FEW, Trend, as_shown, heard, may_show, without_hidden
from edi_tui.domain.rows import HeardScoreRow
from edi_tui.domain.words import HeardFrom
from tests.domain.rules.board_rows import concern, heard_score

LEAST = Decimal(10)
Q1, Q2 = date(2026, 6, 30), date(2026, 9, 30)
YEAR_AGO = date(2025, 7, 1)
CHAIR = HeardFrom.CHAIR


@pytest.mark.parametrize(
    ("people", "source", "shown"),
    [
        (Decimal(10), HeardFrom.MEMBERS, True),
        (Decimal(9), HeardFrom.MEMBERS, False),
        (Decimal(0), HeardFrom.MEMBERS, False),
        (None, HeardFrom.MEMBERS, False),
        (None, CHAIR, True),
        (Decimal(9), CHAIR, False),
        (Decimal(10), CHAIR, True),
    ],
)
def test_a_score_of_too_few_people_is_not_shown(
    people: Decimal | None, source: HeardFrom, shown: bool
) -> None:
    row = heard_score(Q2, "2.5", people=people, heard_from=source)
    assert may_show(row, LEAST) is shown
    found = heard([row], LEAST)
    assert found is not None
    assert found.hidden is not shown
    assert found.score == (Decimal("2.5") if shown else None)
    assert (found.on, found.heard_from) == (Q2, source)


@pytest.mark.parametrize(
    ("earlier", "trend"),
    [
        ([], Trend.NO_EARLIER),
        ([heard_score(Q1, "3.1")], Trend.FALLING),
        ([heard_score(Q1, "3")], Trend.LEVEL),
        ([heard_score(Q1, "3.00")], Trend.LEVEL),
        ([heard_score(Q1, "2.9")], Trend.RISING),
        ([heard_score(YEAR_AGO, "5"), heard_score(Q1, "2.9")], Trend.RISING),
        ([heard_score(Q1, "5", people=Decimal(9))], Trend.NO_EARLIER),
        ([heard_score(YEAR_AGO, "4"), heard_score(Q1, "1", people=None)], Trend.FALLING),
        ([heard_score(Q1, "5", heard_from=CHAIR)], Trend.NO_EARLIER),
    ],
)
def test_the_trend_is_since_the_last_score_that_can_be_compared(
    earlier: Sequence[HeardScoreRow], trend: Trend
) -> None:
    found = heard([*earlier, heard_score(Q2, "3")], LEAST)
    assert found is not None
    assert found.trend is trend


@pytest.mark.parametrize(
    ("on", "trend"),
    [
        (date(2025, 6, 30), Trend.NO_EARLIER),
        (date(2025, 7, 1), Trend.FALLING),
        (date(2025, 9, 30), Trend.FALLING),
        (date(2025, 10, 1), Trend.NO_EARLIER),
        (date(2024, 9, 30), Trend.NO_EARLIER),
    ],
)
def test_a_year_ago_is_the_same_quarter_of_the_year_before(on: date, trend: Trend) -> None:
    found = heard([heard_score(on, "4"), heard_score(Q1, "3"), heard_score(Q2, "3")], LEAST)
    assert found is not None
    assert (found.trend, found.trend_in_a_year) == (Trend.LEVEL, trend)


def test_the_last_of_two_scores_of_a_quarter_counts() -> None:
    rows = [heard_score(YEAR_AGO, "2"), heard_score(date(2025, 9, 1), "4"), heard_score(Q2, "3")]
    found = heard(rows, LEAST)
    assert found is not None
    assert (found.before, found.year_ago) == (Decimal(4), Decimal(4))


def test_a_network_that_was_never_asked_has_no_trend() -> None:
    assert heard([], LEAST) is None


def test_among_rows_only_the_scores_of_too_few_people_are_left_out() -> None:
    shown, few = heard_score(Q1, "3", people=Decimal(10)), heard_score(Q2, "2", people=Decimal(9))
    others = [concern(), shown]
    assert without_hidden([*others, few], LEAST) == others
    assert without_hidden([*others, few], Decimal(9)) == [*others, few]


def test_trends_and_what_is_hidden_are_in_words() -> None:
    assert {word.value: word.label for word in Trend} == {
        "falling": "Falling",
        "level": "Level",
        "rising": "Rising",
        "no_earlier": "No earlier data",
    }
    assert TOO_FEW == "too few answers to show"


SCORES = st.builds(
    lambda score, people, source: (score, people, source),
    st.integers(1, 5),
    st.none() | st.integers(0, 20),
    st.sampled_from(HeardFrom),
)


@given(st.lists(SCORES, min_size=1, max_size=8))
def test_no_score_of_few_people_ever_comes_out(
    given_scores: list[tuple[int, int | None, HeardFrom]],
) -> None:
    rows = [
        # Each score is one of its own, so that it can be told where it came from.
        heard_score(
            date(2024 + place // 4, place % 4 * 3 + 1, 1),
            f"{score}.{place}",
            people=None if people is None else Decimal(people),
            heard_from=source,
        )
        for place, (score, people, source) in enumerate(given_scores)
    ]
    hidden = {row.score for row in rows if not may_show(row, LEAST)}
    found = heard(rows, LEAST)
    assert found is not None
    assert hidden.isdisjoint({found.score, found.before, found.year_ago} - {None})


def test_a_score_is_shown_without_its_figure_where_too_few_gave_it() -> None:
    few = heard_score(Q2, "2.5", people=Decimal(9))
    shown = as_shown(few, LEAST)
    assert (shown.score, shown.why_not) == (None, "Too few answers to show")
    enough = heard_score(Q2, "2.5")
    assert as_shown(enough, LEAST) == enough


@pytest.mark.parametrize(("first", "second"), [("20", "12"), ("12", "20")])
def test_of_two_scores_of_one_day_the_one_of_more_people_counts(first: str, second: str) -> None:
    rows = [
        heard_score(Q2, people, people=Decimal(people), ref=f"HRD-00{place}")
        for place, people in enumerate((first, second), 1)
    ]
    found = heard(rows, LEAST)
    assert found is not None
    assert (found.score, found.before) == (Decimal(20), None)

"""Tests of how far concerns have come and how long it took."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from edi_tui.domain.concerns import Ageing, ConcernState, ageing, loops, raised_by
from edi_tui.domain.rows import ConcernRow
from tests.domain.rules.board_rows import concern

DAY = date(2026, 11, 21)
RAISED, BOARD = date(2026, 9, 1), date(2026, 9, 11)
ANSWERED, TOLD = date(2026, 10, 1), date(2026, 10, 8)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (concern(), Ageing(ConcernState.RAISED, 81, None, None, None, None)),
        (
            concern(board_on=BOARD),
            Ageing(ConcernState.BEFORE_THE_BOARD, 81, 10, None, None, None),
        ),
        (
            concern(board_on=BOARD, answered_on=ANSWERED),
            Ageing(ConcernState.ANSWERED, 81, 10, 20, None, 30),
        ),
        (
            concern(answered_on=ANSWERED),
            Ageing(ConcernState.ANSWERED, 81, None, 30, None, 30),
        ),
        (
            concern(board_on=BOARD, answered_on=ANSWERED, fed_back_on=TOLD),
            Ageing(ConcernState.LOOP_CLOSED, 37, 10, 20, 7, 30),
        ),
        (concern(fed_back_on=TOLD), Ageing(ConcernState.LOOP_CLOSED, 37, None, None, None, None)),
    ],
)
def test_each_step_counts_from_the_one_before(row: ConcernRow, found: Ageing) -> None:
    assert ageing(row, DAY) == found


@pytest.mark.parametrize(
    ("day", "state", "days"),
    [
        (RAISED, ConcernState.RAISED, 0),
        (BOARD - timedelta(1), ConcernState.RAISED, 9),
        (BOARD, ConcernState.BEFORE_THE_BOARD, 10),
        (ANSWERED - timedelta(1), ConcernState.BEFORE_THE_BOARD, 29),
        (ANSWERED, ConcernState.ANSWERED, 30),
        (TOLD - timedelta(1), ConcernState.ANSWERED, 36),
        (TOLD, ConcernState.LOOP_CLOSED, 37),
        (DAY, ConcernState.LOOP_CLOSED, 37),
    ],
)
def test_what_is_dated_later_has_not_happened_yet(
    day: date, state: ConcernState, days: int
) -> None:
    found = ageing(concern(board_on=BOARD, answered_on=ANSWERED, fed_back_on=TOLD), day)
    assert (found.state, found.open_days) == (state, days)


def test_the_states_are_said_in_words() -> None:
    assert [state.label for state in ConcernState] == [
        "Raised",
        "Before the board",
        "Answered",
        "Loop closed",
    ]


def test_the_median_and_the_share_closed_are_of_what_was_raised_by_the_day() -> None:
    rows = [
        concern(answered_on=RAISED + timedelta(10), fed_back_on=RAISED + timedelta(20)),
        concern(answered_on=RAISED + timedelta(15), fed_back_on=RAISED + timedelta(23)),
        concern(answered_on=RAISED + timedelta(40)),
        concern(),
        concern(raised_on=DAY + timedelta(1)),
    ]
    found = loops(rows, DAY)
    assert (found.raised, found.closed, found.share_closed) == (4, 2, Fraction(1, 2))
    assert (found.median_answer, found.median_closed) == (15, 21.5)


def test_where_nothing_was_raised_there_is_no_share_and_no_median() -> None:
    found = loops([], DAY)
    assert (found.share_closed, found.median_answer, found.median_closed) == (None, None, None)


def test_a_concern_counts_from_the_day_it_is_raised() -> None:
    row = concern()
    assert raised_by([row], RAISED) == [row]
    assert raised_by([row], RAISED - timedelta(1)) == []

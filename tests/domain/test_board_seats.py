"""Tests of which seats have an objective."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from edi_tui.domain.board_seats import counts, cover, current, sits
from edi_tui.domain.words import Scope, Standing, Status
from tests.domain.rules.rows import member, objective

DAY = date(2026, 11, 21)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)


@pytest.mark.parametrize(
    ("from_on", "to_on", "there"),
    [
        (None, None, True),
        (DAY, None, True),
        (AFTER, None, False),
        (None, DAY, True),
        (None, BEFORE, False),
    ],
)
def test_a_member_sits_from_the_first_day_to_the_last(
    from_on: date | None, to_on: date | None, there: bool
) -> None:
    assert sits(member(from_on=from_on, to_on=to_on), DAY) is there


@pytest.mark.parametrize("status", Status)
def test_an_objective_in_whose_place_there_is_another_counts_no_more(status: Status) -> None:
    gone = (Status.WITHDRAWN, Status.SUPERSEDED, Status.CARRIED_OVER)
    assert counts(objective(status=status)) is (status not in gone)


def test_each_seat_is_covered_uncovered_or_vacant() -> None:
    covered, bare = member(), member(ref="MEM-002", standing=Standing.INTERIM)
    vacant = member(ref="MEM-003", standing=Standing.VACANT)
    gone = member(ref="MEM-004", to_on=BEFORE)
    objectives = [
        objective(),
        objective(ref="OBJ-002", owner_ref="MEM-002", status=Status.WITHDRAWN),
        objective(ref="OBJ-003", owner_ref="", scope=Scope.COLLECTIVE),
        objective(ref="OBJ-004", owner_ref="", scope=Scope.COLLECTIVE, status=Status.SUPERSEDED),
        objective(ref="OBJ-005", owner_ref="MEM-003"),
    ]
    found = cover([covered, bare, vacant, gone], objectives, DAY)
    assert (found.covered, found.uncovered, found.vacant) == ((covered,), (bare,), (vacant,))
    assert (found.collective, found.seats) == (1, 2)


def test_a_collective_objective_is_no_member_s_own_even_where_one_leads_it() -> None:
    led = objective(scope=Scope.COLLECTIVE)
    assert cover([member()], [led], DAY).uncovered == (member(),)


@pytest.mark.parametrize(
    ("status", "updated_on", "start_on", "now"),
    [
        (Status.ON_TRACK, date(2026, 3, 31), None, True),
        (Status.CLOSED_NOT_MET, date(2026, 3, 31), None, False),
        (Status.CLOSED_NOT_MET, date(2026, 4, 1), None, True),
        (Status.WITHDRAWN, DAY, None, False),
        (Status.ON_TRACK, DAY, DAY, True),
        (Status.ON_TRACK, DAY, AFTER, False),
    ],
)
def test_an_objective_counts_from_its_start_and_in_the_year_in_which_it_was_closed(
    status: Status, updated_on: date, start_on: date | None, now: bool
) -> None:
    row = objective(status=status, updated_on=updated_on, start_on=start_on)
    assert current(row, DAY) is now
    assert bool(cover([member()], [row], DAY).covered) is now

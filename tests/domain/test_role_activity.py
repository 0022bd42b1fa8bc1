"""Tests of what sponsors do of their role."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.role_activity import Duty, four_quarters_to, role_activity
from edi_tui.domain.rows import EngagementRow
from edi_tui.domain.words import Attendance, EngagementKind
from edi_tui.reference.sponsor_role import sponsor_role
from tests.domain.rules.board_rows import engagement, term

DAY = date(2026, 11, 21)
BEGIN = date(2026, 1, 1)
MEETINGS = Duty("Meet", frozenset({EngagementKind.MEETING, EngagementKind.ONE_TO_ONE}))
PLANS = Duty("Plan", frozenset({EngagementKind.PLANNING}))
LONG = term(from_on=date(2020, 1, 1))


def test_each_duty_has_how_often_and_when_it_was_last_shown() -> None:
    entries = [
        engagement(date(2026, 10, 1)),
        engagement(date(2026, 11, 1), kind=EngagementKind.ONE_TO_ONE),
        engagement(date(2026, 5, 1)),
        engagement(date(2026, 11, 2), kind=EngagementKind.EVENT),
    ]
    meet, plan = role_activity(LONG, entries, (MEETINGS, PLANS), DAY)
    assert (meet.duty, meet.times, meet.last_on) == (MEETINGS, 3, date(2026, 11, 1))
    assert (plan.duty, plan.times, plan.last_on) == (PLANS, 0, None)


@pytest.mark.parametrize(
    ("entry", "times"),
    [
        (engagement(BEGIN), 1),
        (engagement(date(2025, 12, 31)), 0),
        (engagement(DAY), 1),
        (engagement(date(2026, 11, 22)), 0),
        (engagement(DAY, attendance=Attendance.DEPUTY), 0),
        (engagement(DAY, attendance=Attendance.APOLOGIES), 0),
        (engagement(DAY, member_ref="MEM-002"), 0),
        (engagement(DAY, network_ref="NET-002"), 0),
    ],
)
def test_only_what_the_sponsor_did_in_four_quarters_counts(
    entry: EngagementRow, times: int
) -> None:
    (meet,) = role_activity(LONG, [entry], (MEETINGS,), DAY)
    assert meet.times == times


def test_only_what_was_done_in_the_term_counts() -> None:
    (meet,) = role_activity(
        term(from_on=date(2026, 6, 1)), [engagement(date(2026, 5, 31))], (MEETINGS,), DAY
    )
    assert meet.times == 0


@pytest.mark.parametrize(
    ("day", "begin"),
    [(DAY, BEGIN), (date(2026, 12, 31), BEGIN), (date(2027, 1, 1), date(2026, 4, 1))],
)
def test_four_quarters_include_the_running_one(day: date, begin: date) -> None:
    assert four_quarters_to(day) == begin


def test_every_duty_of_the_role_can_be_shown_and_every_engagement_shows_one() -> None:
    duties = sponsor_role()
    assert len({duty.name for duty in duties}) == len(duties) == 10
    assert all(duty.shown_by for duty in duties)
    assert set().union(*(duty.shown_by for duty in duties)) == set(EngagementKind)

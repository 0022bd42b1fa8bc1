"""Tests of the meetings of the board and of when their papers are due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.draft_rules import broken
from edi_tui.domain.meetings import MOST_PAPER_DAYS, meeting_day, meeting_days, papers_due
from edi_tui.domain.records import OrganisationDraft
from edi_tui.reference.bank_holidays import bank_holidays

KEPT = bank_holidays()


@pytest.mark.parametrize(
    ("meeting", "days", "expected"),
    [
        (date(2026, 12, 3), 5, date(2026, 11, 26)),
        (date(2027, 1, 5), 5, date(2026, 12, 24)),
        (date(2027, 3, 31), 3, date(2027, 3, 24)),
        (date(2026, 5, 5), 1, date(2026, 5, 1)),
        (date(2026, 11, 22), 1, date(2026, 11, 20)),
    ],
)
def test_papers_are_due_so_many_working_days_before(
    meeting: date, days: int, expected: date
) -> None:
    assert papers_due(meeting, days, KEPT) == expected


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.integers(1, MOST_PAPER_DAYS))
def test_just_so_many_working_days_lie_from_the_papers_to_the_meeting(
    meeting: date, days: int
) -> None:
    due = papers_due(meeting, days, KEPT)
    between = [due + timedelta(n) for n in range((meeting - due).days)]
    assert KEPT.is_working_day(due)
    assert sum(map(KEPT.is_working_day, between)) == days


def test_only_a_whole_day_is_a_meeting() -> None:
    assert meeting_day("3 December 2026") == date(2026, 12, 3)
    assert [meeting_day(words) for words in ("December 2026", "31/4/2026", "", "3 Dec")] == [
        None
    ] * 4


def test_meetings_are_read_once_each_in_order() -> None:
    assert meeting_days(("28 January 2027", "3/12/2026", "3 December 2026")) == [
        date(2026, 12, 3),
        date(2027, 1, 28),
    ]


def test_an_organisation_is_told_of_what_is_no_day_or_no_number_of_days() -> None:
    from decimal import Decimal

    trust = OrganisationDraft(name="A trust", meetings=("soon",), paper_days=Decimal("2.5"))
    assert broken(trust) == {
        "meetings": "“soon” is no day; write 26 November 2026.",
        "paper_days": "Working days are a whole number up to 60.",
    }
    assert set(broken(OrganisationDraft(name="A", paper_days=Decimal(61)))) == {"paper_days"}

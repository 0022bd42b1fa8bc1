"""How something really stands as at a date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.progress import Computed, Declared, computed, is_stale
from edi_tui.domain.words import Status

_AS_AT = date(2026, 11, 21)
_LATELY = date(2026, 10, 1)
_LONG_AGO = date(2026, 6, 30)
_OPEN = [status for status in Status if not status.closed]
_DAYS = st.none() | st.dates(date(2024, 1, 1), date(2030, 12, 31))


_OVERDUE_1 = "overdue by 1 day as at 21 Nov 2026"
_OVERDUE_144 = "overdue by 144 days as at 21 Nov 2026"
_LATE_1 = "forecast 1 Apr 2027, 1 day after it is due"
_LATE_30 = "forecast 30 Apr 2027, 30 days after it is due"
_SILENT = "no update since 30 Jun 2026"
_BEHIND = "14% on 30 Sep 2026 is behind the path to target, 16.2% by then"
_EXPIRED = "no evidence is good after 20 Nov 2026"
_DUE, _APRIL = date(2027, 3, 31), date(2027, 4, 30)
_ENDED = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("declared", "status", "reasons"),
    [
        (Declared(Status.ON_TRACK, date(2026, 11, 21), None, _LATELY), Status.ON_TRACK, ()),
        (
            Declared(Status.ON_TRACK, date(2026, 11, 20), None, _LATELY),
            Status.OFF_TRACK,
            (_OVERDUE_1,),
        ),
        (
            Declared(Status.AT_RISK, date(2026, 6, 30), date(2026, 7, 2), _LATELY),
            Status.OFF_TRACK,
            (_OVERDUE_144, "forecast 2 Jul 2026, 2 days after it is due"),
        ),
        (
            Declared(Status.NOT_STARTED, date(2023, 11, 21), None, _LONG_AGO),
            Status.OFF_TRACK,
            ("overdue by 1,096 days as at 21 Nov 2026", _SILENT),
        ),
        (Declared(Status.ON_TRACK, _DUE, _DUE, _LATELY), Status.ON_TRACK, ()),
        (
            Declared(Status.ON_TRACK, _DUE, date(2027, 4, 1), _LATELY),
            Status.AT_RISK,
            (_LATE_1,),
        ),
        (Declared(Status.OFF_TRACK, _DUE, _APRIL, _LATELY), Status.OFF_TRACK, (_LATE_30,)),
        (Declared(Status.ON_TRACK, _DUE, _APRIL, _LONG_AGO), Status.AT_RISK, (_LATE_30, _SILENT)),
        (Declared(Status.ON_TRACK, _DUE, None, _LATELY, _BEHIND), Status.AT_RISK, (_BEHIND,)),
        (Declared(Status.OFF_TRACK, _DUE, None, _LATELY, _BEHIND), Status.OFF_TRACK, (_BEHIND,)),
        (
            Declared(Status.ON_TRACK, _DUE, None, _LATELY, "", _ENDED),
            Status.AT_RISK,
            (_EXPIRED,),
        ),
        (Declared(Status.NOT_STARTED, _DUE, None, _LATELY, "", _ENDED), Status.NOT_STARTED, ()),
        (
            Declared(Status.ON_TRACK, date(2026, 6, 30), _APRIL, _LONG_AGO, _BEHIND, _ENDED),
            Status.OFF_TRACK,
            (
                _OVERDUE_144,
                "forecast 30 Apr 2027, 304 days after it is due",
                _BEHIND,
                _EXPIRED,
                _SILENT,
            ),
        ),
        (
            Declared(Status.ON_TRACK, _DUE, date(2027, 1, 1), _LONG_AGO),
            Status.NO_UPDATE,
            (_SILENT,),
        ),
        (Declared(Status.NOT_STARTED), Status.NO_UPDATE, ("never updated",)),
        (Declared(Status.AT_RISK, updated_on=_LONG_AGO), Status.AT_RISK, (_SILENT,)),
        (Declared(Status.ON_HOLD), Status.ON_HOLD, ("never updated",)),
        (Declared(Status.NO_UPDATE, updated_on=_LATELY), Status.NO_UPDATE, ()),
    ],
)
def test_the_gravest_fact_decides_and_every_reason_is_kept_in_order(
    declared: Declared, status: Status, reasons: tuple[str, ...]
) -> None:
    stands = computed(declared, as_at=_AS_AT)
    assert (stands.status, stands.reasons) == (status, reasons)
    assert stands.reason == (reasons[0] if reasons else "")


@pytest.mark.parametrize(
    ("declared", "stands", "rosier"),
    [
        (Status.ON_TRACK, Status.AT_RISK, True),
        (Status.ON_TRACK, Status.OFF_TRACK, True),
        (Status.AT_RISK, Status.OFF_TRACK, True),
        (Status.ON_HOLD, Status.OFF_TRACK, True),
        (Status.NOT_STARTED, Status.OFF_TRACK, True),
        (Status.NOT_STARTED, Status.AT_RISK, False),
        (Status.ON_HOLD, Status.AT_RISK, False),
        (Status.AT_RISK, Status.AT_RISK, False),
        (Status.OFF_TRACK, Status.OFF_TRACK, False),
        (Status.ON_TRACK, Status.NO_UPDATE, False),
        (Status.NO_UPDATE, Status.OFF_TRACK, False),
        (Status.COMPLETE, Status.COMPLETE, False),
    ],
)
def test_only_a_claim_that_is_greener_than_the_facts_is_a_watermelon(
    declared: Status, stands: Status, rosier: bool
) -> None:
    assert Computed(stands).watermelon(declared) is rosier


@pytest.mark.parametrize("status", [status for status in Status if status.closed])
def test_what_is_closed_is_neither_overdue_nor_late_nor_silent(status: Status) -> None:
    declared = Declared(status, date(2020, 1, 1), date(2021, 1, 1), None, _BEHIND, _ENDED)
    assert computed(declared, as_at=_AS_AT) == Computed(status)


@given(st.sampled_from(_OPEN), _DAYS, _DAYS, _DAYS)
def test_days_are_counted_from_the_due_date_and_never_below_nothing(
    status: Status, due: date | None, forecast: date | None, updated: date | None
) -> None:
    stands = computed(Declared(status, due, forecast, updated), as_at=_AS_AT)
    assert stands.overdue_days == (max((_AS_AT - due).days, 0) if due else 0)
    assert stands.late_days == (max((forecast - due).days, 0) if due and forecast else 0)
    assert stands.stale == is_stale(updated, _AS_AT)
    assert bool(stands.reason) == bool(stands.overdue_days or stands.late_days or stands.stale)


@pytest.mark.parametrize(
    ("as_at", "first_fresh_day"),
    [
        (date(2026, 11, 21), date(2026, 7, 1)),
        (date(2026, 10, 1), date(2026, 7, 1)),
        (date(2026, 9, 30), date(2026, 4, 1)),
        (date(2026, 4, 1), date(2026, 1, 1)),
        (date(2026, 1, 31), date(2025, 10, 1)),
    ],
)
def test_silence_since_before_the_last_whole_quarter_is_stale(
    as_at: date, first_fresh_day: date
) -> None:
    assert not is_stale(first_fresh_day, as_at)
    assert is_stale(first_fresh_day - timedelta(days=1), as_at)
    assert is_stale(None, as_at)


@pytest.mark.parametrize(
    ("stands", "exceptional"),
    [
        (Computed(Status.OFF_TRACK), True),
        (Computed(Status.AT_RISK), True),
        (Computed(Status.CLOSED_NOT_MET), True),
        (Computed(Status.NO_UPDATE), True),
        (Computed(Status.ON_HOLD, stale=True), True),
        (Computed(Status.ON_HOLD), False),
        (Computed(Status.ON_TRACK), False),
        (Computed(Status.COMPLETE), False),
    ],
)
def test_a_paper_puts_trouble_and_silence_first(stands: Computed, exceptional: bool) -> None:
    assert stands.exceptional is exceptional

"""Bank holidays and working days in England."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter
from dateutil.relativedelta import MO, relativedelta

LAST_PUBLISHED = 2028
"""The last year whose bank holidays the government had published when this was released.

Later ones are worked out by the same rules, which cannot know what is yet to be proclaimed.
"""
_SATURDAY = 5
_MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
"""Usual days that a royal proclamation moved in one year."""
_ONCE = (
    date(2011, 4, 29),
    date(2012, 6, 5),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
)
"""Days that were added in one year: a wedding, two jubilees, a state funeral, a coronation."""


def is_working_day(day: date) -> bool:
    """Tell whether a day is neither of a weekend nor a bank holiday in England."""
    return day.weekday() < _SATURDAY and day not in bank_holidays(day.year)


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year in England.

    By the Banking and Financial Dealings Act 1971 and later proclamations: a day that falls on a
    weekend is kept on the next day that is free.
    """
    held: set[date] = {_MOVED.get(day, day) for day in _usual(year)}
    held |= {day for day in _ONCE if day.year == year}
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() >= _SATURDAY or day in held:
            day += timedelta(days=1)
        held.add(day)
    return frozenset(held)


def _usual(year: int) -> Iterator[date]:
    """Yield the days that lie around Easter or on Mondays."""
    sunday = easter(year)
    yield sunday - timedelta(days=2)
    yield sunday + timedelta(days=1)
    yield date(year, 5, 1) + relativedelta(weekday=MO(1))
    yield date(year, 5, 31) + relativedelta(weekday=MO(-1))
    yield date(year, 8, 31) + relativedelta(weekday=MO(-1))

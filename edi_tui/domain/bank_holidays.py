"""Bank holidays and working days in England."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter
from dateutil.relativedelta import MO, relativedelta

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class BankHolidays:
    """The days on which banks are closed: as they were published, in other years by rule."""

    published: frozenset[date] = frozenset()
    """All days of each year of which any is in it, as proclamations moved them or added some."""
    years: frozenset[int] = field(init=False)
    """Those that were published."""

    def __post_init__(self) -> None:
        """Gather the years."""
        object.__setattr__(self, "years", frozenset(day.year for day in self.published))

    @property
    def last(self) -> int:
        """The last year that was published.

        Later ones are worked out, which cannot know what is yet to be proclaimed.
        """
        return max(self.years, default=0)

    def is_working_day(self, day: date) -> bool:
        """Tell whether a day is neither of a weekend nor a bank holiday."""
        held = self.published if day.year in self.years else usual(day.year)
        return day.weekday() < _SATURDAY and day not in held


@lru_cache(maxsize=256)
def usual(year: int) -> frozenset[date]:
    """Return the bank holidays of a year in which no proclamation moves or adds one.

    By the Banking and Financial Dealings Act 1971 and the custom of proclaiming New Year's Day and
    the first Monday in May: a day that falls on a weekend is kept on the next day that is free.
    """
    held = set(_around_easter_and_on_mondays(year))
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() >= _SATURDAY or day in held:
            day += timedelta(days=1)
        held.add(day)
    return frozenset(held)


def _around_easter_and_on_mondays(year: int) -> Iterator[date]:
    sunday = easter(year)
    yield sunday - timedelta(days=2)
    yield sunday + timedelta(days=1)
    yield date(year, 5, 1) + relativedelta(weekday=MO(1))
    yield date(year, 5, 31) + relativedelta(weekday=MO(-1))
    yield date(year, 8, 31) + relativedelta(weekday=MO(-1))

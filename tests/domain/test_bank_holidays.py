"""Tests of bank holidays: as they were published, and by rule where they were not."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.bank_holidays import BankHolidays, usual

PUBLISHED = {
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}
"""What the government lists for years in which nothing was proclaimed."""


@pytest.mark.parametrize(("year", "days"), PUBLISHED.items())
def test_the_rule_gives_what_was_published(year: int, days: str) -> None:
    assert usual(year) == {date.fromisoformat(f"{year}-{day}") for day in days.split()}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2026, 12, 26), False),
        (date(2026, 12, 28), False),
        (date(2026, 12, 29), True),
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
    ],
)
def test_nobody_works_on_weekends_and_bank_holidays(day: date, expected: bool) -> None:
    assert BankHolidays().is_working_day(day) is expected


def test_what_was_published_of_a_year_stands_in_the_place_of_the_rule() -> None:
    moved = BankHolidays(frozenset({date(2029, 5, 8)}))
    assert moved.last == 2029
    assert not moved.is_working_day(date(2029, 5, 8))
    assert moved.is_working_day(date(2029, 5, 7))
    assert not moved.is_working_day(date(2030, 5, 6))
    assert not moved.is_working_day(date(2028, 5, 1))

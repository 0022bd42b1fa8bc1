"""The published bank holidays, a whole year at a time."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.bank_holidays import usual
from edi_tui.reference.bank_holidays import bank_holidays

PROCLAIMED = {
    2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
}
"""What the government listed for years in which a day was moved or added."""
YEARS = sorted(bank_holidays().years)


def test_no_year_is_left_out_of_the_list() -> None:
    assert list(range(YEARS[0], bank_holidays().last + 1)) == YEARS


@pytest.mark.parametrize("year", YEARS)
def test_a_year_is_as_usual_unless_something_was_proclaimed(year: int) -> None:
    listed = {day for day in bank_holidays().published if day.year == year}
    days = PROCLAIMED.get(year, "").split()
    assert listed == ({date.fromisoformat(f"{year}-{day}") for day in days} or usual(year))

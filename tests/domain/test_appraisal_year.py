"""Tests of the years and dates of appraisals."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain import appraisal_year as years
from edi_tui.domain.words import OrganisationKind, Seat
from tests.domain.rules.board_rows import appraisal
from tests.domain.rules.rows import member

NATIONAL = (OrganisationKind.TRUST, OrganisationKind.ICB)
DAY = date(2026, 6, 1)
BEFORE, AFTER = date(2026, 5, 31), date(2026, 6, 2)


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2027, 3, 31), 2026)],
)
def test_a_financial_year_starts_in_april(day: date, year: int) -> None:
    assert years.year_of(day) == year


def test_a_financial_year_has_a_name_an_end_and_a_second_half() -> None:
    assert years.year_name(2026) == "2026/27"
    assert years.year_name(1999) == "1999/00"
    assert years.year_end(2026) == date(2027, 3, 31)
    assert years.second_half(2026) == date(2026, 10, 1)


@pytest.mark.parametrize("organisation", OrganisationKind)
@pytest.mark.parametrize("seat", Seat)
def test_only_chairs_and_non_executives_of_trusts_and_boards_have_a_national_date(
    organisation: OrganisationKind, seat: Seat
) -> None:
    dates = {Seat.CHAIR: date(2026, 6, 30), Seat.NON_EXECUTIVE: date(2026, 9, 30)}
    expected = dates.get(seat) if organisation in NATIONAL else None
    assert years.deadline(seat, organisation, 2025) == expected


@pytest.mark.parametrize("name", ["2025/26", "2025-26", "2025-2026", "25/26", "FY 2025/26"])
def test_a_year_is_found_however_it_is_written(name: str) -> None:
    rows = [appraisal(year=name), appraisal(year="2024/25"), appraisal(year="last year")]
    assert years.of_year(rows, 2025) == rows[:1]


def test_what_is_dated_later_has_not_been_held_reviewed_or_submitted() -> None:
    row = appraisal(appraised_on=DAY, mid_year_on=DAY, submitted_on=DAY)
    none = appraisal()
    assert years.took_place([row, none], DAY) == [row]
    assert years.took_place([row], BEFORE) == []
    assert years.reviewed([none, row], DAY)
    assert not years.reviewed([row], BEFORE)
    assert not years.reviewed([none], AFTER)
    assert years.submitted([none, row], DAY)
    assert not years.submitted([row], BEFORE)
    assert not years.submitted([none], AFTER)


@pytest.mark.parametrize(
    ("from_on", "served"),
    [(None, True), (date(2026, 3, 31), True), (date(2026, 4, 1), False)],
)
def test_who_began_after_a_year_has_not_served_in_it(from_on: date | None, served: bool) -> None:
    assert years.served_in(member(from_on=from_on), 2025) is served

"""Quarters of the NHS financial year, and how they are written."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.quarter_words import possible_quarters, read_financial_year, read_quarter
from edi_tui.domain.quarters import Quarter

_LIKE = "; write it like 2026/27 Q2."
_ENDS = (
    "is not the end of a quarter; quarters end on 30 June, 30 September, 31 December and 31 March."
)
_QUARTERS = st.builds(Quarter, st.integers(2000, 2098), st.integers(1, 4))


@pytest.mark.parametrize(
    ("quarter", "start", "end"),
    [
        (Quarter(2026, 1), date(2026, 4, 1), date(2026, 6, 30)),
        (Quarter(2026, 2), date(2026, 7, 1), date(2026, 9, 30)),
        (Quarter(2026, 3), date(2026, 10, 1), date(2026, 12, 31)),
        (Quarter(2026, 4), date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_a_quarter_knows_its_days(quarter: Quarter, start: date, end: date) -> None:
    assert (quarter.start, quarter.end) == (start, end)
    assert Quarter.containing(start) == Quarter.containing(end) == quarter


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_every_day_is_in_one_quarter(day: date) -> None:
    quarter = Quarter.containing(day)
    assert quarter.start <= day <= quarter.end
    assert quarter.next.start == quarter.end + timedelta(days=1)
    assert quarter.next.previous == quarter
    assert quarter.previous < quarter < quarter.next


@pytest.mark.parametrize("number", [0, 5, -1])
def test_there_is_no_fifth_quarter(number: int) -> None:
    with pytest.raises(ValueError, match="Q1 to Q4"):
        Quarter(2026, number)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("2026/27 Q2", Quarter(2026, 2)),
        ("Q2 2026/27", Quarter(2026, 2)),
        ("Q2 26/27", Quarter(2026, 2)),
        ("Q4 24-25", Quarter(2024, 4)),
        ("2023-24 Q1", Quarter(2023, 1)),
        ("2024/25 Q3", Quarter(2024, 3)),
        ("2026–27 q2", Quarter(2026, 2)),
        ("  Q2   2026 / 2027 ", Quarter(2026, 2)),
        ("2026/27Q2", Quarter(2026, 2)),
        ("2026-27-Q2", Quarter(2026, 2)),
        ("Q2, 2026/27", Quarter(2026, 2)),
        ("Q2 FY26/27", Quarter(2026, 2)),
        ("FY 26/27 Q2", Quarter(2026, 2)),
        ("Qtr 2 2026/27", Quarter(2026, 2)),
        ("quarter 2 of 2026/27", Quarter(2026, 2)),
        ("Quarter 2 of the financial year 2026/27", Quarter(2026, 2)),
        ("quarter ended 30 June 2018", Quarter(2018, 1)),
        ("Quarter ended 31 December 2018", Quarter(2018, 3)),
        ("the quarter ending 31/03/2024", Quarter(2023, 4)),
        ("quarter ended September 2018", Quarter(2018, 2)),
    ],
)
def test_the_spellings_of_reports_are_read(text: str, quarter: Quarter) -> None:
    assert read_quarter(text) == quarter


@given(_QUARTERS)
def test_what_is_printed_reads_back(quarter: Quarter) -> None:
    assert read_quarter(str(quarter)) == quarter
    year = f"{quarter.year % 100:02d}-{(quarter.year + 1) % 100:02d}"
    assert read_quarter(f"q{quarter.number} {year}") == quarter
    assert read_quarter(f"quarter ended {quarter.end:%d %B %Y}") == quarter


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Q3 2024",
            "“Q3 2024” is 2024/25 Q3 by the financial year or 2024/25 Q2 by the calendar "
            "year; write the one you mean.",
        ),
        (
            "Q1 2024",
            "“Q1 2024” is 2024/25 Q1 by the financial year or 2023/24 Q4 by the calendar "
            "year; write the one you mean.",
        ),
        ("Q5 2026/27", "“Q5 2026/27” does not exist; a year has Q1 to Q4."),
        ("quarter 5 2026/27", "“quarter 5 2026/27” does not exist; a year has Q1 to Q4."),
        ("Q2", f"“Q2” has no year{_LIKE}"),
        ("2026/27", f"“2026/27” has no quarter{_LIKE}"),
        ("2026/28 Q1", f"“2026/28 Q1” does not name one financial year{_LIKE}"),
        ("Q4 27/26", f"“Q4 27/26” does not name one financial year{_LIKE}"),
        ("2017/ /19", f"“2017/ /19” is not a quarter{_LIKE}"),
        ("quarter ended 15 June 2018", f"“quarter ended 15 June 2018” {_ENDS}"),
        ("quarter ended 31 June 2018", f"“quarter ended 31 June 2018” {_ENDS}"),
        ("quarter ended 31 May 2018", f"“quarter ended 31 May 2018” {_ENDS}"),
        ("quarter ended 30 June", f"“quarter ended 30 June” {_ENDS}"),
        ("quarter ended 2018", f"“quarter ended 2018” {_ENDS}"),
        ("quarter ended 13/2018", f"“quarter ended 13/2018” {_ENDS}"),
        ("quarter ended soon", f"“quarter ended soon” {_ENDS}"),
        ("soon", f"“soon” is not a quarter{_LIKE}"),
        ("", f"Nothing is not a quarter{_LIKE}"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"quarter|year") as refusal:
        read_quarter(text)
    assert str(refusal.value) == said


def test_a_calendar_year_leaves_two_possible_quarters() -> None:
    assert possible_quarters("Q3 2024") == (Quarter(2024, 3), Quarter(2024, 2))
    assert possible_quarters("Q1 24") == (Quarter(2024, 1), Quarter(2023, 4))
    assert possible_quarters("Q3 2024/25") == (Quarter(2024, 3),)
    assert possible_quarters("Q3") == ()


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("Q2 1899", ()),
        ("Q2 1900", (Quarter(1900, 2), Quarter(1900, 1))),
        ("Q2 2099", (Quarter(2099, 2), Quarter(2099, 1))),
        ("Q2 2100", ()),
    ],
)
def test_a_year_is_of_the_last_century_or_this(text: str, possible: tuple[Quarter, ...]) -> None:
    assert possible_quarters(text) == possible


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2013/14", 2013),
        ("26/27", 2026),
        ("2023-24", 2023),
        ("2023–24", 2023),
        ("2022-2023", 2022),
        ("FY 25/26", 2025),
        ("financial year 2023 / 24", 2023),
        ("1999/00", 1999),
        ("2026/28", None),
        ("2023/23", None),
        ("2017/ /19", None),
        ("2013/14 to 2015/16", None),
        ("2026", None),
        ("", None),
    ],
)
def test_financial_years_are_two_years_in_a_row(text: str, year: int | None) -> None:
    assert read_financial_year(text) == year


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read_financial_year(text)
    with suppress(ValueError):
        assert 1 <= read_quarter(text).number <= 4

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.filters.moments import days_like, read_period

TODAY = date(2026, 11, 21)
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", date(2026, 11, 21), date(2026, 11, 21)),
        ("tomorrow", date(2026, 11, 22), date(2026, 11, 22)),
        ("Yesterday", date(2026, 11, 20), date(2026, 11, 20)),
        ("EOM", date(2026, 11, 30), date(2026, 11, 30)),
        ("eoq", date(2026, 12, 31), date(2026, 12, 31)),
        ("eoy", date(2027, 3, 31), date(2027, 3, 31)),
        ("+30d", date(2026, 12, 21), date(2026, 12, 21)),
        ("-2w", date(2026, 11, 7), date(2026, 11, 7)),
        ("+1m", date(2026, 12, 21), date(2026, 12, 21)),
        ("-1y", date(2025, 11, 21), date(2025, 11, 21)),
        ("q3", date(2026, 10, 1), date(2026, 12, 31)),
        ("q4", date(2027, 1, 1), date(2027, 3, 31)),
        ("Q3 2024", date(2024, 10, 1), date(2024, 12, 31)),
        (" 2027 ", date(2027, 1, 1), date(2027, 12, 31)),
        ("2027-12", date(2027, 12, 1), date(2027, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("by end of June 2027", date(2027, 6, 1), date(2027, 6, 30)),
        ("2026/27 q4", date(2027, 1, 1), date(2027, 3, 31)),
        ("2026/27", date(2026, 4, 1), date(2027, 3, 31)),
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("2027-02", date(2027, 2, 1), date(2027, 2, 28)),
        ("2027-03-31", date(2027, 3, 31), date(2027, 3, 31)),
        ("31 March 2027", date(2027, 3, 31), date(2027, 3, 31)),
        ("31/3/2027", date(2027, 3, 31), date(2027, 3, 31)),
        ("March 2027", date(2027, 3, 1), date(2027, 3, 31)),
    ],
)
def test_days_and_periods_are_read(text: str, first: date, last: date) -> None:
    assert read_period(text, TODAY) == (first, last)


@pytest.mark.parametrize("text", ["soon", "31/4/2027", "+9999y", "q5", "2027-13", "9999-12-99", ""])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date; write"):
        read_period(text, TODAY)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2027", "2027-__-__"),
        ("Jun", "____-06-__"),
        ("30 jun", "____-06-30"),
        ("june 2027", "2027-06-__"),
        ("2027-06", "2027-06-__"),
        ("2027-06-30", "2027-06-30"),
        ("30", "____-__-30"),
        ("3 june", "____-06-03"),
        ("sept 2027", "2027-09-__"),
        ("September", "____-09-__"),
        ("Decembers", ""),
        ("june july", ""),
        ("2027 2028", ""),
        ("30 jun 31", ""),
        ("2027 06 30 1", ""),
        ("30 06", ""),
        ("12345", ""),
        ("2026/27", ""),
        ("2027-13", ""),
        ("2027-00", ""),
        ("0 june", ""),
        ("32 june", ""),
        ("31 december", "____-12-31"),
        ("1", "____-__-01"),
        ("2027-01-01", "2027-01-01"),
        ("may be", ""),
        ("202", ""),
        ("ju", ""),
        ("", ""),
        ("٣", ""),
    ],
)
def test_part_of_a_date_names_every_day_that_has_it(text: str, days: str) -> None:
    assert days_like(text) == days


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        (date(2027, 1, 31), "eoy", date(2027, 3, 31)),
        (date(2027, 1, 31), "+1m", date(2027, 2, 28)),
        (date(2027, 12, 5), "eom", date(2027, 12, 31)),
        (date(2028, 2, 29), "+1y", date(2029, 2, 28)),
        (date(2027, 3, 31), "eoq", date(2027, 3, 31)),
    ],
)
def test_ends_are_counted_from_today(today: date, text: str, day: date) -> None:
    assert read_period(text, today) == (day, day)


@pytest.mark.parametrize(("number", "month"), list(enumerate(MONTHS, 1)))
def test_every_month_is_known_by_its_name_and_by_three_letters(number: int, month: str) -> None:
    for words in (month, month[:3], month[:4]):
        assert days_like(words) == f"____-{number:02d}-__"

"""Tests of dates in a note that lie after a due date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from edi_tui.domain.later_dates import later_date

SAID = date(2026, 11, 21)
DUE = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("note", "words", "first"),
    [
        ("Now expected on 15 January 2027.", "15 January 2027", date(2027, 1, 15)),
        ("Now expected on 1 January 2027.", "1 January 2027", date(2027, 1, 1)),
        ("Slipped to 15/01/2027", "15/01/2027", date(2027, 1, 15)),
        ("Slipped to 15.01.2027", "15.01.2027", date(2027, 1, 15)),
        ("Slipped to 2027-01-15", "2027-01-15", date(2027, 1, 15)),
        ("Slipped to January 2027", "January 2027", date(2027, 1, 1)),
        ("Slipped to Sept 2027", "Sept 2027", date(2027, 9, 1)),
        ("Slipped to Q1 2027/28", "Q1 2027/28", date(2027, 4, 1)),
        ("Slipped to Q4 2026/27", "Q4 2026/27", date(2027, 1, 1)),
        ("The 1st of February 2027 it is", "1st of February 2027", date(2027, 2, 1)),
        ("Pilot in June 2026, the rest in March 2027", "March 2027", date(2027, 3, 1)),
        ("Slipped to 5 February", "5 February", date(2027, 2, 5)),
    ],
)
def test_a_note_that_names_a_later_day_month_or_quarter_is_told_with_its_first_day(
    note: str, words: str, first: date
) -> None:
    assert later_date(note, DUE, said_on=SAID) == (words, first)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "No dates here, 12 people came.",
        "Still due on 31 December 2026.",
        "Due in December 2026.",
        "Due in Q3 2026/27.",
        "Held on 3 March 2026.",
        "Some time in 2027.",
        "In 2027/28 at the latest.",
        "Until further notice",
    ],
)
def test_a_note_without_a_later_day_month_or_quarter_tells_none(note: str) -> None:
    assert later_date(note, DUE, said_on=SAID) is None


@pytest.mark.parametrize(
    ("due_on", "found"),
    [(date(2027, 1, 14), True), (date(2027, 1, 15), False), (date(2027, 1, 16), False)],
)
def test_a_day_is_later_where_it_is_after_the_due_date(due_on: date, found: bool) -> None:
    assert bool(later_date("on 15 January 2027", due_on, said_on=SAID)) is found


@pytest.mark.parametrize(
    ("words", "last"),
    [("January 2027", date(2026, 12, 31)), ("Q4 2026/27", date(2026, 12, 31))],
)
def test_a_month_or_quarter_in_which_it_is_due_is_not_later(words: str, last: date) -> None:
    assert later_date(words, last, said_on=SAID)
    assert later_date(words, last + timedelta(1), said_on=SAID) is None


@pytest.mark.parametrize(
    ("said_on", "found"),
    [(date(2027, 1, 14), True), (date(2027, 1, 15), False), (date(2027, 1, 16), False)],
)
def test_a_day_that_is_past_when_it_is_said_tells_what_was_done(said_on: date, found: bool) -> None:
    assert bool(later_date("on 15 January 2027", date(2026, 6, 30), said_on=said_on)) is found


@pytest.mark.parametrize(
    ("days", "found"), [(1, True), (30, True), (183, True), (184, False), (200, False)]
)
def test_a_day_without_a_year_is_to_come_for_half_a_year(days: int, found: bool) -> None:
    day = SAID + timedelta(days)
    words = f"{day.day} {day:%B}"
    told = (words, day) if found else None
    assert later_date(f"Now {words}.", SAID - timedelta(1), said_on=SAID) == told


def test_a_month_without_a_year_and_a_day_with_one_may_lie_further_off() -> None:
    assert later_date("Now 1 October 2028", DUE, said_on=SAID) == (
        "1 October 2028",
        date(2028, 10, 1),
    )


@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_is_found_in_every_month_though_no_year_is_named(month: int) -> None:
    day = date(2027, month, 3)
    for words in (f"3 {day:%b}", f"3rd of {day:%B}"):
        assert later_date(f"Now {words}", DUE, said_on=day - timedelta(1)) == (words, day)

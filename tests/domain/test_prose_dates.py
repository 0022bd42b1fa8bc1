from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.prose_dates import date_of_data, dates_due, recurring, span, without_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raise it by 31 March 2028", ("31 March 2028",)),
        ("Raise it by the 31st of March 2028, all of it", ("31st of March 2028",)),
        ("Raise it by Oct 2023", ("Oct 2023",)),
        ("Raise it by end-March 2023/24", ("end-March 2023/24",)),
        ("Raise it by the end of March 2028", ("end of March 2028",)),
        ("Raise it by end of 26/27", ("end of 26/27",)),
        ("End of March 2028 at the latest", ("End of March 2028",)),
        ("Raise it by 31/03/2028", ("31/03/2028",)),
        ("Raise it by Q4 2026/27", ("Q4 2026/27",)),
        ("Raise it no later than June 2027", ("June 2027",)),
        ("Due June 2027", ("June 2027",)),
        ("Plan by June 2027, results by June 2028", ("June 2027", "June 2028")),
        ("Plan by June 2027, results by June 2027", ("June 2027",)),
        ("Raise it by 2028", ("2028",)),
        ("In 2015 the standard came in", ()),
        ("As at 15 March 2014", ()),
        ("Raise it by 15%", ()),
        ("Raise it by 15", ()),
        ("Raise it soon", ()),
        ("Cut it to under 5% by 2028-03-31", ("2028-03-31",)),
        ("Raise it by 10-15% by March 2028", ("March 2028",)),
        ("Raise it by 14-15 per cent", ()),
        ("Raise it by 10-15", ()),
        ("Raise it by 99/00", ("99/00",)),
        ("Train 2000 managers by 2028", ("2028",)),
    ],
)
def test_dates_by_which_something_is_to_be(text: str, expected: tuple[str, ...]) -> None:
    assert dates_due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trained as at 15 March 2014", "as at 15 March 2014"),
        ("as of the end of March 2014", "as of the end of March 2014"),
        ("as at 2014", "as at 2014"),
        ("by 15 March 2014", ""),
    ],
)
def test_the_date_of_data(text: str, expected: str) -> None:
    assert date_of_data(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three pathways each year", "each year"),
        ("every financial year", "every financial year"),
        ("per quarter", "per quarter"),
        ("Quarterly reports", "Quarterly"),
        ("ongoing", "ongoing"),
        ("annual leave", "annual"),
        ("this year", ""),
    ],
)
def test_what_comes_round_again(text: str, expected: str) -> None:
    assert recurring(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a four-year aim", "four-year"),
        ("in 18 months", "18 months"),
        ("26% in year 1", "year 1"),
        ("for years", ""),
    ],
)
def test_how_long_without_when(text: str, expected: str) -> None:
    assert span(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        *("by", "By the", "before", "BEFORE", "until", "till", "no later than", "not later than"),
        *("due", "Due by", "due on", "due in", "deadline", "Deadline:"),
    ],
)
def test_each_way_to_say_by_when(words: str) -> None:
    assert dates_due(f"All of it {words} June 2027.") == ("June 2027",)


@pytest.mark.parametrize(
    "day",
    [
        *("31 March 2028", "31st March 2028", "2nd of Mar 2028", "3rd Sept. 2028", "March, 2028"),
        *("31/03/2028", "31.3.28", "Q1 2027", "q4 of 2026/27", "2026/27", "2026-2027", "26/27"),
        *("end of March 2028", "month-end March 2028", "end of 2026/27"),
    ],
)
def test_each_way_to_write_a_day_is_read_whole(day: str) -> None:
    assert dates_due(f"Raise it by {day}, all of it") == (day,)
    assert without_dates(f"Raise it by {day}, all of it").split()[:3] == ["Raise", "it", "by"]


def test_an_end_of_a_month_is_a_date_without_a_word_before_it() -> None:
    assert dates_due("Month-end March 2028: all posts") == ("Month-end March 2028",)
    assert dates_due("Result at the end of 2028") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((f"reports {words}", words) for words in ("each month", "Every week", "per year")),
        *((f"{words} reports", words) for words in ("Annually", "Monthly", "Weekly", "Yearly")),
        *((f"it is {words}", words) for words in ("on-going", "continuously", "quarterly")),
        ("each person", ""),
        ("annuals", ""),
    ],
)
def test_each_way_to_say_that_it_comes_round_again(text: str, expected: str) -> None:
    assert recurring(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        *("1 year", "Two years", "three-years", "four months", "five-month", "ten years"),
        *("12 months", "Years 1", "year two", "year five"),
    ],
)
def test_each_way_to_say_how_long(words: str) -> None:
    assert span(f"A plan of {words}") == words


def test_a_letter_that_grows_in_lower_case_moves_no_date() -> None:
    text = "İİ by 31 March 2028"
    assert dates_due(text) == ("31 March 2028",)
    assert without_dates(text).rstrip() == "İİ by"


@given(st.text(max_size=200))
def test_taking_dates_out_keeps_every_other_place(text: str) -> None:
    bare = without_dates(text)
    assert len(bare) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, bare, strict=True))


def test_dates_and_years_are_taken_out() -> None:
    assert without_dates("15% by 31 March 2028").rstrip() == "15% by"
    assert without_dates("In 2015, 3 posts").split() == ["In", ",", "3", "posts"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Train 2000 line managers", "Train 2000 line managers"),
        ("Train 1950 nurses by 2028", "Train 1950 nurses by"),
        ("In 2015 nurses came", "In nurses came"),
        ("Since 2015 nurses, until 2028 nurses", "Since nurses, until nurses"),
        ("of 2016 nurses during 2017 nurses", "of nurses during nurses"),
        ("the 2027 staff survey", "the staff survey"),
        ("as 2024 WRES data show", "as WRES data show"),
        ("Survey 2027.", "Survey ."),
        ("Raise it by 10-15%", "Raise it by 10-15%"),
        ("£2000 grants", "£2000 grants"),
    ],
)
def test_a_bare_year_is_one_after_a_word_of_time_or_where_nothing_is_counted(
    text: str, expected: str
) -> None:
    assert without_dates(text).split() == expected.split()

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


@given(st.text(max_size=200))
def test_taking_dates_out_keeps_every_other_place(text: str) -> None:
    bare = without_dates(text)
    assert len(bare) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, bare, strict=True))


def test_dates_and_years_are_taken_out() -> None:
    assert without_dates("15% by 31 March 2028").rstrip() == "15% by"
    assert without_dates("In 2015, 3 posts").split() == ["In", ",", "3", "posts"]

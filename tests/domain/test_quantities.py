from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.quantities import Role, joined, quantities, targets
from edi_tui.domain.units import Unit

B, T, C = Role.BASELINE, Role.TARGET, Role.CHANGE


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "noun"),
    [
        ("Workforce 15% BME", "15%", "15", Unit.PERCENT, ""),
        ("15 per cent of staff", "15 per cent", "15", Unit.PERCENT, ""),
        ("2.5 percentage points", "2.5 percentage points", "2.5", Unit.POINTS, ""),
        ("a ratio of 3.73 times", "3.73 times", "3.73", Unit.RATIO, ""),
        ("relative likelihood of 1.25", "1.25", "1.25", Unit.RATIO, ""),
        ("1 in 4 of those shortlisted", "1 in 4", "25", Unit.PERCENT, ""),
        ("two in five", "two in five", "40", Unit.PERCENT, ""),
        ("engagement of 6.9 out of 10", "6.9 out of 10", "6.9", Unit.SCORE, ""),
        ("£1.2m", "£1.2m", "1200000", Unit.MONEY, ""),
        ("£ 3,500", "£ 3,500", "3500", Unit.MONEY, ""),
        ("£20k", "£20k", "20000", Unit.MONEY, ""),
        ("2 million", "2 million", "2000000", None, ""),
        ("within 60 days", "60 days", "60", Unit.DAYS, ""),
        ("five workshops", "five workshops", "5", Unit.COUNT, "workshops"),
        ("Twelve nurses", "Twelve nurses", "12", Unit.COUNT, "nurses"),
        ("1,200 staff in bands", "1,200 staff", "1200", Unit.COUNT, "staff"),
        ("4 local community events a year", "4 local community events", "4", Unit.COUNT,
         "local community events"),
        ("at least one woman", "one woman", "1", Unit.COUNT, "woman"),
        ("pay gap to zero", "zero", "0", None, ""),
        ("a score above 7", "7", "7", None, ""),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_unit(
    text: str, words: str, value: str, unit: Unit | None, noun: str
) -> None:
    if text == "2 million":
        text = "to 2 million"
    (found,) = quantities(text)
    assert (found.text, found.value, found.unit, found.noun) == (words, Decimal(value), unit, noun)
    assert text[found.start : found.end].strip() == found.text


@pytest.mark.parametrize(
    "text",
    [
        "In 2015 the standard came in",
        "by 31 March 2028",
        "by end of 26/27",
        "Q3 2026/27",
        "on 31/03/2027",
        "band 8a and bands 8b, 8c and 9",
        "indicator 7 and WRES 3",
        "HIA1 and HIA 2",
        "goals 1 and 2",
        "Covid-19",
        "in 2 years",
        "a four-year plan of 12 months",
        "no one",
        "one of us",
        "8a-VSM",
        "the 14 of them",
        "",
    ],
)
def test_dates_names_and_durations_are_no_numbers(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "roles", "reached"),
    [
        ("from 14% to 18%", [B, T], ["18%"]),
        ("from 14 to 18%", [B, T], ["18%"]),
        ("24% -> 26% in year 1 -> 30%", [B, T, T], ["30%"]),
        ("24% to 26%, then rising to 30%", [B, T, T], ["30%"]),
        ("baseline 8a 8.6%, 8c 7.1% and 9 0%", [B, B, B], []),
        ("6.5% by then, from 8.2%", [T, B], ["6.5%"]),
        ("currently at 8%", [B], []),
        ("to 15% (now 12%)", [T, B], ["15%"]),
        ("6% increase", [C], ["6%"]),
        ("increase by 6%", [C], ["6%"]),
        ("by at least 6%", [C], ["6%"]),
        ("3 more nurses", [C], ["3 more nurses"]),
        ("50% women and 20% disabled", [T, T], ["50%", "20%"]),
        ("from 40 cases to 20 cases", [B, T], ["20 cases"]),
    ],
)
def test_a_number_is_a_baseline_a_change_or_a_target(
    text: str, roles: list[Role], reached: list[str]
) -> None:
    found = quantities(text)
    assert [each.role for each in found] == roles
    assert [each.text for each in targets(text, found)] == reached


def test_a_number_without_unit_has_the_one_it_leads_to() -> None:
    assert [each.unit for each in quantities("from 14 to 18%")] == [Unit.PERCENT, Unit.PERCENT]
    first, last = quantities("the ratio from 3.73 to 1.25")
    assert (first.unit, last.unit) == (Unit.RATIO, Unit.RATIO)


def test_two_numbers_are_joined_where_one_leads_to_the_other() -> None:
    text = "from 14% to 18% and 3 posts"
    first, second, third = quantities(text)
    assert joined(first, second, text)
    assert not joined(second, third, text)


@given(st.text(max_size=200))
def test_any_text_can_be_searched_and_each_number_stands_in_it(text: str) -> None:
    for found in quantities(text):
        assert found.text == text[found.start : found.end].strip()


@given(st.integers(0, 100))
def test_any_percentage_is_read_back(value: int) -> None:
    (found,) = quantities(f"Reach {value}% of staff")
    assert (found.value, found.unit, found.role) == (Decimal(value), Unit.PERCENT, T)

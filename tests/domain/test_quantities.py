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
        "over five years",
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


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3 thousand staff", "3000", Unit.COUNT),
        ("£4k", "4000", Unit.MONEY),
        ("£5m", "5000000", Unit.MONEY),
        ("£1.5 bn", "1500000000", Unit.MONEY),
        ("£2 billion", "2000000000", Unit.MONEY),
        ("1,200.5%", "1200.5", Unit.PERCENT),
        ("4 out of five", "4", Unit.SCORE),
        ("8 out of ten", "8", Unit.SCORE),
        ("3 pp", "3", Unit.POINTS),
        ("3 Percentage-points", "3", Unit.POINTS),
        ("3 percentage point", "3", Unit.POINTS),
        ("3 percent", "3", Unit.PERCENT),
        ("1.5x", "1.5", Unit.RATIO),
        ("1.5 ×", "1.5", Unit.RATIO),
        ("5 calendar days", "5", Unit.DAYS),
        ("5 working days", "5", Unit.DAYS),
        ("1 in 8 people", "12.5", Unit.PERCENT),
        ("1 in 0", "100", Unit.PERCENT),
        ("a Ratio was agreed; it is now 7", "7", Unit.RATIO),
        ("Likelihood of being appointed: 1.3", "1.3", Unit.RATIO),
    ],
)
def test_a_number_has_the_value_and_the_unit_that_its_words_say(
    text: str, value: str, unit: Unit
) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        *(("zero", 0), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6)),
        *(("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12)),
        *(("twenty", 20), ("thirty", 30), ("fifty", 50), ("hundred", 100)),
    ],
)
def test_a_number_may_be_a_word(word: str, value: int) -> None:
    (found,) = quantities(f"Appoint {word} posts")
    assert (found.value, found.text) == (Decimal(value), f"{word} posts")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("five workshops and talks", "workshops"),
        ("four long staff network meetings", "long staff network"),
        ("3 Board members", "Board members"),
        ("two reports each quarter", "reports"),
    ],
)
def test_what_is_counted_has_up_to_three_words(text: str, noun: str) -> None:
    (found,) = quantities(text)
    assert (found.noun, found.unit) == (noun, Unit.COUNT)


@pytest.mark.parametrize(
    "words", ["to", "Reach", "reaches", "reaching", "below", "above", "under", "over", "at least"]
)
def test_a_number_without_a_unit_is_one_where_it_is_aimed_at(words: str) -> None:
    (found,) = quantities(f"{words} 7")
    assert (found.value, found.unit, found.text) == (Decimal(7), None, "7")
    assert quantities(f"{words} the 7") == ()


@pytest.mark.parametrize(
    "words",
    [
        *("baseline", "Baselines of", "currently", "current level is", "now at", "from", "was"),
        *("were", "at present", "against", "now more than", "against a baseline of"),
        "from band 8a",
    ],
)
def test_what_is_said_of_today_is_a_baseline(words: str) -> None:
    (found,) = quantities(f"{words} 8%")
    assert (found.role, found.value) == (B, Decimal(8))


def test_only_the_words_close_before_a_number_say_what_it_is() -> None:
    (found,) = quantities("from the long and winding list of what the trust had kept 8%")
    assert found.role is T


@pytest.mark.parametrize(
    "text",
    [
        *("by 6%", "by about 6%", "By around 6%", "by a further 6%", "6% Reduction"),
        *("6% relative increase", "a 6% uplift", "6% fewer", "6% lower", "6% higher", "6% less"),
        *("6% growth", "6% rise", "6% drop", "6% fall", "6% cut", "6% decrease"),
    ],
)
def test_a_number_of_more_or_less_is_a_change(text: str) -> None:
    (found,) = quantities(text)
    assert (found.role, found.value) == (C, Decimal(6))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("from 10 to 20 posts", [Unit.COUNT, Unit.COUNT]),
        ("from 40 cases to 20", [Unit.COUNT, Unit.COUNT]),
        ("from 12 to 14 to 18%", [None, Unit.PERCENT, Unit.PERCENT]),
        ("from £3 to 5%", [Unit.MONEY, Unit.PERCENT]),
    ],
)
def test_the_ends_of_a_way_share_a_unit_where_one_has_none(
    text: str, units: list[Unit | None]
) -> None:
    assert [each.unit for each in quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "roles", "reached"),
    [
        ("from 14%, 15% and 16%", [B, B, B], []),
        ("from 14% up to 18%", [B, T], ["18%"]),
        ("14% – 18%", [B, T], ["18%"]),
        ("rise to 14% and then to 18%", [B, T], ["18%"]),
        ("from 8.2%, 9b 7% to 12%", [B, B, T], ["12%"]),
        ("50% women and 14% to 18% disabled", [T, T, T], ["50%", "18%"]),
        ("by 6% and 14% to 18%", [C, T, T], ["6%", "18%"]),
    ],
)
def test_of_each_way_from_number_to_number_the_last_is_reached(
    text: str, roles: list[Role], reached: list[str]
) -> None:
    found = quantities(text)
    assert [each.role for each in found] == roles
    assert [each.text for each in targets(text, found)] == reached


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "role"),
    [
        ("Halve the number of staff", "Halve", "0.5", None, C),
        ("Doubling women in VSM posts", "Doubling", "2", None, C),
        ("Eliminate the pay gap", "Eliminate", "0", None, T),
        ("Cut sickness by a fifth by March", "a fifth", "20", None, C),
        ("Cut it by half", "half", "50", None, C),
        ("at least half of all shortlists", "half", "50", Unit.PERCENT, T),
        ("three quarters of consultants", "three quarters", "75", Unit.PERCENT, T),
        ("now a tenth of consultants", "a tenth", "10", Unit.PERCENT, B),
    ],
)
def test_a_quantity_may_stand_in_words_alone(
    text: str, words: str, value: str, unit: Unit | None, role: Role
) -> None:
    (found,) = quantities(text)
    assert (found.text, found.value, found.unit, found.role) == (words, Decimal(value), unit, role)


@pytest.mark.parametrize(
    "text",
    [
        *("double standards", "eliminate discrimination", "a third party", "to a third party"),
        *("half a day", "in the first half of the year", "meet once a quarter", "a second opinion"),
    ],
)
def test_words_that_only_look_like_quantities_are_none(text: str) -> None:
    assert quantities(text) == ()


def test_a_number_for_each_quarter_is_no_part_of_a_whole() -> None:
    assert [each.text for each in quantities("4 sessions a quarter, all open")] == [
        "4 sessions a quarter"
    ]


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("no fewer than 30% of posts", ["30%"], T),
        ("no more than 5% of staff", ["5%"], T),
        ("More than 50% of appointments", ["50%"], T),
        ("no more than 5", ["5"], T),
    ],
)
def test_a_limit_is_a_target(text: str, words: list[str], role: Role) -> None:
    found = quantities(text)
    assert ([each.text for each in found], {each.role for each in found}) == (words, {role})


def test_a_way_between_numbers_without_a_unit_keeps_its_baseline() -> None:
    found = quantities("Raise membership from 120 to 200 by March 2028")
    assert [(each.text, each.role) for each in found] == [("120", B), ("200", T)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Train 2000 line managers", "2000 line managers", "2000"),
        ("Train 1950 nurses by 2028", "1950 nurses", "1950"),
        ("£2000 grants", "£2000 grants", "2000"),
        ("Raise it by 10-15% by March 2028", "10-15%", "15"),
    ],
)
def test_what_looks_like_a_year_may_be_a_number(text: str, words: str, value: str) -> None:
    (found,) = quantities(text)
    assert (found.text, found.value) == (words, Decimal(value))


def test_a_letter_that_grows_in_lower_case_moves_no_number() -> None:
    text = "İzmir: İ 15% by 31 March 2028 and 3 Posts"
    first, last = quantities(text)
    assert (text[first.start : first.end], text[last.start : last.end]) == ("15%", "3 Posts")
    assert last.noun == "Posts"


def test_the_roles_of_numbers_are_in_words() -> None:
    assert {role.value: role.label for role in Role} == {
        "baseline": "Baseline",
        "target": "Target",
        "change": "Change",
    }


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


def test_what_stands_after_a_quantity_in_words_keeps_its_place() -> None:
    found = quantities("Halve the gap and raise the share from 14% to 18%")
    assert [(each.text, each.noun) for each in found] == [("Halve", ""), ("14%", ""), ("18%", "")]
    assert [each.start for each in found] == sorted(each.start for each in found)


def test_a_number_without_unit_that_nothing_leads_to_is_none() -> None:
    assert [each.text for each in quantities("Paint rooms 5 to 9.")] == ["9"]


def test_a_word_after_a_number_does_not_make_it_a_ratio() -> None:
    (found,) = quantities("Come to below 1.2, whatever the likelihood")
    assert found.unit is None

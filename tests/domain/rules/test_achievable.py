from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from edi_tui.domain.rules.achievable import milestones, recruitment_needed, resourced, survey_pace
from edi_tui.domain.words import Direction
from tests.domain.rules.rows import AS_AT, action, measure, objective, reading, said, says, view

YEAR = {"start_on": date(2026, 4, 1), "due_on": date(2027, 3, 31)}
Q1, Q2, Q3, Q4 = date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("dues", "expected", "value"),
    [
        ([Q1, Q2, Q3, Q4], "milestones", "4"),
        ([Q1, Q2, Q3, Q4, None], "milestones", "4"),
        ([Q1, Q2, Q3], "gaps", "2026/27 Q4"),
        ([Q1], "gaps", "2026/27 Q2, 2026/27 Q3, 2026/27 Q4"),
        ([date(2026, 3, 31)], "gaps", "2026/27 Q1, 2026/27 Q2, 2026/27 Q3 and 1 more"),
        ([None], "none", ""),
        ([], "none", ""),
    ],
)
def test_an_action_is_due_in_every_quarter(
    dues: list[date | None], expected: str, value: str
) -> None:
    seen = view(measure(), *(action(due_on=due) for due in dues))
    remark = said(milestones, objective(**YEAR), seen)
    assert (remark.says, remark.value) == (expected, value)


@pytest.mark.parametrize(
    ("start", "due", "expected"),
    [
        (date(2026, 4, 1), date(2026, 6, 30), ["gaps"]),
        (date(2026, 4, 2), date(2026, 6, 30), []),
        (date(2026, 4, 1), date(2026, 6, 29), []),
        (date(2026, 4, 2), date(2026, 9, 29), []),
        (date(2026, 4, 2), date(2026, 9, 30), ["gaps"]),
        (date(2027, 4, 1), date(2026, 6, 30), []),
        (date(2026, 4, 1), None, []),
    ],
)
def test_only_whole_quarters_need_a_milestone(
    start: date, due: date | None, expected: list[str]
) -> None:
    seen = view(measure(), action(due_on=date(2030, 1, 1)))
    assert says(milestones, objective(start_on=start, due_on=due), seen) == expected


@pytest.mark.parametrize(
    ("start", "agreed", "value"),
    [
        (date(2027, 1, 1), date(2026, 4, 1), "2026/27 Q4"),
        (None, date(2026, 10, 1), "2026/27 Q3, 2026/27 Q4"),
        (None, None, "2026/27 Q4"),
    ],
)
def test_quarters_count_from_the_start_the_agreement_or_the_day(
    start: date | None, agreed: date | None, value: str
) -> None:
    row = objective(start_on=start, agreed_on=agreed, due_on=date(2027, 3, 31))
    seen = view(measure(), action(due_on=date(2030, 1, 1)))
    assert said(milestones, row, seen).value == value


def test_words_alone_lack_milestones_and_resources_without_being_judged() -> None:
    assert says(milestones, objective(**YEAR), view()) == ["none-yet"]
    assert says(resourced, objective(), view()) == ["not-said-yet"]


POSTS: dict[str, Any] = {
    "baseline": Decimal(24),
    "target": Decimal(30),
    "turnover": Decimal(12),
    "hires": Decimal(30),
    "target_on": date(2029, 11, 21),
}


@pytest.mark.parametrize(
    ("changes", "expected", "value"),
    [
        ({}, "reachable", "42.8%"),
        ({"hires": Decimal("28.9")}, "reachable", "42.8%"),
        ({"hires": Decimal("28.5")}, "stretch", "42.8%"),
        ({"hires": Decimal(0)}, "stretch", "42.8%"),
        ({"hires": None}, "share", "42.8%"),
        ({"target_on": date(2027, 11, 21)}, "stretch", "74"),
        ({"target": Decimal(24)}, "met-already", "24%"),
        ({"latest": Decimal(31)}, "met-already", "31%"),
        ({"latest": Decimal(20)}, "stretch", "51"),
        ({"target": Decimal(90)}, "cannot", ""),
        ({"turnover": Decimal(0)}, "cannot", ""),
        ({"target_on": AS_AT}, "no-time", ""),
        ({"target_on": date(2026, 1, 1)}, "no-time", ""),
        ({"target": Decimal(101)}, "no-shares", ""),
        ({"baseline": Decimal(-1)}, "no-shares", ""),
        ({"turnover": Decimal(101)}, "no-shares", ""),
        ({"turnover": None}, "terms", ""),
    ],
)
def test_a_share_of_posts_is_judged_by_the_appointments_that_it_needs(
    changes: dict[str, Any], expected: str, value: str
) -> None:
    remark = said(recruitment_needed, objective(), view(measure(**POSTS | changes)))
    assert remark.says == expected
    assert remark.value.startswith(value)


def test_a_recruitment_goal_is_told_with_its_figures() -> None:
    seen = view(measure(**POSTS))
    facts = said(recruitment_needed, objective(), seen).facts
    assert facts == {"needed": "42.8%", "hires": "30%", "measure": measure().name}
    cannot = said(recruitment_needed, objective(), view(measure(**POSTS | {"target": Decimal(90)})))
    assert cannot.facts == {"turnover": "12%"}


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"turnover": None}, "the turnover"),
        ({"turnover": None, "target": None}, "a target and the turnover"),
        ({"baseline": None, "turnover": None, "target": None},
         "a baseline, a target and the turnover"),
        ({"target_on": None}, "a due date"),
    ],
)  # fmt: skip
def test_what_is_missing_for_the_recruitment_is_named(
    changes: dict[str, Any], lacking: str
) -> None:
    seen = view(measure(**POSTS | changes))
    assert said(recruitment_needed, objective(due_on=None), seen).facts == {"lacking": lacking}


def test_the_due_date_stands_in_for_the_date_of_the_target() -> None:
    seen = view(measure(**POSTS | {"target_on": None}))
    assert says(recruitment_needed, objective(due_on=date(2029, 11, 21)), seen) == ["reachable"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "not-assessed"),
        ({"metric": "WRES1"}, "terms"),
        ({"posts": Decimal(120)}, "terms"),
        ({"hires": Decimal(20)}, "terms"),
        ({"posts": Decimal(120), "unit": "count"}, "not-assessed"),
        ({"posts": Decimal(120), "direction": Direction.DOWN}, "not-assessed"),
        ({"metric": "GPG"}, "not-assessed"),
    ],
)
def test_only_a_share_of_posts_is_a_recruitment_goal(
    changes: dict[str, Any], expected: str
) -> None:
    assert says(recruitment_needed, objective(), view(measure(**changes))) == [expected]


def test_nothing_is_achievable_by_default() -> None:
    assert says(recruitment_needed, objective(), view()) == ["not-assessed"]
    assert says(survey_pace, objective(), view()) == []


SURVEY: dict[str, Any] = {
    "metric": "HIA4a",
    "baseline": Decimal(50),
    "target": Decimal(56),
    "target_on": date(2028, 11, 21),
}
HISTORY = [
    reading(as_at=date(2024, 11, 30), value=Decimal(46)),
    reading(as_at=date(2025, 11, 30), value=Decimal(49)),
]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "pace"),
        ({"target": Decimal("56.1")}, "faster"),
        ({"latest": Decimal(49)}, "faster"),
        ({"target": Decimal(50)}, "met-already"),
        ({"target": Decimal(49)}, "met-already"),
        ({"target_on": date(2027, 1, 21), "target": Decimal(53)}, "pace"),
        ({"target_on": date(2027, 1, 21), "target": Decimal("53.1")}, "faster"),
        ({"target": None}, "terms"),
        ({"baseline": None}, "terms"),
        ({"direction": Direction.DOWN, "target": Decimal(49)}, "faster"),
        ({"direction": Direction.DOWN, "target": Decimal(51)}, "met-already"),
    ],
)
def test_a_survey_goal_is_compared_with_the_largest_change_seen(
    changes: dict[str, Any], expected: str
) -> None:
    seen = view(measure(**SURVEY | changes), *HISTORY)
    assert says(survey_pace, objective(), seen) == [expected]


def test_a_survey_goal_is_told_with_both_paces() -> None:
    facts = said(survey_pace, objective(), view(measure(**SURVEY), *HISTORY)).facts
    assert facts == {"needed": "3.0", "seen": "3.0"}


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([], "history"),
        ([("2025-11-30", 49, "")], "history"),
        ([("2024-11-30", 46, "BME"), ("2025-11-30", 49, "BME")], "history"),
        ([("2024-11-30", 46, ""), ("2025-11-30", None, "")], "history"),
        ([("2023-11-30", 43, ""), ("2025-11-30", 49, "")], "pace"),
        ([("2023-11-30", 44, ""), ("2025-11-30", 49, "")], "faster"),
        ([("2025-05-30", 46, ""), ("2025-11-30", 49, "")], "pace"),
        ([("2024-11-30", 49, ""), ("2025-11-30", 46, "")], "faster"),
        ([("2023-11-30", 43, ""), ("2024-11-30", 46, ""), ("2025-11-30", 45, "")], "pace"),
    ],
)
def test_readings_of_everyone_show_what_a_year_can_change(
    points: list[tuple[str, int | None, str]], expected: str
) -> None:
    readings = [
        reading(
            as_at=date.fromisoformat(day),
            value=None if value is None else Decimal(value),
            group=group,
        )
        for day, value, group in points
    ]
    assert says(survey_pace, objective(), view(measure(**SURVEY), *readings)) == [expected]


def test_a_fall_that_is_wanted_counts_as_change_for_the_better() -> None:
    down = measure(**SURVEY | {"direction": Direction.DOWN, "target": Decimal(47)})
    fallen = [
        reading(as_at=date(2024, 11, 30), value=Decimal(52)),
        reading(as_at=date(2025, 11, 30), value=Decimal(50)),
    ]
    assert says(survey_pace, objective(), view(down, *fallen)) == ["pace"]


@pytest.mark.parametrize(("words", "expected"), [("none", "said"), ("", "not-said")])
def test_resources_are_said_even_where_there_are_none(words: str, expected: str) -> None:
    assert says(resourced, objective(resources=words), view(measure())) == [expected]

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from edi_tui.domain.rules.achievable import milestones, recruitment_needed, resourced, survey_pace
from edi_tui.domain.rules.rule import Remark
from edi_tui.domain.thresholds import Thresholds
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
        ([Q3, Q4], "milestones", "2"),
        ([Q1], "gaps", "2026/27 Q3, 2026/27 Q4"),
        ([date(2026, 3, 31)], "gaps", "2026/27 Q3, 2026/27 Q4"),
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
    seen = view(measure(), action(due_on=date(2030, 1, 1)), as_at=date(2026, 4, 1))
    assert says(milestones, objective(start_on=start, due_on=due), seen) == expected


@pytest.mark.parametrize(
    ("dues", "expected"),
    [
        ([date(2026, 6, 30), date(2026, 9, 30)], ["milestones"]),
        ([date(2026, 6, 30)], []),
        ([], ["none"]),
    ],
)
def test_quarters_that_are_over_are_no_gaps(dues: list[date], expected: list[str]) -> None:
    row = objective(start_on=date(2026, 4, 1), due_on=date(2026, 9, 30))
    seen = view(measure(), *(action(due_on=due) for due in dues))
    assert says(milestones, row, seen) == expected


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
        ({"target": Decimal("23.9")}, "away", measure().name),
        ({"target": Decimal("23.9"), "latest": Decimal(31)}, "away", measure().name),
        ({"baseline": None, "latest": Decimal(31)}, "met-already", "31%"),
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
        ({"target": Decimal(49)}, "away"),
        ({"target": Decimal(49), "latest": Decimal(52)}, "away"),
        ({"target_on": date(2027, 1, 21), "target": Decimal(53)}, "pace"),
        ({"target_on": date(2027, 1, 21), "target": Decimal("53.1")}, "faster"),
        ({"target": None}, "terms"),
        ({"baseline": None}, "terms"),
        ({"direction": Direction.DOWN, "target": Decimal(49)}, "faster"),
        ({"direction": Direction.DOWN, "target": Decimal(51)}, "away"),
        ({"direction": Direction.DOWN, "target": Decimal(50)}, "met-already"),
        ({"direction": Direction.PARITY, "target": Decimal(60)}, "away"),
        ({"direction": Direction.PARITY, "target": Decimal(49)}, "faster"),
        ({"direction": Direction.PARITY, "target": Decimal(50)}, "met-already"),
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


def test_readings_may_be_answers_out_of_all_answers() -> None:
    counted = [
        reading(as_at=day, value=None, numerator=Decimal(part), denominator=Decimal(200))
        for day, part in ((date(2024, 11, 30), 92), (date(2025, 11, 30), 98))
    ]
    facts = said(survey_pace, objective(), view(measure(**SURVEY), *counted)).facts
    assert facts == {"needed": "3.0", "seen": "3.0"}


def test_a_survey_goal_towards_parity_comes_nearer_from_either_side() -> None:
    gap = measure(
        **SURVEY
        | {
            "unit": "percentage points",
            "direction": Direction.PARITY,
            "baseline": Decimal(-4),
            "target": Decimal(0),
        }
    )
    read = [
        reading(as_at=date(2024, 11, 30), value=Decimal(5)),
        reading(as_at=date(2025, 11, 30), value=Decimal(-3)),
    ]
    facts = said(survey_pace, objective(), view(gap, *read)).facts
    assert facts == {"needed": "2.0", "seen": "2.0"}


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


NEXT_YEAR = {"target_on": date(2027, 11, 21)}


@pytest.mark.parametrize(
    ("now", "aim", "turnover", "expected", "needed"),
    [
        # Where everyone leaves in a year, the share of appointments is the share of posts.
        (50, 100, 100, "stretch", "100.0%"),
        (40, 45, 100, "reachable", "45.0%"),
        (40, "45.1", 100, "stretch", "45.1%"),
        # (1 - 0.5 * 0.5) / 0.5 = 1.5; (0.75 - 0.5 * 0.5) / 0.5 = 1.
        (50, 100, 50, "cannot", None),
        (50, 75, 50, "stretch", "100.0%"),
        (50, "75.1", 50, "cannot", None),
        (0, 15, 50, "reachable", "30.0%"),
        ("0.5", 15, 50, "reachable", "29.5%"),
    ],
)
def test_the_share_of_appointments_is_told_up_to_all_of_them(
    now: object, aim: object, turnover: int, expected: str, needed: str | None
) -> None:
    row = measure(
        baseline=Decimal(str(now)),
        target=Decimal(str(aim)),
        turnover=Decimal(turnover),
        hires=Decimal(30),
        **NEXT_YEAR,
    )
    remark = said(recruitment_needed, objective(), view(row))
    assert (remark.says, remark.facts.get("needed")) == (expected, needed)


def test_the_organisation_chooses_what_is_a_stretch() -> None:
    seen = view(measure(**POSTS))
    known = replace(seen.known, thresholds=Thresholds(stretch=Decimal("1.4")))
    assert says(recruitment_needed, objective(), replace(seen, known=known)) == ["stretch"]


NAME = measure().name


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ({"target": Decimal(24)}, Remark("met-already", "24%", {"measure": NAME})),
        ({"target": Decimal(101)}, Remark("no-shares", NAME)),
        ({"target": Decimal(23)}, Remark("away", NAME)),
        ({"target_on": AS_AT}, Remark("no-time", NAME)),
        ({"turnover": Decimal(0)}, Remark("cannot", NAME, {"turnover": "0%"})),
        ({"hires": None}, Remark("share", "42.8%", {"needed": "42.8%", "measure": NAME})),
        (
            {"baseline": None, "target": Decimal(0)},
            Remark("terms", NAME, {"lacking": "a baseline"}),
        ),
    ],
)
def test_a_recruitment_goal_is_told_with_what_decided_it(
    changes: dict[str, Any], remark: Remark
) -> None:
    assert said(recruitment_needed, objective(), view(measure(**POSTS | changes))) == remark


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ({}, Remark("pace", NAME, {"needed": "3.0", "seen": "3.0"})),
        ({"target": Decimal(50)}, Remark("met-already", "50", {"measure": NAME})),
        ({"baseline": None}, Remark("terms", NAME, {"lacking": "a baseline"})),
        (
            {"target": None, "target_on": None},
            Remark("terms", NAME, {"lacking": "a target and a due date"}),
        ),
        ({"ref": "MEA-002"}, Remark("history", NAME)),
        ({"target": Decimal(49)}, Remark("away", NAME)),
    ],
)
def test_a_survey_goal_is_told_with_what_decided_it(
    changes: dict[str, Any], remark: Remark
) -> None:
    seen = view(measure(**SURVEY | changes), *HISTORY)
    assert said(survey_pace, objective(due_on=None), seen) == remark


def test_the_due_date_stands_in_for_the_date_of_a_survey_goal() -> None:
    seen = view(measure(**SURVEY | {"target_on": None}), *HISTORY)
    assert says(survey_pace, objective(due_on=date(2028, 11, 21)), seen) == ["pace"]
    assert says(survey_pace, objective(due_on=date(2028, 11, 20)), seen) == ["faster"]


def test_the_words_on_resources_are_quoted() -> None:
    assert said(resourced, objective(resources="Two posts"), view()) == Remark("said", "Two posts")


def test_the_last_quarter_still_counts_while_it_runs() -> None:
    row = objective(start_on=date(2026, 4, 1), due_on=date(2026, 12, 31))
    seen = view(measure(), action(due_on=date(2026, 12, 1)))
    assert says(milestones, row, seen) == ["milestones"]


def test_many_gaps_are_named_up_to_three_and_the_others_counted() -> None:
    row = objective(start_on=date(2026, 10, 1), due_on=date(2027, 12, 31))
    remark = said(milestones, row, view(measure(), action(due_on=date(2030, 1, 1))))
    assert remark.value == "2026/27 Q3, 2026/27 Q4, 2027/28 Q1 and 2 more"

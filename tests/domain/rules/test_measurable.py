from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.measurable import (
    counted,
    dated_baseline,
    is_activity,
    more_than_activity,
    right_way,
    target_in_unit,
)
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.words import Direction
from tests.domain.rules.rows import measure, objective, said, says, view

UP, DOWN, PARITY = Direction.UP, Direction.DOWN, Direction.PARITY


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "counted"),
        ({"unit": ""}, "no-unit"),
        ({"unit": " "}, "no-unit"),
        ({"unit": "incidents"}, "counted"),
        ({"unit": "recommendations"}, "counted"),
        ({"unit": "", "metric": "WRES1"}, "counted"),
        ({"unit": "", "metric": "WRES99"}, "no-unit"),
        ({"unit": "", "metric": "HIA4c"}, "no-number"),
    ],
)
def test_a_measure_counts_something(changes: dict[str, Any], expected: str) -> None:
    assert says(counted, objective(), view(measure(**changes))) == [expected]


@pytest.mark.parametrize(
    ("title", "expected", "value"),
    [
        ("Raise the share to 15%", "words", "15%"),
        ("Raise it, as the survey shows", "source-only", "survey"),
        ("Raise it", "nothing", ""),
        ("In 2015 the standard came in", "nothing", ""),
    ],
)
def test_words_may_count_where_no_measure_does(title: str, expected: str, value: str) -> None:
    remark = said(counted, objective(title=title), view())
    assert (remark.says, remark.value) == (expected, value)


START = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"baseline_on": START}, "baseline"),
        ({"baseline_on": date(2026, 4, 2)}, "after-start"),
        ({"baseline_on": None}, "no-date"),
        ({"baseline": None}, "no-baseline"),
        ({"baseline": Decimal(0)}, "baseline"),
    ],
)
def test_a_baseline_has_a_value_and_a_date_before_the_start(
    changes: dict[str, Any], expected: str
) -> None:
    assert says(dated_baseline, objective(start_on=START), view(measure(**changes))) == [expected]


def test_a_baseline_after_the_start_is_told_with_both_days() -> None:
    seen = view(measure(baseline_on=date(2026, 4, 2)))
    facts = said(dated_baseline, objective(start_on=START), seen).facts
    assert facts == {"day": "2 Apr 2026", "start": "1 Apr 2026"}


def test_without_a_start_no_baseline_is_late() -> None:
    assert says(dated_baseline, objective(start_on=None), view(measure())) == ["baseline"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Raise it from 14% to 18%", ["words"]),
        ("Raise it to 18%", ["words-none"]),
        ("Raise it", []),
    ],
)
def test_words_may_hold_the_baseline(title: str, expected: list[str]) -> None:
    assert says(dated_baseline, objective(title=title), view()) == expected


@pytest.mark.parametrize(
    ("title", "changes", "expected"),
    [
        ("Raise it to 18%", {}, ["target"]),
        ("Raise it to 18%", {"target": None}, ["no-target"]),
        ("Raise it to 18%", {"target": Decimal(0)}, ["target"]),
        ("Raise it by 4 percentage points", {}, ["target"]),
        ("Raise it by 4%", {"unit": "percentage points"}, ["target", "unlike-words"]),
        ("Cut it by 1%", {"unit": "ratio"}, ["target", "unlike-words"]),
        ("Cut it to 1.2 times", {"unit": "ratio"}, ["target"]),
        ("Train 99% of staff", {"unit": "count"}, ["target", "unlike-words"]),
        ("Train 99% of staff", {"unit": "whatever"}, ["target"]),
        ("Spend £2m", {}, ["target", "unlike-words"]),
        ("Cut it to 1.2 times", {}, ["target", "unlike-words"]),
        ("Raise it by 4 percentage points", {"unit": "ratio"}, ["target", "unlike-words"]),
        ("Appoint 3 nurses", {}, ["target"]),
        ("Raise it", {}, ["target"]),
        ("Raise it", {"unit": "ratio", "metric": "WRES3"}, ["target"]),
        ("Raise it", {"unit": "%", "metric": "WRES3"}, ["unlike-metric", "target"]),
        ("Raise it", {"unit": "", "metric": "WRES3"}, ["target"]),
        ("Raise it", {"unit": "%", "metric": "HIA4c"}, ["target"]),
    ],
)
def test_a_target_is_in_the_unit_of_what_is_measured(
    title: str, changes: dict[str, Any], expected: list[str]
) -> None:
    assert says(target_in_unit, objective(title=title), view(measure(**changes))) == expected


def test_one_measure_in_the_unit_of_the_words_is_enough() -> None:
    seen = view(measure(unit="ratio"), measure(unit="%"))
    assert says(target_in_unit, objective(title="Raise it to 18%"), seen) == ["target", "target"]


def test_units_that_differ_are_named() -> None:
    seen = view(measure(unit="times"), measure(unit="count"))
    *_, remark = target_in_unit.judge(objective(title="Cut it by 1%"), seen)
    assert (remark.value, remark.facts) == ("1%", {"unit": "count or ratio"})
    remark, _ = target_in_unit.judge(objective(title="Cut it"), view(measure(metric="WRES3")))
    facts = {"metric": "WRES3", "unit": "ratio", "measure": measure().name}
    assert (remark.value, remark.facts) == ("%", facts)


@pytest.mark.parametrize(
    ("title", "expected", "value"),
    [
        ("1% reduction; baseline 3.73 times", ["unlike-baseline"], "1%"),
        (
            "2 percentage points less; baseline 3.73 times",
            ["unlike-baseline"],
            "2 percentage points",
        ),
        ("From a baseline of 8.6%, 7.1%", ["baseline-only"], "8.6%"),
        ("Reach the target", ["not-stated"], "target"),
        ("Reach the target of 15%", [], ""),
        ("Reach it", [], ""),
    ],
)
def test_words_may_lack_a_target_or_its_unit(title: str, expected: list[str], value: str) -> None:
    remarks = list(target_in_unit.judge(objective(title=title), view()))
    assert [remark.says for remark in remarks] == expected
    assert [remark.value for remark in remarks] == ([value] if value else [])


@pytest.mark.parametrize(
    ("direction", "start", "aim", "unit", "expected"),
    [
        (UP, 14, 18, "%", []),
        (UP, 14, 14, "%", []),
        (UP, 14, 13, "%", ["away"]),
        (DOWN, 14, 13, "%", []),
        (DOWN, 14, 14, "%", []),
        (DOWN, 14, 15, "%", ["away"]),
        (PARITY, "1.5", "1.2", "ratio", []),
        (PARITY, "0.5", "0.8", "ratio", []),
        (PARITY, "1.5", "0.5", "ratio", []),
        (PARITY, "1.5", "0.4", "ratio", ["away"]),
        (PARITY, "1.2", "1.3", "ratio", ["away"]),
        (PARITY, "12", "6", "%", []),
        (PARITY, "6", "-7", "%", ["away"]),
        (PARITY, "6", "-6", "%", []),
        (PARITY, "-6", "6.1", "%", ["away"]),
        (PARITY, "1.5", "1.2", "", []),
        (UP, None, 18, "%", []),
        (UP, 14, None, "%", []),
    ],
)
def test_a_target_lies_in_the_better_direction(
    direction: Direction, start: object, aim: object, unit: str, expected: list[str]
) -> None:
    values = [None if each is None else Decimal(str(each)) for each in (start, aim)]
    row = measure(direction=direction, baseline=values[0], target=values[1], unit=unit)
    assert says(right_way, objective(), view(row)) == expected


def test_the_direction_is_the_one_of_the_metric() -> None:
    up = measure(metric="WRES3", unit="ratio", baseline=Decimal(1), target=Decimal(2))
    remarks = list(right_way.judge(objective(), view(up)))
    assert [(each.says, each.value, each.field) for each in remarks] == [
        ("direction", "up", "direction"),
        ("away", up.name, ""),
    ]
    assert remarks[0].facts == {"metric": "WRES3", "right": "towards parity"}
    assert remarks[1].facts == {"start": "1", "aim": "2", "right": "towards parity"}
    assert says(right_way, objective(), view(measure(metric="WRES1"))) == []
    assert says(right_way, objective(), view(measure(metric="HIA4c"))) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, False),
        ({"name": "Workshops held", "unit": "count"}, True),
        ({"name": "Workshops held", "unit": ""}, True),
        ({"name": "Held", "unit": "workshops"}, True),
        ({"name": "Staff who say that the training helped", "unit": "%"}, False),
        ({"name": "Staff who attended", "unit": "%"}, True),
        ({"name": "Sponsor's attendance", "unit": "count"}, True),
        ({"name": "Training completed", "unit": "%", "metric": "HIA2b"}, False),
        ({"name": "Cases", "unit": "count"}, False),
        ({"name": "Staff who completed the e-learning", "unit": "%"}, True),
        ({"name": "Training undertaken", "unit": "%"}, True),
        ({"name": "Disciplinary cases completed within 28 days", "unit": "%"}, False),
        ({"name": "Datix reports of racism against staff", "unit": "count"}, False),
        ({"name": "BME staff in leadership places", "unit": "number of staff"}, False),
        ({"name": "Staff who will eventually lead", "unit": "count"}, False),
        ({"name": "Abuse by visitors", "unit": "count"}, False),
        ({"name": "Members who joined", "unit": "count"}, False),
        ({"name": "Training places", "unit": "count"}, True),
    ],
)
def test_what_is_held_or_attended_is_activity(changes: dict[str, Any], expected: bool) -> None:
    row = measure(**changes)
    assert is_activity(row, view(row)) is expected


HELD = measure(name="Workshops held", unit="count")


@pytest.mark.parametrize(
    ("measures", "expected"),
    [([HELD], ["activity"]), ([HELD, HELD], ["activity"]), ([HELD, measure()], [])],
)
def test_activity_only_is_when_nothing_else_is_measured(
    measures: list[Any], expected: list[str]
) -> None:
    assert says(more_than_activity, objective(title="10 workshops"), view(*measures)) == expected


@pytest.mark.parametrize(
    ("title", "expected", "value"),
    [
        ("Hold 10 workshops", ["activity"], "10 workshops"),
        ("99% of staff to attend", ["activity"], "99%"),
        ("99% of staff feel safe", [], ""),
        ("Hold 10 workshops and appoint 3 nurses", [], ""),
        ("A talent programme", ["named-activity"], "programme"),
        ("Reduce the gap with a talent programme", [], ""),
        ("A better place to be", [], ""),
        ("3 places ring-fenced for staff", ["activity"], "3 places ring-fenced"),
        ("Have 90% of cases completed", [], ""),
        ("Have 90% of staff complete training", ["activity"], "90%"),
        ("Be fair", [], ""),
    ],
)
def test_words_may_speak_of_activity_only(title: str, expected: list[str], value: str) -> None:
    remarks = list(more_than_activity.judge(objective(title=title), view()))
    assert [remark.says for remark in remarks] == expected
    assert [remark.value for remark in remarks] == ([value] if value else [])


NAME = measure().name


@pytest.mark.parametrize(
    ("rule", "changes", "remark"),
    [
        (counted, {}, Remark("counted", NAME)),
        (counted, {"unit": ""}, Remark("no-unit", NAME)),
        (counted, {"metric": "HIA4c"}, Remark("no-number", "HIA4c")),
        (dated_baseline, {}, Remark("baseline", NAME)),
        (dated_baseline, {"baseline": None}, Remark("no-baseline", NAME)),
        (dated_baseline, {"baseline_on": None}, Remark("no-date", NAME)),
        (
            dated_baseline,
            {"baseline_on": date(2026, 4, 2)},
            Remark("after-start", NAME, {"day": "2 Apr 2026", "start": "1 Apr 2026"}),
        ),
        (target_in_unit, {}, Remark("target", NAME)),
        (target_in_unit, {"target": None}, Remark("no-target", NAME)),
        (
            right_way,
            {"direction": DOWN, "baseline": Decimal(1400), "target": Decimal("1800.5")},
            Remark("away", NAME, {"start": "1,400", "aim": "1,800.5", "right": "down"}),
        ),
        (
            more_than_activity,
            {"name": "Workshops held", "unit": "count"},
            Remark("activity", "Workshops held"),
        ),
    ],
)
def test_the_measure_that_decided_it_is_named(
    rule: Rule[ObjectiveRow], changes: dict[str, Any], remark: Remark
) -> None:
    row = objective(title="Raise it", start_on=START)
    assert said(rule, row, view(measure(**changes))) == remark


@pytest.mark.parametrize(
    ("rule", "title", "remark"),
    [
        (dated_baseline, "Raise it from 14% to 18%", Remark("words", "14%")),
        (dated_baseline, "Raise it to 18%", Remark("words-none", "18%")),
        (
            target_in_unit,
            "1% reduction; baseline 3.73 times",
            Remark("unlike-baseline", "1%", {"baseline": "3.73 times"}),
        ),
    ],
)
def test_the_number_that_decided_it_is_quoted(
    rule: Rule[ObjectiveRow], title: str, remark: Remark
) -> None:
    assert said(rule, objective(title=title), view()) == remark

from __future__ import annotations

from datetime import timedelta

import pytest

from edi_tui.domain.rules.specific import concrete_verb, named_population, one_change, one_owner
from edi_tui.domain.words import Scope, Standing, Status
from tests.domain.rules.rows import AS_AT, measure, member, objective, said, says, view

TOMORROW, YESTERDAY = AS_AT + timedelta(days=1), AS_AT - timedelta(days=1)
ROLE = "Chief People Officer"


@pytest.mark.parametrize(
    ("changes", "expected", "value"),
    [
        ({}, "one", ROLE),
        ({"from_on": AS_AT}, "one", ROLE),
        ({"from_on": TOMORROW}, "not-yet", ROLE),
        ({"to_on": AS_AT}, "one", ROLE),
        ({"to_on": YESTERDAY}, "left", ROLE),
        ({"standing": Standing.INTERIM}, "one", ROLE),
        ({"standing": Standing.VACANT}, "vacant", ROLE),
    ],
)
def test_an_owner_sits_on_the_board_that_day(
    changes: dict[str, object], expected: str, value: str
) -> None:
    remark = said(one_owner, objective(), view(member(**changes)))
    assert (remark.says, remark.value) == (expected, value)


def test_an_owner_who_is_not_there_is_told_with_the_day() -> None:
    left = said(one_owner, objective(), view(member(to_on=YESTERDAY)))
    later = said(one_owner, objective(), view(member(from_on=TOMORROW)))
    assert (left.facts, later.facts) == ({"day": "20 Nov 2026"}, {"day": "22 Nov 2026"})


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"owner_ref": "", "owner": ""}, "nobody"),
        ({"owner_ref": "", "owner": "Head of Inclusion"}, "no-seat"),
        ({"owner_ref": "", "owner": "Chair and Chief Executive"}, "several"),
        ({"owner_ref": "", "owner": "Chair / Chief Executive"}, "several"),
        ({"owner_ref": "", "owner": "Chair; Chief Executive"}, "several"),
        ({"owner_ref": "", "owner": "Director of People and Culture"}, "no-seat"),
        ({"owner_ref": "MEM-009", "owner": ROLE}, "gone"),
        ({"scope": Scope.COLLECTIVE, "owner_ref": "", "owner": ""}, "whole-board"),
        ({"scope": Scope.COLLECTIVE}, "whole-board"),
    ],
)
def test_one_owner_answers_for_an_objective_or_the_whole_board(
    changes: dict[str, object], expected: str
) -> None:
    row = objective(**changes)
    remark = said(one_owner, row, view(member()))
    assert remark.says == expected
    assert remark.value == ("" if expected == "whole-board" else row.owner)


@pytest.mark.parametrize("status", [status for status in Status if status.closed])
def test_a_closed_objective_is_left_alone(status: Status) -> None:
    assert says(one_owner, objective(status=status, owner_ref="", owner=""), view()) == []


@pytest.mark.parametrize(
    ("title", "expected", "value"),
    [
        ("Reduce the gap", "concrete", "Reduce"),
        ("We are reducing the gap", "concrete", "reducing"),
        ("Gap cut by half", "concrete", "cut"),
        ("Cutting the gap", "concrete", "Cutting"),
        ("Halving the gap", "concrete", "Halving"),
        ("Support staff and appoint a guardian", "concrete", "appoint"),
        ("Fair pay for our support staff", "no-verb", ""),
        ("Support staff in every band", "vague", "Support"),
        ("Improve representation", "vague", "Improve"),
        ("Raise awareness of bias", "vague", "Raise awareness"),
        ("Raising awareness of bias", "vague", "Raising awareness"),
        ("Be committed to fairness", "vague", "Be committed to"),
        ("The board is committed to fairness", "vague", "is committed to"),
        ("Promoting 12 nurses", "vague-figure", "Promoting"),
        ("Improve representation from 12% to 15%", "vague-figure", "Improve"),
        ("Workforce 15% BME", "figure", "15%"),
        ("Workforce like the community", "no-verb", ""),
        ("Training and meetings for all", "no-verb", ""),
    ],
)
def test_a_verb_says_what_will_change(title: str, expected: str, value: str) -> None:
    remark = said(concrete_verb, objective(title=title), view())
    assert (remark.says, remark.value) == (expected, value)


@pytest.mark.parametrize(
    ("title", "expected", "value"),
    [
        ("Reduce sickness of disabled colleagues", "named", "disabled"),
        ("Close the gap in band 8a", "named", "band"),
        ("Close the gap for the organisation’s nurses", "named", "nurses"),
        ("Close the gap", "nobody-named", ""),
    ],
)
def test_it_says_for_whom(title: str, expected: str, value: str) -> None:
    remark = said(named_population, objective(title=title), view())
    assert (remark.says, remark.value) == (expected, value)


def test_a_measure_may_say_for_whom() -> None:
    seen = view(measure(name="Gap"), measure(name="Women in VSM posts"))
    assert said(named_population, objective(title="Close the gap"), seen).value == "Women"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Raise the share from 14% to 18% by 31 March 2028", []),
        ("Raise the share from 14% to 16% to 18%", []),
        ("Answer 90% of concerns within 60 days", []),
        ("Raise women to 50% and BME staff to 20%", ["two-targets"]),
        ("Hold 5 roadshows; 3 workshops", ["two-targets"]),
        ("Plan by June 2027 with results by June 2028", ["two-dates"]),
        ("Plan by June 2027, then a review by June 2027", []),
        ("5 plans by June 2027, 3 reviews by June 2028", ["two-dates", "two-targets"]),
    ],
)
def test_one_objective_is_one_change(title: str, expected: list[str]) -> None:
    assert says(one_change, objective(title=title), view()) == expected


def test_two_changes_are_quoted() -> None:
    row = objective(title="Raise women to 50% by May 2027 and BME staff to 20% by May 2028")
    values = [remark.value for remark in one_change.judge(row, view())]
    assert values == ["May 2027 … May 2028", "50% … 20%"]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" and ", ["two-targets"]),
        (" AND ", ["two-targets"]),
        (" plus ", ["two-targets"]),
        (" & ", ["two-targets"]),
        (", ", ["two-targets"]),
        ("; ", ["two-targets"]),
        (" of standby ", []),
    ],
)
def test_words_for_and_join_two_targets(between: str, expected: list[str]) -> None:
    row = objective(title=f"Raise women to 50%{between}staff to 20%")
    assert says(one_change, row, view()) == expected


def test_the_second_and_third_target_may_be_the_pair() -> None:
    row = objective(title="Train 5 nurses for 3 wards and 4 doctors")
    assert [remark.value for remark in one_change.judge(row, view())] == ["3 wards … 4 doctors"]

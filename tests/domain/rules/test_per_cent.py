from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from edi_tui.domain.rules.per_cent import per_cent_of_what
from tests.domain.rules.rows import measure, objective, said, says, view

FORTY: dict[str, Any] = {"baseline": Decimal(40), "target": None}


@pytest.mark.parametrize(
    ("title", "points", "share"),
    [
        ("6% increase in staff", "46.0%", "42.4%"),
        ("Increase it by 6%", "46.0%", "42.4%"),
        ("6% reduction", "34.0%", "37.6%"),
        ("Cut it by 6 per cent", "34.0%", "37.6%"),
        ("Raise it by 100%", "140.0%", "80.0%"),
    ],
)
def test_both_readings_of_a_change_in_per_cent_are_shown(
    title: str, points: str, share: str
) -> None:
    remark = said(per_cent_of_what, objective(title=title), view(measure(**FORTY)))
    assert remark.says == "two-readings"
    assert remark.facts == {"start": "40%", "points": points, "share": share}


@pytest.mark.parametrize(
    ("title", "measures", "expected"),
    [
        ("6% increase", [], ["unclear"]),
        ("Increase it by 6%, from a baseline of 40%", [], ["two-readings"]),
        ("Increase it by 6%, from a baseline of 40 posts", [], ["unclear"]),
        ("6% relative increase", [], []),
        ("6% increase in relative likelihood", [], ["unclear"]),
        ("6 percentage points increase", [], []),
        ("Increase it to 6%", [], []),
        ("Increase it", [], []),
        ("6% increase", [measure(unit="ratio")], []),
        ("6% increase", [measure(unit="ratio"), measure(**FORTY)], ["two-readings"]),
        ("6% increase", [measure(baseline=None, target=None)], ["unclear"]),
        ("6% increase", [measure(baseline=Decimal(40), target=Decimal(46))], []),
        ("6% increase", [measure(baseline=Decimal(40), target=Decimal("42.4"))], []),
        ("6% increase", [measure(baseline=Decimal(40), target=Decimal(45))], ["two-readings"]),
    ],
)
def test_a_change_is_unclear_until_something_says_which_is_meant(
    title: str, measures: list[Any], expected: list[str]
) -> None:
    assert says(per_cent_of_what, objective(title=title), view(*measures)) == expected


def test_the_words_are_quoted() -> None:
    assert said(per_cent_of_what, objective(title="6% increase"), view()).value == "6%"

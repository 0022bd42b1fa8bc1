from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from edi_tui.domain.rules.per_cent import per_cent_of_what
from tests.domain.rules.rows import measure, objective, said, says, view

FORTY: dict[str, Any] = {"baseline": Decimal(40), "target": None}


@pytest.mark.parametrize(
    ("title", "change", "points", "share"),
    [
        ("6% increase in staff", "6%", "46.0%", "42.4%"),
        ("Increase it by 6%", "6%", "46.0%", "42.4%"),
        ("6% reduction", "6%", "34.0%", "37.6%"),
        ("Cut it by 6 per cent", "6 per cent", "34.0%", "37.6%"),
        ("Raise it by 100%", "100%", "140.0%", "80.0%"),
    ],
)
def test_both_readings_of_a_change_in_per_cent_are_shown(
    title: str, change: str, points: str, share: str
) -> None:
    remark = said(per_cent_of_what, objective(title=title), view(measure(**FORTY)))
    assert (remark.says, remark.value) == ("two-readings", change)
    assert remark.facts == {"start": "40%", "points": points, "share": share}


@pytest.mark.parametrize(
    ("title", "measures", "expected"),
    [
        ("6% increase", [], []),
        ("6% increase in the share of women", [], ["unclear"]),
        ("6% increase in staff who feel safe", [], ["unclear"]),
        ("Reduce disciplinary cases by 20%", [], []),
        ("Reduce disciplinary cases by 20%", [measure(unit="count")], []),
        ("Cut the rate by a fifth", [], []),
        ("Halve the rate", [], []),
        ("Increase it by 6%, from a baseline of 40%", [], ["two-readings"]),
        ("Increase it by 6%, from a baseline of 40 posts", [], []),
        ("Increase the share by 6%, from a baseline of 40 posts", [], []),
        ("6% relative increase", [], []),
        ("6% increase in relative likelihood", [], []),
        ("6% increase in the share, and in relative likelihood", [], ["unclear"]),
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
    assert said(per_cent_of_what, objective(title="6% rise of the share"), view()).value == "6%"


@pytest.mark.parametrize(
    ("title", "down"),
    [
        ("Reduce it by 6%", True),
        ("Reducing it by 6%", True),
        ("6% decrease", True),
        ("Drop it by 6%", True),
        ("6% fall", True),
        ("Lower it by 6%", True),
        ("CUT it by 6%", True),
        ("Have fewer, by 6%", True),
        ("6% less", True),
        ("Close it by 6%", True),
        ("Narrow it by 6%", True),
        ("Raise disclosure by 6%", False),
        ("Raise lessons learnt by 6%", False),
        ("Increase it by 6%", False),
        ("Increase women in VSM posts by 6% to narrow the gap", False),
        ("Increase women in lower bands by 6%", False),
        ("Reduce bullying and increase trust by 6%", False),
        ("Raise trust and cut the share of women and men who leave by 6%", True),
        ("Increase trust, with a 6% reduction of those who leave", True),
        ("By 6%, lower it", True),
        ("By 6% it goes", False),
    ],
)
def test_the_words_tell_whether_a_change_leads_down(title: str, down: bool) -> None:
    remark = said(per_cent_of_what, objective(title=title), view(measure(**FORTY)))
    assert remark.facts["points"] == ("34.0%" if down else "46.0%")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Raise the share by 6% relatively", []),
        ("Raise the share by 6% RELATIVE to now", []),
        ("Raise the share of relatives by 6%", ["unclear"]),
    ],
)
def test_a_change_that_is_said_to_be_relative_is_clear(title: str, expected: list[str]) -> None:
    assert says(per_cent_of_what, objective(title=title), view()) == expected


def test_the_first_baseline_that_is_kept_is_the_start() -> None:
    later = measure(baseline=None, target=None), measure(**FORTY), measure(baseline=Decimal(50))
    remark = said(per_cent_of_what, objective(title="6% increase from 30%"), view(*later))
    assert remark.facts["start"] == "40%"

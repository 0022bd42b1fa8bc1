from __future__ import annotations

import pytest

from edi_tui.domain.rules.relevant import both_kinds_of_evidence, level_given, linked
from edi_tui.domain.words import EvidenceKind, Level, Scope
from tests.domain.rules.rows import evidence, measure, objective, said, says, view


@pytest.mark.parametrize(
    ("frameworks", "metric", "baf", "expected"),
    [
        (("HIA2", "WRES1"), "", "SR4", ["linked"]),
        (("HIA2.3", "WRES1"), "", "SR4", ["linked"]),
        (("HIA2",), "WRES1", "SR4", ["linked"]),
        (("HIA2",), "", "SR4", ["no-metric"]),
        (("HIA2a",), "", "SR4", ["linked"]),
        (("HIA7a",), "WRES1", "SR4", ["no-action"]),
        (("HIA7", "WRES1"), "", "SR4", ["no-action"]),
        ((), "WRES1", "SR4", ["no-action"]),
        ((), "", "SR4", ["nothing"]),
        (("OWN1",), "", "SR4", ["nothing"]),
        (("HIA2", "WRES1"), "", "", ["no-risk"]),
        ((), "", "", ["nothing", "no-risk"]),
    ],
)
def test_an_objective_serves_an_action_a_metric_and_a_risk(
    frameworks: tuple[str, ...], metric: str, baf: str, expected: list[str]
) -> None:
    row = objective(frameworks=frameworks, baf=baf)
    measures = [measure(metric=metric)] if metric else []
    assert says(linked, row, view(*measures)) == expected


def test_what_decides_is_quoted_and_the_field_named() -> None:
    nothing, risk = linked.judge(objective(), view())
    assert (nothing.field, risk.field) == ("frameworks", "baf")
    lone = objective(frameworks=("WRES1",), baf="SR4")
    assert said(linked, lone, view()).value == "WRES1"
    assert said(linked, objective(baf="SR4"), view(measure(metric="WRES2"))).value == "WRES2"
    assert said(linked, objective(frameworks=("HIA3",), baf="SR4"), view()).value == "HIA3"
    both = objective(frameworks=("HIA3", "GPG"), baf="SR4")
    assert said(linked, both, view()).value == "HIA3, GPG"


DATA, LIVED, MINUTES = EvidenceKind.DATA, EvidenceKind.LIVED_EXPERIENCE, EvidenceKind.MINUTES


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([DATA, LIVED], ["both"]),
        ([DATA, LIVED, MINUTES], ["both"]),
        ([DATA], ["no-lived-experience"]),
        ([LIVED], ["no-data"]),
        ([MINUTES], ["no-data", "no-lived-experience"]),
        ([], ["no-data", "no-lived-experience"]),
    ],
)
def test_data_and_lived_experience_are_cited_each_by_itself(
    kinds: list[EvidenceKind], expected: list[str]
) -> None:
    seen = view(*(evidence(kind=kind) for kind in kinds))
    assert says(both_kinds_of_evidence, objective(), seen) == expected


def test_whose_change_it_is_is_always_given() -> None:
    row = objective(level=Level.PERSONAL, scope=Scope.INDIVIDUAL)
    assert said(level_given, row, view()).value == "Personal, individual"


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("HIA1", True),
        ("HIA6", True),
        ("hia2", True),
        ("HIA2.3", True),
        ("HIA0", False),
        ("HIA7", False),
        ("HIA2.34", True),
        ("HIA2.3.1", True),
        ("HIA2a", True),
        ("HIA2-3", False),
        ("HIA2.", False),
        ("WHIA2", False),
    ],
)
def test_only_the_six_actions_and_their_parts_are_high_impact_actions(
    code: str, known: bool
) -> None:
    row = objective(frameworks=(code, "WRES1"), baf="SR4")
    assert says(linked, row, view()) == (["linked"] if known else ["no-action"])


def test_a_measure_without_a_metric_does_not_hide_the_next_one() -> None:
    row = objective(frameworks=("HIA2",), baf="SR4")
    assert says(linked, row, view(measure(), measure(metric="WRES1"))) == ["linked"]


def test_a_metric_that_is_served_is_named_before_one_that_is_measured() -> None:
    row = objective(frameworks=("WRES1",), baf="SR4")
    assert said(linked, row, view(measure(metric="WRES2"))).value == "WRES1"

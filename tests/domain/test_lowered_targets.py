"""Targets that ask for less than they did."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any, cast

import pytest

from edi_tui.domain.ledger import drift_of, ledger_of
from edi_tui.domain.moves import Move
from edi_tui.domain.rows import MeasureRow
from edi_tui.domain.words import Direction
from tests.domain.edits import MEASURE, edit
from tests.domain.rules.rows import AS_AT, measure, objective


def _standing(**changes: Any) -> dict[str, MeasureRow]:
    return {"MEA-001": measure(**changes)}


@pytest.mark.parametrize(
    ("direction", "unit", "was", "now", "lowered"),
    [
        (Direction.UP, "%", "18", "17.9", ("18%", "17.9%")),
        (Direction.UP, "%", "18", "18.1", None),
        (Direction.UP, "%", "18", "18", None),
        (Direction.DOWN, "%", "10", "11", ("10%", "11%")),
        (Direction.DOWN, "%", "10", "9", None),
        (Direction.PARITY, "ratio", "1.1", "1.2", ("1.1", "1.2")),
        (Direction.PARITY, "ratio", "1.2", "0.9", None),
        (
            Direction.PARITY,
            "percentage points",
            "0.5",
            "0.9",
            ("0.5 percentage points", "0.9 percentage points"),
        ),
        (Direction.PARITY, "percentage points", "-0.9", "0.5", None),
        (Direction.UP, "%", "18", None, ("18%", "none")),
        (Direction.UP, "%", None, "18", None),
    ],
)
def test_a_target_that_asks_for_less_than_before_was_lowered(
    direction: Direction,
    unit: str,
    was: str | None,
    now: str | None,
    lowered: tuple[str, str] | None,
) -> None:
    before, after = (
        replace(MEASURE, direction=direction, unit=unit, target=Decimal(each) if each else None)
        for each in (was, now)
    )
    found = drift_of(objective(), [edit(before, after)], _standing(unit=unit))
    assert [(one.was, one.now) for one in found.of(Move.TARGET)] == ([lowered] if lowered else [])
    assert dict(found.original.targets) == ({"MEA-001": lowered[0]} if lowered else {})


def test_an_entry_without_direction_and_unit_goes_up_in_the_unit_of_today() -> None:
    change = edit(MEASURE, replace(MEASURE, target=Decimal(17)))
    before = {
        name: value for name, value in change.before.items() if name not in ("direction", "unit")
    }
    (entry,) = drift_of(objective(), [replace(change, before=before)], _standing()).entries
    assert (entry.was, entry.now) == ("18%", "17%")


def test_the_original_target_is_the_one_before_it_was_first_lowered() -> None:
    first, second = (replace(MEASURE, target=Decimal(each)) for each in (17, 16))
    changes = [edit(MEASURE, first), edit(first, second, seq=2)]
    found = drift_of(objective(), changes, _standing())
    assert (found.lowered, dict(found.original.targets)) == (2, {"MEA-001": "18%"})


@pytest.mark.parametrize(
    ("before", "after", "lowered"),
    [
        ("OBJ-001", "OBJ-001", (1, 0)),
        ("OBJ-001", "OBJ-002", (1, 0)),
        ("OBJ-001", "", (1, 0)),
        ("", "OBJ-002", (0, 1)),
        ("", "", (0, 0)),
    ],
)
def test_a_lowered_target_is_drift_of_the_objective_that_its_measure_served(
    before: str, after: str, lowered: tuple[int, int]
) -> None:
    was = replace(MEASURE, objective=before)
    now = replace(MEASURE, objective=after, target=Decimal(17))
    objectives = [objective(), objective(ref="OBJ-002")]
    found = ledger_of(objectives, [edit(was, now)], [measure()], as_at=AS_AT)
    assert (
        tuple(found[ref].lowered if ref in found else 0 for ref in ("OBJ-001", "OBJ-002"))
        == lowered
    )


def test_the_target_of_a_measure_that_was_withdrawn_is_no_drift() -> None:
    changes = [edit(MEASURE, replace(MEASURE, target=Decimal(16)))]
    assert not drift_of(objective(), changes).any
    assert not ledger_of([objective()], changes, [measure(ref="MEA-002")], as_at=AS_AT)[
        "OBJ-001"
    ].any


@pytest.mark.parametrize(
    ("targets", "lowered"),
    [
        (["18", "16", "18"], 0),
        (["18", "16", "17"], 1),
        (["18", "16", "19"], 0),
        (["18", "20", "18"], 0),
        (["18", "20", "17"], 1),
        ([None, "18", "16"], 1),
        ([None, "18", None, "18"], 0),
        (["18", None], 1),
    ],
)
def test_a_target_that_is_back_has_not_been_lowered(
    targets: list[str | None], lowered: int
) -> None:
    drafts = [replace(MEASURE, target=Decimal(each) if each else None) for each in targets]
    changes = [edit(before, after, seq=seq) for seq, (before, after) in enumerate(pairwise(drafts))]
    assert drift_of(objective(), changes, _standing()).lowered == lowered


@pytest.mark.parametrize(
    ("before", "after", "now", "lowered"),
    [
        ({}, {}, {}, 1),
        ({"unit": "per cent"}, {"unit": "%"}, {"unit": "percent"}, 1),
        ({"unit": ""}, {"unit": ""}, {"unit": "%"}, 1),
        ({"unit": "odds"}, {"unit": "Odds"}, {"unit": "odds"}, 1),
        ({"unit": "odds"}, {"unit": "oddities"}, {"unit": "oddities"}, 0),
        ({"unit": "£"}, {"unit": "%"}, {"unit": "%"}, 0),
        ({}, {}, {"unit": "ratio"}, 0),
        ({}, {"metric": "WRES1"}, {}, 0),
    ],
)
def test_targets_in_two_units_are_not_compared(
    before: dict[str, str], after: dict[str, str], now: dict[str, str], lowered: int
) -> None:
    change = edit(
        replace(MEASURE, **cast("Any", before)),
        replace(MEASURE, target=Decimal(16), **cast("Any", after)),
    )
    assert drift_of(objective(), [change], _standing(**now)).lowered == lowered


def test_a_target_that_was_raised_again_a_little_is_still_below_the_first() -> None:
    targets = [replace(MEASURE, target=Decimal(each)) for each in ("18", "17", "16", "17.5")]
    steps = enumerate(pairwise(targets), 1)
    changes = [edit(was, now, seq=seq) for seq, (was, now) in steps]
    found = drift_of(objective(), changes, _standing())
    assert (found.lowered, dict(found.original.targets)) == (2, {"MEA-001": "18%"})


@pytest.mark.parametrize(
    ("before", "after", "lowered"),
    [
        ("WRES1", "WRES1", 1),
        ("WRES1", "WRES2", 0),
        ("WRES1", None, 0),
        (None, "WRES1", 0),
        (None, None, 1),
        ("", None, 1),
    ],
)
def test_targets_of_two_metrics_are_not_compared(
    before: str | None, after: str | None, lowered: int
) -> None:
    change = edit(MEASURE, replace(MEASURE, target=Decimal(17)))
    sides = (
        {name: value for name, value in side.items() if name != "metric"}
        | ({} if metric is None else {"metric": metric})
        for side, metric in ((change.before, before), (change.after, after))
    )
    was, now = sides
    found = drift_of(objective(), [replace(change, before=was, after=now)], _standing())
    assert found.lowered == lowered

"""How a reading falls short of its target or of the path to it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.shortfall import behind_path, below_target, parity_of, path_of, written
from edi_tui.domain.words import Direction
from tests.domain.rules.rows import measure

_DUE = date(2027, 3, 31)
_HALFWAY = date(2026, 9, 30)


@pytest.mark.parametrize(
    "missing",
    [{"baseline": None}, {"target": None}, {"baseline_on": None}],
)
def test_a_path_needs_both_ends_and_their_days(missing: dict[str, None]) -> None:
    assert path_of(measure(**missing), _DUE) is None
    assert path_of(measure(), None) is None


def test_a_target_is_due_with_its_objective_unless_it_has_a_day_of_its_own() -> None:
    path, sooner = path_of(measure(), _DUE), path_of(measure(target_on=_HALFWAY), _DUE)
    assert path
    assert path.target.on == _DUE
    assert sooner
    assert sooner.target.on == _HALFWAY


@pytest.mark.parametrize(("unit", "parity"), [("ratio", 1), ("percentage points", 0), ("odds", 1)])
def test_a_path_towards_parity_aims_at_where_groups_fare_alike(unit: str, parity: int) -> None:
    found = path_of(measure(unit=unit, direction=Direction.PARITY), _DUE)
    assert found
    assert (found.parity, found.direction) == (Decimal(parity), Direction.PARITY)


def test_what_is_behind_says_the_reading_and_what_the_path_asks_for() -> None:
    read = measure(latest=Decimal(15), latest_on=_HALFWAY)
    assert behind_path(read, _DUE) == ("15% on 30 Sep 2026", "16.0%")


@pytest.mark.parametrize(
    "changes",
    [
        {"latest": Decimal("15.7")},
        {"latest": None},
        {"latest_on": None},
        {"baseline": None},
    ],
)
def test_what_is_on_its_path_or_unknown_is_not_behind(changes: dict[str, object]) -> None:
    read = measure(**({"latest": Decimal(15), "latest_on": _HALFWAY} | changes))
    assert behind_path(read, _DUE) is None


def test_the_tolerance_is_a_share_of_the_way() -> None:
    read = measure(latest=Decimal("15.5"), latest_on=_HALFWAY)
    assert behind_path(read, _DUE, Decimal("0.1"))
    assert behind_path(read, _DUE, Decimal("0.2")) is None


def test_what_the_path_asks_for_has_the_decimals_of_the_target() -> None:
    ratio = measure(
        unit="ratio",
        direction=Direction.DOWN,
        baseline=Decimal("1.50"),
        target=Decimal("1.125"),
        latest=Decimal("1.50"),
        latest_on=_HALFWAY,
    )
    assert behind_path(ratio, _DUE) == ("1.50 on 30 Sep 2026", "1.312")


@pytest.mark.parametrize(
    ("direction", "unit", "latest", "target", "below"),
    [
        (Direction.UP, "%", "17.9", "18", ("17.9%", "18%")),
        (Direction.UP, "%", "18", "18", None),
        (Direction.UP, "%", "19", "18", None),
        (Direction.DOWN, "days", "31", "30", ("31 days", "30 days")),
        (Direction.DOWN, "days", "29", "30", None),
        (Direction.PARITY, "ratio", "0.8", "1", ("0.8", "1")),
        (
            Direction.PARITY,
            "percentage points",
            "0.1",
            "0",
            ("0.1 percentage points", "0 percentage points"),
        ),
        (Direction.UP, "%", None, "18", None),
        (Direction.UP, "%", "17", None, None),
    ],
)
def test_a_reading_that_is_worse_than_the_target_is_below_it(
    direction: Direction,
    unit: str,
    latest: str | None,
    target: str | None,
    below: tuple[str, str] | None,
) -> None:
    values = [Decimal(text) if text else None for text in (latest, target)]
    read = measure(direction=direction, unit=unit, latest=values[0], target=values[1])
    assert below_target(read) == below


@pytest.mark.parametrize(
    ("unit", "parity", "words"),
    [("ratio", 1, "1,200"), ("%", 0, "1,200%"), ("£", 0, "£1,200"), ("things", 1, "1,200")],
)
def test_words_that_are_no_unit_are_taken_for_a_ratio(unit: str, parity: int, words: str) -> None:
    assert parity_of(unit) == parity
    assert written(Decimal(1200), unit) == words

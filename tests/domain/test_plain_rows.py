"""Frozen rows are written as canonical JSON and read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from edi_tui.domain.plain_rows import canonical, fields_in, object_of, values_of
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.words import Status
from tests.domain.rules.rows import measure, objective


@dataclass(frozen=True)
class Inner:
    """Something within something else."""

    on: date | None
    share: Decimal = Decimal(0)
    about: ObjectiveRow | None = None


@dataclass(frozen=True)
class Outer:
    """One of each sort."""

    inner: Inner
    rows: tuple[ObjectiveRow, ...]
    by_status: Mapping[Status, Inner]
    best: ObjectiveRow | None
    said: str = "nothing"


OBJECTIVE = objective()
ROWS = {"OBJ-001": OBJECTIVE}
ONE = Inner(date(2026, 11, 21), Decimal("0.10"), OBJECTIVE)
OUTER = Outer(ONE, (OBJECTIVE,), MappingProxyType({Status.AT_RISK: ONE}), None)


def test_values_are_one_line_of_json_with_sorted_keys_and_rows_by_reference() -> None:
    assert canonical(fields_in(OUTER)) == (
        '{"best":null,'
        '"by_status":{"at_risk":{"about":"OBJ-001","on":"2026-11-21","share":"0.10"}},'
        '"inner":{"about":"OBJ-001","on":"2026-11-21","share":"0.10"},'
        '"rows":["OBJ-001"],"said":"nothing"}'
    )
    assert canonical({"b": "Zoë", "a": Decimal("1E+3")}) == '{"a":"1000","b":"Zoë"}'


def test_what_was_written_is_read_back() -> None:
    assert object_of(Outer, json.loads(canonical(fields_in(OUTER))), ROWS) == OUTER
    best = Outer(ONE, (), {}, OBJECTIVE, "much")
    assert object_of(Outer, json.loads(canonical(fields_in(best))), ROWS) == best


@pytest.mark.parametrize("row", [OBJECTIVE, measure()])
def test_a_row_is_read_back_with_all_that_was_worked_out_of_it(row: object) -> None:
    assert object_of(type(row), json.loads(canonical(fields_in(row))), {}) == row


def test_what_another_release_says_more_or_less_is_passed_over() -> None:
    plain = {"on": None, "later": 1}
    assert values_of(Inner, plain, {}) == {"on": None}
    assert object_of(Inner, plain, {}) == Inner(None)


@pytest.mark.parametrize(
    ("value", "error", "said"),
    [
        (float("nan"), ValueError, "Out of range"),
        ({1}, TypeError, "set has no place in canonical JSON."),
    ],
)
def test_what_has_no_place_in_canonical_json_is_refused(
    value: object, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        canonical({"a": value})

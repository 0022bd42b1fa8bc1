"""Objectives that follow others which were not met."""

from __future__ import annotations

import pytest

from edi_tui.domain.ledger import ledger_of
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.words import Status
from tests.domain.rules.rows import AS_AT, objective


def test_an_objective_is_carried_forward_from_each_that_was_not_met() -> None:
    rows = [
        objective(ref="OBJ-001", status=Status.COMPLETE),
        objective(ref="OBJ-002", status=Status.CARRIED_OVER, follows="OBJ-001"),
        objective(ref="OBJ-003", status=Status.ON_TRACK, follows="OBJ-002"),
        objective(ref="OBJ-004", follows="OBJ-003"),
        objective(ref="OBJ-005", follows="OBJ-099"),
    ]
    found = ledger_of(rows, [], as_at=AS_AT)
    nearest = [found[row.ref].carried_from if row.ref in found else () for row in rows]
    assert nearest == [(), (), ("OBJ-002",), ("OBJ-002",), ()]
    assert found["OBJ-003"].any
    assert "OBJ-001" not in found
    assert not found["OBJ-002"].any


@pytest.mark.parametrize(
    ("status", "carried"),
    [
        (Status.CLOSED_NOT_MET, 1),
        (Status.CARRIED_OVER, 1),
        (Status.WITHDRAWN, 1),
        (Status.SUPERSEDED, 0),
        (Status.COMPLETE, 0),
        (Status.EMBEDDED, 0),
        (Status.ON_TRACK, 0),
        (Status.NO_UPDATE, 0),
    ],
)
def test_only_what_was_closed_without_being_met_was_carried_forward(
    status: Status, carried: int
) -> None:
    rows = [objective(status=status), objective(ref="OBJ-002", follows="OBJ-001")]
    assert ledger_of(rows, [], as_at=AS_AT)["OBJ-002"].carried == carried


def _not_met(ref: str, follows: str) -> ObjectiveRow:
    return objective(ref=ref, follows=follows, status=Status.CLOSED_NOT_MET)


def test_the_nearest_that_was_not_met_is_named_first() -> None:
    rows = [_not_met("OBJ-001", ""), _not_met("OBJ-002", "OBJ-001"), _not_met("OBJ-003", "OBJ-002")]
    found = ledger_of(rows, [], as_at=AS_AT)["OBJ-003"]
    assert (found.carried_from, found.carried) == (("OBJ-002", "OBJ-001"), 2)


def test_a_ring_further_back_is_followed_once_too() -> None:
    rows = [
        _not_met("OBJ-001", "OBJ-002"),
        _not_met("OBJ-002", "OBJ-003"),
        _not_met("OBJ-003", "OBJ-002"),
    ]
    found = ledger_of(rows, [], as_at=AS_AT)
    assert [found[row.ref].carried for row in rows] == [2, 1, 1]


def test_objectives_that_follow_each_other_in_a_ring_are_counted_once() -> None:
    rows = [_not_met("OBJ-001", "OBJ-002"), _not_met("OBJ-002", "OBJ-001")]
    assert ledger_of(rows, [], as_at=AS_AT)["OBJ-001"].carried == 1

"""All findings of a view, in one order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.rows import Row, WaiverRow
from edi_tui.domain.rules.judge import in_order, judge
from edi_tui.domain.rules.registry import RULES
from edi_tui.domain.words import Direction, ReviewState, Status
from edi_tui.reference.rule_texts import rule_texts
from tests.domain.rules.judged import found, stood
from tests.domain.rules.rows import action, evidence, measure, member, network, objective, view

_PAST = date(2026, 6, 30)
_ROWS: tuple[Row, ...] = (
    stood(objective(due_on=_PAST, title="Raise it and support staff")),
    stood(objective(ref="OBJ-002", status=Status.COMPLETE, evidence=1, proof=("policy",))),
    stood(objective(ref="OBJ-003", updated_on=_PAST, progress="Now 1 May 2028.")),
    stood(objective(ref="OBJ-010", owner_ref="", forecast_on=date(2028, 1, 1))),
    stood(action(due_on=_PAST)),
    stood(action(ref="ACT-002", status=Status.COMPLETE)),
    member(to_on=_PAST),
    measure(direction=Direction.DOWN),
    measure(ref="MEA-002", objective="OBJ-002"),
    evidence(expires_on=_PAST),
    evidence(ref="EVI-002", supports=("OBJ-002",), review=ReviewState.REJECTED),
    evidence(ref="EVI-003", submitted_by="HR", verified_by="HR", dated_on=_PAST),
    network(),
)


@given(st.integers(0, 2**32))
def test_findings_do_not_depend_on_the_order_of_the_rows(seed: int) -> None:
    shuffled = list(_ROWS)
    Random(seed).shuffle(shuffled)
    whole = judge(view(*_ROWS), RULES, rule_texts())
    assert judge(view(*shuffled), RULES, rule_texts()) == whole
    assert len({finding.rule for finding in whole}) > 10


def test_every_rule_has_a_text_and_every_text_of_a_record_a_rule() -> None:
    assert {rule.id for rule in RULES} == set(rule_texts())


def _finding(**changes: object) -> Finding:
    finding = Finding("P1", FindingLevel.WARN, "It was due.", ref="OBJ-002", column="due")
    return replace(finding, **changes)  # type: ignore[arg-type] # fields of many types


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"level": FindingLevel.FAIL, "ref": "ACT-009"}, {}),
        ({}, {"level": FindingLevel.NOTE, "ref": "OBJ-001"}),
        ({"ref": "OBJ-009"}, {"ref": "OBJ-010"}),
        ({"ref": "MEM-009"}, {}),
        ({}, {"ref": "ACT-001"}),
        ({"rule": "E1"}, {}),
        ({"column": "a"}, {}),
        ({"value": "a"}, {"value": "b"}),
        ({"message": "A"}, {"message": "B"}),
    ],
)
def test_findings_come_by_level_then_record_then_rule(
    first: dict[str, object], second: dict[str, object]
) -> None:
    pair = [_finding(**first), _finding(**second)]
    assert in_order(reversed(pair)) == pair


def test_a_waived_rule_becomes_a_note_with_the_reason() -> None:
    waiver = WaiverRow(ref="WAI-001", version=1, rule="p1", subject="OBJ-001", reason="Agreed.")
    rows = stood(objective(due_on=_PAST)), stood(objective(ref="OBJ-002", due_on=_PAST))
    warned, noted = found("P1", view(*rows, waivers=[waiver]))
    assert (warned.ref, warned.level, warned.waived) == ("OBJ-002", "warn", "")
    assert (noted.ref, noted.level, noted.waived) == ("OBJ-001", "note", "Agreed.")

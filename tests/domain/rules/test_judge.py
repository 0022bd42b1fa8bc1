"""All findings of a view, in one order."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import Row, WaiverRow
from edi_tui.domain.rules.judge import in_order, judge, judge_record, rows_of
from edi_tui.domain.rules.registry import RULES
from edi_tui.domain.words import Direction, ReviewState, Status
from edi_tui.reference.rule_texts import rule_texts
from tests.domain.rules.board_rows import challenge, concern, framework_item
from tests.domain.rules.judged import found, stood
from tests.domain.rules.rows import (
    action,
    evidence,
    measure,
    member,
    network,
    objective,
    sponsorship,
    view,
)

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
    return finding._replace(**changes)  # type: ignore[arg-type] # fields of many types


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


def test_one_record_is_judged_as_it_is_among_all() -> None:
    waiver = WaiverRow(ref="WAI-001", version=1, rule="p1", subject="OBJ-001", reason="Agreed.")
    for waivers in ([], [waiver]):
        seen = view(*_ROWS, waivers=waivers)
        whole = judge(seen, RULES, rule_texts())
        for row in _ROWS:
            expected = [finding for finding in whole if finding.ref == row.ref]
            assert judge_record(row, seen, RULES, rule_texts()) == expected


def test_findings_from_elsewhere_take_their_places() -> None:
    late = Finding("T1", FindingLevel.NOTE, "It is late.", ref="OBJ-001")
    first = Finding("A0", FindingLevel.FAIL, "No name.")
    own = found("N1", view(network()))
    (rule,) = (each for each in RULES if each.id == "N1")
    assert judge(view(network()), [rule], rule_texts(), [late, first]) == [first, *own, late]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"ref": ""}, {"ref": "ORG-001"}),
        ({"ref": "somewhere", "rule": "A1"}, {"ref": "", "rule": "A2"}),
        ({"rule": "A2", "column": "a"}, {"rule": "A2", "column": "b", "value": "a"}),
        ({"value": "a", "message": "b"}, {"value": "b", "message": "a"}),
        ({"rule": "A1", "column": "b"}, {"rule": "A2", "column": "a"}),
    ],
)
def test_records_of_no_kind_come_first_and_equal_ones_by_rule_field_and_words(
    first: dict[str, object], second: dict[str, object]
) -> None:
    pair = [_finding(**first), _finding(**second)]
    assert in_order(reversed(pair)) == pair


def test_rules_look_at_every_row_of_their_kind() -> None:
    rows: dict[Kind, Row] = {
        Kind.OBJECTIVE: objective(),
        Kind.ACTION: action(),
        Kind.MEASURE: measure(),
        Kind.MEMBER: member(),
        Kind.NETWORK: network(),
        Kind.SPONSORSHIP: sponsorship(),
        Kind.EVIDENCE: evidence(),
        Kind.CONCERN: concern(),
        Kind.CHALLENGE: challenge(),
        Kind.FRAMEWORK_ITEM: framework_item(),
    }
    seen = view(*rows.values())
    assert {kind: list(rows_of(seen, kind)) for kind in rows} == {
        kind: [row] for kind, row in rows.items()
    }

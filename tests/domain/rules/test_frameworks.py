"""Tests of the rule on high impact actions."""

from __future__ import annotations

from edi_tui.domain.rules.frameworks import served
from edi_tui.reference.rule_texts import rule_texts
from tests.domain.rules.board_rows import framework_item
from tests.domain.rules.rows import view


def test_a_high_impact_action_that_nothing_serves_is_named() -> None:
    row = framework_item(code="HIA4", title="Health inequalities")
    (remark,) = served.judge(row, view(row, unserved=frozenset({row.ref})))
    finding = rule_texts()["F1"].finding(row.ref, remark)
    assert finding is not None
    assert finding.message == "No objective serves HIA4 (Health inequalities)."


def test_one_that_is_served_is_not() -> None:
    row = framework_item()
    assert not list(served.judge(row, view(row, unserved=frozenset({"FWK-002"}))))

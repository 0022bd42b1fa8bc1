"""The sentences of the rules on objectives."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.rows import ObjectiveRow, Row
from edi_tui.domain.rules import (
    achievable,
    done,
    duplicates,
    measurable,
    per_cent,
    relevant,
    specific,
    sponsorship_only,
    timed,
)
from edi_tui.domain.rules.texts import RuleText, told
from edi_tui.domain.words import Scope
from edi_tui.reference.rule_texts import rule_texts
from tests.domain.rules.rows import measure, objective, reading, view

MODULES = (
    *(specific, measurable, per_cent, achievable, relevant, timed),
    *(sponsorship_only, duplicates, done),
)
RULES = tuple(rule for module in MODULES for rule in module.RULES)
TEXTS = [rule_texts()[rule.id] for rule in RULES]
SMART = [text for text in TEXTS if text.criterion]


def test_the_rules_are_the_ones_that_are_told() -> None:
    assert " ".join(rule.id for rule in RULES) == (
        "S1 S2 S3 S4 M1 M2 M3 M4 M5 M6 A1 A2 A3 A4 R1 R2 R3 T1 T2 T3 T4 H1 H2 D1"
    )


def test_the_leading_and_the_blocking_rules() -> None:
    assert [text.id for text in TEXTS if text.leads] == ["S2", "M1", "A2", "A3", "R1", "T1"]
    assert [text.id for text in TEXTS if text.blocks] == ["S1", "M1", "M3", "T1", "H1", "D1"]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_what_is_a_finding_says_what_to_do(text: RuleText) -> None:
    for said in text.says.values():
        assert said.message.endswith((".", "{published}"))
        assert not said.level or said.fix.endswith(".")


@pytest.mark.parametrize("text", SMART, ids=lambda text: text.id)
def test_only_a_leading_rule_says_that_a_letter_is_missing(text: RuleText) -> None:
    verdicts = {said.verdict for said in text.says.values()}
    assert text.leads or "missing" not in verdicts


LONG = date(2028, 3, 31)
CASES: list[tuple[ObjectiveRow, tuple[Row, ...]]] = [
    (objective(due_on=None, due_text=""), ()),
    (objective(title="6% increase", start_on=date(2026, 1, 1), due_on=LONG), (measure(),)),
    (objective(title="Raise it by 2%", scope=Scope.COLLECTIVE), (measure(metric="WRES3"),)),
    (objective(due_on=LONG), (measure(metric="WRES1", turnover=Decimal(9)),)),
    (objective(due_on=LONG), (measure(metric="HIA4a"), reading(), reading(value=Decimal(15)))),
    (objective(title="Sponsor the network", due_on=None, due_text="TBC"), ()),
]


@pytest.mark.parametrize(("row", "others"), CASES)
def test_every_name_in_a_sentence_is_filled_in(row: ObjectiveRow, others: tuple[Row, ...]) -> None:
    copy = objective(ref="OBJ-002", title=row.title, owner_ref="MEM-002")
    for rule in RULES:
        for remark in rule.judge(row, view(row, copy, *others)):
            said = rule_texts()[rule.id].says[remark.says]
            assert not re.search(r"[{}]", told(said.message, remark) + told(said.fix, remark))

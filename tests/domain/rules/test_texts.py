"""What a remark becomes in the words of its rule."""

from __future__ import annotations

import pytest

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.rules.rule import Remark
from edi_tui.domain.rules.texts import RuleText, Said, told

_TEXT = RuleText(
    id="X1",
    version=4,
    name="Dated",
    field="due",
    source="Our own",
    says={
        "late": Said("{value} is {days} late.", "Ask {who} about {value}.", FindingLevel.WARN),
        "well": Said("All is well."),
    },
)
_LATE = Remark("late", "May", {"days": "3 days", "who": "the Chair"})


def test_a_remark_is_a_finding_in_the_words_of_its_rule() -> None:
    assert _TEXT.finding("OBJ-001", _LATE) == Finding(
        rule="X1",
        level=FindingLevel.WARN,
        message="May is 3 days late.",
        column="due",
        value="May",
        ref="OBJ-001",
        version=4,
        fix="Ask the Chair about May.",
    )


def test_a_remark_may_name_another_field_than_its_rule() -> None:
    remark = Remark(_LATE.says, _LATE.value, _LATE.facts, "proof")
    assert _TEXT.finding("OBJ-001", remark).column == "proof"


def test_what_is_in_order_is_no_finding() -> None:
    assert _TEXT.told == {"late"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("May.", "May."),
        ("In {value}.", "In May."),
        ("{days}", "3 days"),
        ("}", "}"),
        ("{{value}}", "{value}"),
    ],
)
def test_facts_are_filled_into_a_sentence(sentence: str, expected: str) -> None:
    assert told(sentence, _LATE) == expected

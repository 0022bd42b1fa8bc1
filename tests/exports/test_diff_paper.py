"""What changed between two quarters, as a paper."""

from __future__ import annotations

from dataclasses import replace

from edi_tui.domain.quarter_diff import quarter_diff
from edi_tui.domain.words import Status
from edi_tui.exports.diff_paper import diff_paper
from tests.domain.sides import OBJECTIVE, Facts


def test_the_paper_says_it_in_short_and_field_by_field() -> None:
    before = Facts({"OBJ-001": OBJECTIVE}, frameworks={"EDI plan": "a"})
    after = Facts(
        {"OBJ-001": replace(OBJECTIVE, title="Raise it"), "OBJ-002": OBJECTIVE},
        {"OBJ-001": Status.AT_RISK},
        frameworks={"EDI plan": "b"},
        rules={"status": 1, "S1": 2},
    )
    paper = diff_paper(quarter_diff(before.side(), after.side("2026/27 Q2"), "SMART"))
    assert paper.title == "What changed from 2026/27 Q1 to 2026/27 Q2"
    short, fields, frameworks, rules = paper.sections
    assert short.tables[0].rows == (
        ("1 objective moved from on track to at risk.", "OBJ-001"),
        ("1 objective is new.", "OBJ-002"),
    )
    assert fields.tables[0].rows == (
        ("OBJ-001", "Raise it", "Objective", "Raise the share", "Raise it"),
        ("OBJ-002", "Raise the share", "New", "None", "None"),
    )
    assert frameworks.paragraphs == ("EDI plan changed.",)
    assert rules.paragraphs[1] == "Rule S1 is new and speaks of nothing."


def test_where_nothing_changed_it_says_so() -> None:
    side = Facts({"OBJ-001": OBJECTIVE}).side()
    short, fields = diff_paper(quarter_diff(side, side, "SMART")).sections
    assert short.tables[0].empty == "Nothing that a board would hear of has changed."
    assert fields.tables[0].rows == ()

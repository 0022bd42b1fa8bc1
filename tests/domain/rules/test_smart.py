"""The SMART verdicts of an objective."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.rule import Remark, rule
from edi_tui.domain.rules.smart import LETTERS, Criterion, Judged, in_words, smart
from edi_tui.domain.rules.texts import RuleText, Said, Verdict
from edi_tui.domain.rules.view import View
from tests.domain.rules.rows import action, objective, view

MET, WEAK, MISSING, OPEN = Verdict.MET, Verdict.WEAK, Verdict.MISSING, Verdict.NOT_ASSESSED


def _judged(verdict: Verdict, *, leads: bool) -> Judged:
    return Judged("S1", 1, verdict, "", "", "", leads)


@pytest.mark.parametrize(
    ("leading", "others", "expected"),
    [
        ([], [], OPEN),
        ([MET], [], MET),
        ([WEAK], [], WEAK),
        ([MISSING], [], MISSING),
        ([OPEN], [], OPEN),
        ([], [MET], OPEN),
        ([], [WEAK], WEAK),
        ([], [MISSING], WEAK),
        ([], [OPEN], OPEN),
        ([MET], [MET], MET),
        ([MET], [WEAK], WEAK),
        ([MET], [MISSING], WEAK),
        ([MET], [OPEN], MET),
        ([OPEN], [MET], OPEN),
        ([MISSING], [MET], MISSING),
        ([MET, MISSING], [], MISSING),
        ([MET, WEAK], [], WEAK),
        ([MET, OPEN], [], OPEN),
        ([MET, MET], [], MET),
    ],
)
def test_the_leading_rule_alone_can_meet_or_miss_a_criterion(
    leading: list[Verdict], others: list[Verdict], expected: Verdict
) -> None:
    rules = [_judged(each, leads=False) for each in others]
    rules += [_judged(each, leads=True) for each in leading]
    assert Criterion("S", tuple(rules)).verdict is expected


def test_verdicts_are_read_letter_by_letter() -> None:
    criteria = (Criterion("S", (_judged(MET, leads=True),)), Criterion("A", ()))
    assert in_words(criteria) == "S met, A not assessed"


@rule("T9", Kind.OBJECTIVE)
def _dated(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    yield Remark("late", "May", {"year": "2027"})
    yield Remark("note", "June")


@rule("S9", Kind.OBJECTIVE)
def _named(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    yield Remark("well", row.title)


@rule("X1", Kind.OBJECTIVE)
def _apart(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    yield Remark("well")


@rule("S8", Kind.ACTION)
def _of_actions(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    yield Remark("well")


_WELL = {"well": Said("It is {value}.", verdict=MET)}
_LATE = {
    "late": Said("Due in {value} {year}.", "Move it before {value}.", verdict=WEAK),
    "note": Said("Due in {value}."),
}
_TEXTS = {
    "T9": RuleText("T9", 3, "Dated", "due", "Our own", _LATE, criterion="T"),
    "S9": RuleText("S9", 1, "Named", "title", "Our own", _WELL, criterion="S", leads=True),
    "X1": RuleText("X1", 1, "Apart", "title", "Our own", _WELL),
    "S8": RuleText("S8", 1, "Of actions", "text", "Our own", _WELL, criterion="S"),
}


def test_each_letter_holds_what_its_rules_said_and_the_words_that_decided_it() -> None:
    row = objective(title="Fair")
    found = smart(row, view(row, action()), [_apart, _dated, _of_actions, _named], _TEXTS)
    assert [criterion.letter for criterion in found] == list(LETTERS) == list("SMART")
    said = {criterion.letter: criterion.rules for criterion in found}
    assert said == {
        "S": (Judged("S9", 1, MET, "Fair", "It is Fair.", "", leads=True),),
        "M": (),
        "A": (),
        "R": (),
        "T": (
            Judged("T9", 3, WEAK, "May", "Due in May 2027.", "Move it before May.", leads=False),
        ),
    }

"""Relevant: a high impact action, an indicator, a board risk, and both kinds of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edi_tui.domain.assurance import proves
from edi_tui.domain.crosswalk import wholes
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.words import EvidenceKind

_ACTION = re.compile(r"HIA[1-6]", re.IGNORECASE)


@objective_rule("R1")
def linked(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for a high impact action, a metric or indicator, and a risk of the board.

    A part or a metric of an action, such as `HIA2.1` or `HIA2a`, serves the action.
    """
    action = next(filter(_is_action, row.frameworks), "")
    metric = _metric(row, view)
    if not action and not metric:
        yield Remark("nothing", field="frameworks")
    elif not action:
        yield Remark("no-action", metric)
    elif not metric:
        yield Remark("no-metric", action)
    elif row.baf:
        yield Remark("linked", ", ".join(row.frameworks))
    if not row.baf:
        yield Remark("no-risk", field="baf")


def _is_action(code: str) -> bool:
    return any(_ACTION.fullmatch(whole) for whole in wholes(code))


def _metric(row: ObjectiveRow, view: View) -> str:
    """Return a metric that it serves or is measured by."""
    for code in row.frameworks:
        if code in view.known.metrics:
            return code
    for measure in view.measures_of.get(row.ref, ()):
        if measure.metric:
            return measure.metric
    return ""


@objective_rule("R2")
def both_kinds_of_evidence(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for organisational data and lived experience, each by itself, as HIA1 names them."""
    kinds = {item.kind for item in view.evidence_of.get(row.ref, ()) if proves(item)}
    if EvidenceKind.DATA not in kinds:
        yield Remark("no-data")
    if EvidenceKind.LIVED_EXPERIENCE not in kinds:
        yield Remark("no-lived-experience")
    if kinds >= {EvidenceKind.DATA, EvidenceKind.LIVED_EXPERIENCE}:
        yield Remark("both")


@objective_rule("R3")
def level_given(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Say whose change it is and who answers for it; both are always given."""
    yield Remark("level", f"{row.level.label}, {row.scope.label.lower()}")


RULES: tuple[Rule[Any], ...] = (linked, both_kinds_of_evidence, level_given)

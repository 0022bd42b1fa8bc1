"""Objectives that are nothing but the sponsorship of a network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.measurable import is_activity
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.rules.word_lists import Telling
from edi_tui.domain.rules.wording import Wording, wording_of


@objective_rule("H1")
def sponsorship_only(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask of an objective to sponsor what the sponsorship achieves, and a measure of it.

    What it achieves stands in the objective's definition of done or in a sponsorship that serves
    it. Attendance, meetings and events measure the sponsorship, not what comes of it.
    """
    said = wording_of(row, view)
    sponsors = _sponsors(said)
    if not sponsors or said.outcome:
        return
    terms = view.terms_of.get(row.ref, ())
    achieves = bool(row.done) or any(term.achieves for term in terms)
    measures = view.measures_of.get(row.ref, ())
    counts = any(not is_activity(measure, view) for measure in measures)
    if not achieves and not counts:
        yield Remark("only", sponsors)
    elif not achieves:
        yield Remark("achieves-nothing", sponsors, field="done")
    elif not counts:
        yield Remark("attendance-only" if measures else "not-measured", sponsors)


def _sponsors(said: Wording) -> str:
    """Return the words that make it a sponsorship; empty where it is none."""
    attends = said.tells.get(Telling.ATTEND, "") if Telling.NETWORK in said.tells else ""
    return said.tells.get(Telling.SPONSOR, attends)


RULES: tuple[Rule[Any], ...] = (sponsorship_only,)

"""Drafts of what one row of a plan says."""

from __future__ import annotations

from collections.abc import Callable

from edi_tui.domain.fields import LINE
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ActionDraft, MeasureDraft, ObjectiveDraft, UpdateDraft
from edi_tui.domain.text import shortened
from edi_tui.domain.words import Direction, Level, Scope
from edi_tui.imports.board import (
    read_framework_item,
    read_member,
    read_network,
    read_sponsorship,
)
from edi_tui.imports.reading import Reading
from edi_tui.imports.row_reader import RowReader


def read_action(row: RowReader) -> Reading:
    """Read an action of a plan."""
    lead, supporting = row.leads()
    draft = ActionDraft(
        text=row.text("text"),
        outcome=row.text("outcome"),
        due=row.due("due"),
        lead=lead,
        supporting=supporting,
        objective=row.link(ActionDraft, "objective"),
        frameworks=row.frameworks(ActionDraft),
        plan=row.line("plan") or row.around.plan,
        plan_ref=row.line("ref"),
    )
    return Reading(draft, _update(row))


def read_objective(row: RowReader) -> Reading:
    """Read an objective with its measure; an owner who is not found keeps the words."""
    owner = row.link(ObjectiveDraft, "owner")
    draft = ObjectiveDraft(
        title=row.text("title"),
        level=row.word(Level, "level") or Level.CORPORATE,
        scope=row.word(Scope, "scope") or Scope.INDIVIDUAL,
        owner=owner,
        owner_text="" if owner else row.line("owner"),
        frameworks=row.frameworks(ObjectiveDraft),
        start_on=row.day("start"),
        due=row.due("due"),
        plan=row.line("plan") or row.around.plan,
        published=row.flag("published", default=False),
        summary=row.text("summary"),
    )
    return Reading(draft, _update(row), _measure(row))


READERS: dict[Kind, Callable[[RowReader], Reading]] = {
    Kind.ACTION: read_action,
    Kind.OBJECTIVE: read_objective,
    Kind.MEMBER: read_member,
    Kind.NETWORK: read_network,
    Kind.SPONSORSHIP: read_sponsorship,
    Kind.FRAMEWORK_ITEM: read_framework_item,
}
"""The reader of each kind's rows."""


def _update(row: RowReader) -> UpdateDraft | None:
    update = UpdateDraft(
        on=row.around.document, status=row.status(), narrative=row.text("progress")
    )
    return update if row.has("status") or row.has("progress") else None


def _measure(row: RowReader) -> MeasureDraft | None:
    """Return the measure, named by the objective where the row names only its figures."""
    name = row.line("measure")
    measure = MeasureDraft(
        name=name or shortened(row.text("title"), LINE),
        unit=row.line("unit"),
        direction=row.word(Direction, "direction") or Direction.UP,
        baseline=row.number("baseline"),
        baseline_on=row.day("baseline_on"),
        target=row.number("target"),
    )
    figures = (measure.baseline, measure.target)
    return measure if name or any(figure is not None for figure in figures) else None

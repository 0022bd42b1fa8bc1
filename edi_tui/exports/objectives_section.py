"""The section of a status paper about objectives: their figures, progress and next steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.columns import cell
from edi_tui.domain.main_measures import main_measures
from edi_tui.domain.rows import ActionRow, MeasureRow, ObjectiveRow
from edi_tui.domain.travel import Travel, travel
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import (
    NONE,
    answerable,
    dated,
    on,
    progressed,
    quantity,
    said,
    status_of,
)
from edi_tui.services.report import StatusReport

_PROGRESS = (
    *map(Column, ("Ref", "Objective", "HIA", "Owner", "Due", "Progress")),
    Column("Status", status=True),
    *map(Column, ("Direction", "Forecast", "Next step")),
)
_FIGURES = (
    *map(Column, ("Ref", "Measure", "Baseline", "Target", "Latest", "Assurance")),
    Column("Evidence", right=True),
)
OBJECTIVE_HEADINGS = tuple(dict.fromkeys(column.heading for column in (*_PROGRESS, *_FIGURES)))
"""What is said of each objective."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is said of objectives elsewhere in a report, by their references."""

    measures: Mapping[str, MeasureRow]
    """The main measure."""
    steps: Mapping[str, ActionRow]
    """The open action that is due next, of an open objective."""
    travelled: Mapping[str, Travel]


def objectives_section(report: StatusReport) -> Section:
    """Return every objective: how it goes, and by which figures."""
    around, rows = around_objectives(report), report.now.objectives
    none = "The register holds no objectives yet."
    return Section(
        "Objectives",
        (
            "HIA names the high impact actions of the EDI improvement plan that it serves. "
            f"Direction compares its status with that {compared_with(report)}. The next step is "
            "the open action that is due first. The figures are those of the main measure, the "
            "one that was entered first; all stand under Measures.",
        ),
        (
            Table(
                "Objectives",
                _PROGRESS,
                tuple(_objective(row, report, around) for row in rows),
                none,
            ),
            Table(
                "Figures of objectives",
                _FIGURES,
                tuple(_figures(row, around) for row in rows),
                none,
            ),
        ),
    )


def compared_with(report: StatusReport) -> str:
    """Return in words what the directions of a report compare with."""
    found = report.changes
    if found is None or found.damage:
        return f"at the end of {report.quarter.previous}, by what the register says of it now"
    return f"in the last report, of {found.since}"


def around_objectives(report: StatusReport) -> Around:
    """Return what is said of the objectives of a report elsewhere in it."""
    rows = report.now.objectives
    is_open = {row.ref for row in rows if not row.computed.status.closed}
    steps: dict[str, ActionRow] = {}
    for action in sorted(report.now.actions, key=lambda row: row.due_on or date.max):
        if action.objective in is_open and not action.computed.status.closed:
            steps.setdefault(action.objective, action)
    return Around(main_measures(report.now.measures), steps, dict(_travelled(report)))


def _travelled(report: StatusReport) -> Iterator[tuple[str, Travel]]:
    """Yield which way each objective has gone since the last report, or the quarter before."""
    found, before = report.changes, {row.ref: row for row in report.before.objectives}
    for row in report.now.objectives:
        if found is None or found.damage:
            yield row.ref, travel(before.get(row.ref), row)
        else:
            then = found.deliveries.get(row.ref)
            yield row.ref, travel(then, row, declared=found.declared)


def _objective(row: ObjectiveRow, report: StatusReport, around: Around) -> tuple[str, ...]:
    return (
        row.ref,
        row.title,
        said(row.hia),
        said(answerable(row)),
        said(cell(row, "due")),
        progressed(row, report.quarter),
        status_of(row),
        around.travelled[row.ref].label,
        on(row.forecast_on),
        _step(around.steps.get(row.ref)),
    )


def _figures(row: ObjectiveRow, around: Around) -> tuple[str, ...]:
    """Return the figures of the main measure, and how far they are proved."""
    measure = around.measures.get(row.ref)
    by = measure.target_on if measure else None
    return (
        row.ref,
        said(row.measure),
        dated(quantity(row.baseline, row.unit), measure.baseline_on if measure else None),
        dated(quantity(row.target, row.unit), by or row.due_on, "by"),
        dated(quantity(row.latest, row.unit), row.latest_on),
        row.assurance.label,
        str(row.evidence),
    )


def _step(action: ActionRow | None) -> str:
    if action is None:
        return NONE
    due = cell(action, "due")
    return f"{action.ref}: {action.text}" + (f" (due {due})" if due else "")

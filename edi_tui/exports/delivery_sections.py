"""The sections of a status paper about objectives and actions."""

from __future__ import annotations

from edi_tui.domain.columns import cell, status_words
from edi_tui.domain.rows import ActionRow, DeliveryRow, ObjectiveRow
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import (
    NONE,
    answerable,
    because,
    on,
    quantity,
    said,
    sentence,
    status_of,
)
from edi_tui.services.report import StatusReport

_EVIDENCE = Column("Evidence", right=True)
_STATUS = Column("Status", status=True)
_OBJECTIVE = (
    *map(Column, ("Ref", "Objective", "HIA", "Owner", "Baseline", "Target", "Latest", "Progress")),
    *(_STATUS, Column("Forecast"), Column("Assurance"), _EVIDENCE, Column("Due")),
)
OBJECTIVE_HEADINGS = tuple(column.heading for column in _OBJECTIVE)
"""What is said of each objective."""


def exceptions_section(report: StatusReport) -> Section:
    """Return what needs attention, and why."""
    columns = ("Ref", "Objective or action", "Owner or lead", "Due")
    return Section(
        "Exceptions first",
        (
            "Everything that is off track, overdue, at risk, closed without being met, or without "
            "a recent update: objectives before actions, the most pressing first.",
        ),
        (
            Table(
                "Exceptions",
                (*map(Column, columns), _STATUS, Column("Declared"), Column("Reason")),
                tuple(map(_exception, report.exceptions)),
                "Nothing needs attention: there are no exceptions.",
            ),
        ),
    )


def _exception(row: DeliveryRow) -> tuple[str, ...]:
    return (
        row.ref,
        row.headline,
        said(answerable(row)),
        said(cell(row, "due")),
        status_words(row.computed.status),
        status_words(row.status) + because(row),
        sentence(row.computed.reason or f"declared on {on(row.updated_on)}"),
    )


def objectives_section(report: StatusReport) -> Section:
    """Return every objective with its figures and progress."""
    return Section(
        "Objectives",
        ("HIA names the high impact actions of the EDI improvement plan that it serves.",),
        (
            Table(
                "Objectives",
                _OBJECTIVE,
                tuple(map(_objective, report.now.objectives)),
                "The register holds no objectives yet.",
            ),
        ),
    )


def _objective(row: ObjectiveRow) -> tuple[str, ...]:
    return (
        row.ref,
        row.title,
        said(row.hia),
        said(answerable(row)),
        quantity(row.baseline, row.unit),
        quantity(row.target, row.unit),
        _latest(row),
        said(row.progress),
        status_of(row),
        on(row.forecast_on),
        row.assurance.label,
        str(row.evidence),
        said(cell(row, "due")),
    )


def _latest(row: ObjectiveRow) -> str:
    if row.latest is None:
        return NONE
    return f"{quantity(row.latest, row.unit)} (as at {on(row.latest_on)})"


def actions_section(report: StatusReport) -> Section:
    """Return every action with its lead and progress."""
    columns = ("Ref", "Action", "Lead", "Supporting", "Due", "Progress")
    return Section(
        "Actions",
        ("Where a plan gives no exact date, its own words stand under Due.",),
        (
            Table(
                "Actions",
                (*map(Column, columns), _STATUS, _EVIDENCE),
                tuple(map(_action, report.now.actions)),
                "The register holds no actions yet.",
            ),
        ),
    )


def _action(row: ActionRow) -> tuple[str, ...]:
    return (
        row.ref,
        row.text,
        said(row.lead),
        said("; ".join(row.supporting)),
        said(cell(row, "due")),
        said(row.progress),
        status_of(row),
        str(row.evidence),
    )

"""The sections of a status paper about what needs attention and about actions."""

from __future__ import annotations

from edi_tui.domain.columns import cell, status_words
from edi_tui.domain.rows import ActionRow, DeliveryRow
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import (
    answerable,
    because,
    on,
    progressed,
    said,
    sentence,
    status_of,
)
from edi_tui.services.report import StatusReport

_EVIDENCE = Column("Evidence", right=True)
_STATUS = Column("Status", status=True)


def exceptions_section(report: StatusReport) -> Section:
    """Return what needs attention, and why."""
    columns = ("Ref", "Objective or action", "Owner or lead", "Due")
    return Section(
        "Exceptions",
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
                tuple(_action(row, report) for row in report.now.actions),
                "The register holds no actions yet.",
            ),
        ),
    )


def _action(row: ActionRow, report: StatusReport) -> tuple[str, ...]:
    return (
        row.ref,
        row.text,
        said(row.lead),
        said("; ".join(row.supporting)),
        said(cell(row, "due")),
        progressed(row, report.quarter),
        status_of(row),
        str(row.evidence),
    )

"""The upward report of a committee: issue, consideration, resolution, assurance."""

from __future__ import annotations

from edi_tui.domain.columns import cell
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import DeliveryRow
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import (
    answerable,
    number_of,
    on,
    progressed,
    said,
    sentence,
    status_of,
)
from edi_tui.services.report import StatusReport

TO_AGREE = "To be agreed by the committee"


def upward_sections(report: StatusReport) -> tuple[Section, ...]:
    """Return everything that needs attention as a committee tells its board."""
    columns = tuple(map(Column, ("Issue", "Consideration", "Resolution", "Assurance")))
    rows = tuple(_row(row, report.quarter) for row in report.exceptions)
    return (
        Section(
            "Issues for the board",
            (_left_out(report),),
            (Table("Upward report", columns, rows, "There is nothing to report upward."),),
        ),
    )


def _left_out(report: StatusReport) -> str:
    total = len(report.now.objectives) + len(report.now.actions)
    if not total:
        return "The register holds no objectives and no actions yet."
    left = total - len(report.exceptions)
    if not left:
        return "Every objective and every action is an exception, so none is left out."
    return f"{sentence(number_of(left, 'record'))} without an exception left out."


def _row(row: DeliveryRow, quarter: Quarter) -> tuple[str, ...]:
    issue = f"{row.ref}: {row.headline} ({said(answerable(row))}, due {said(cell(row, 'due'))})"
    considered = status_of(row)
    if row.progress.strip():
        considered += f". {progressed(row, quarter)}"
    resolution = f"Forecast {on(row.forecast_on)}. {TO_AGREE}" if row.forecast_on else TO_AGREE
    proof = number_of(row.evidence, "item")
    return issue, considered, resolution, f"{row.assurance.label}; {proof} of evidence"

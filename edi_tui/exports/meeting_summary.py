"""A quarter in short, as it is shown to a meeting."""

from __future__ import annotations

from edi_tui.domain.columns import cell
from edi_tui.domain.rows import DeliveryRow
from edi_tui.exports.metric_return import return_sections
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.sponsor_section import sponsor_section
from edi_tui.exports.summary_section import summary_section
from edi_tui.exports.wording import answerable, said, status_of
from edi_tui.services.report import StatusReport


def meeting_sections(report: StatusReport) -> tuple[Section, ...]:
    """Return the counts, the metric of high impact action 1, what needs attention, sponsors."""
    metric, _ = return_sections(report)
    sponsors = sponsor_section(report)
    return (
        summary_section(report),
        metric,
        _exceptions(report),
        Section(sponsors.heading, sponsors.paragraphs),
    )


def _exceptions(report: StatusReport) -> Section:
    columns = (*map(Column, ("Ref", "Objective or action", "Owner or lead", "Due")),)
    table = Table(
        "Exceptions",
        (*columns, Column("Status", status=True)),
        tuple(map(_exception, report.exceptions)),
        "Nothing needs attention: there are no exceptions.",
    )
    return Section("What needs attention", (), (table,))


def _exception(row: DeliveryRow) -> tuple[str, ...]:
    owner, due = said(answerable(row)), said(cell(row, "due"))
    return row.ref, row.headline, owner, due, status_of(row)

"""The cover sheet that goes on top of a status paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from edi_tui.domain.due import format_date
from edi_tui.domain.risks import risks_of
from edi_tui.exports.errors import ExportError
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.tally import tally
from edi_tui.exports.wording import listed, number_of, sentence
from edi_tui.reference.cover_sheet import CoverField, cover_fields_in, usual_cover_sheet
from edi_tui.services.report import StatusReport

TO_FILL_IN = "To be filled in"
TO_CHOOSE = "To be chosen from"


def cover_sections(report: StatusReport) -> tuple[Section, ...]:
    """Return the fields of the cover sheet, filled in where the register knows.

    Raises:
        ExportError: The organisation's own are of a release that knows others.
    """
    rows = tuple((field.label, _entry(field, report)) for field in _fields(report))
    table = Table("Cover sheet", (Column("Field"), Column("Entry")), rows, "There are no fields.")
    return (Section("Cover sheet", (), (table,)),)


def _fields(report: StatusReport) -> tuple[CoverField, ...]:
    own = report.now.organisation.cover_sheet
    try:
        return cover_fields_in(own if own.strip() else usual_cover_sheet())
    except ValueError as error:
        raise ExportError(f"{error} It is kept with the organisation, ORG-001.") from error


def _entry(field: CoverField, report: StatusReport) -> str:
    if field.fill:
        return _FILLED[field.fill](report)
    return f"{TO_CHOOSE}: {', '.join(field.choose)}" if field.choose else TO_FILL_IN


def _meeting(report: StatusReport) -> str:
    closing = report.closing
    return format_date(closing.meeting_on) if closing and closing.meeting_on else TO_FILL_IN


def _title(report: StatusReport) -> str:
    return f"Equality, diversity and inclusion status, {report.quarter}"


def _risks(report: StatusReport) -> str:
    return listed(list(risks_of(report.now.objectives))) or "No objective names a risk"


def _frameworks(report: StatusReport) -> str:
    found = {code for row in report.now.objectives for code in row.frameworks}
    return f"Serves {listed(sorted(found))}" if found else "No framework item is served"


def _summary(report: StatusReport) -> str:
    counts = tally(report.now.objectives)
    told = [f"{count} {status.label.lower()}" for status, count in counts.items()]
    objectives = sentence(number_of(len(report.now.objectives), "objective"))
    return f"{objectives} as at {format_date(report.as_at)}" + (f": {listed(told)}" if told else "")


def _coverage(report: StatusReport) -> str:
    found = report.coverage
    if not found.seats:
        return "The register holds no seats of the board yet"
    return (
        f"{len(found.covered)} of {number_of(found.seats, 'seat')} with an objective of their own"
    )


def _exceptions(report: StatusReport) -> str:
    refs = [row.ref for row in report.exceptions]
    return f"{len(refs):,}: {', '.join(refs)}" if refs else "None"


_FILLED: Mapping[str, Callable[[StatusReport], str]] = {
    "meeting": _meeting,
    "title": _title,
    "risks": _risks,
    "frameworks": _frameworks,
    "summary": _summary,
    "coverage": _coverage,
    "exceptions": _exceptions,
}
"""What stands there, by one of `FILLS`."""

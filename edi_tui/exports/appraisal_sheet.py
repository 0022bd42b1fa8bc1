"""The sheet for one member's appraisal, confidential to the member and the appraiser."""

from __future__ import annotations

from dataclasses import replace

from edi_tui.domain.appraisal_year import year_name
from edi_tui.domain.columns import cell
from edi_tui.domain.due import format_date
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import AppraisalDraft
from edi_tui.domain.rows import ObjectiveRow, SponsorshipRow
from edi_tui.exports.cover_sheet import TO_FILL_IN
from edi_tui.exports.formats import written
from edi_tui.exports.frozen_words import frozen_words
from edi_tui.exports.manifest import Manifest, shape_manifest
from edi_tui.exports.paper import Column, Paper, Section, Table, printable
from edi_tui.exports.wording import on, progressed, quantity, said, sentence, status_of
from edi_tui.services.member_appraisals import MemberAppraisals

SHEET = "appraisal"
"""The word by which a manifest knows the sheet."""
CONFIDENTIAL = "Confidential: for the member, the appraiser and nobody else"


def sheet_bytes(of: MemberAppraisals, file_format: str, *, template: bytes | None = None) -> bytes:
    """Return the sheet of a member as a file.

    Args:
        of: The member.
        file_format: One of `PAPER_FORMATS`.
        template: A Word document whose styles a docx takes on.

    Raises:
        ExportError: The format cannot hold a text, or the template lacks a style.
    """
    paper = sheet_paper(of)
    return written(paper, sheet_manifest(paper, of, file_format), template)


def sheet_manifest(paper: Paper, of: MemberAppraisals, file_format: str) -> Manifest:
    """Return the manifest of a sheet, which names its member by reference."""
    made = shape_manifest(paper, SHEET, of.report, file_format)
    return replace(made, filter=of.seat.member.ref)


def sheet_paper(of: MemberAppraisals) -> Paper:
    """Return the sheet of a member; notes of appraisals stay in the register."""
    report, member = of.report, of.seat.member
    return printable(
        Paper(
            title=f"Confidential: appraisal sheet, {member.role}, {report.quarter}",
            subtitles=(
                report.now.organisation.name,
                f"{member.ref}: {said(member.name)}",
                f"Progress as at {format_date(report.as_at)}",
                *frozen_words(report),
                CONFIDENTIAL,
            ),
            sections=(_asked(of), _objectives(of), _sponsorships(of), _appraisals(of), _next(of)),
            dated=report.as_at,
        )
    )


def _asked(of: MemberAppraisals) -> Section:
    seat, year = of.seat, of.report.board.appraised
    marks = (
        ("An objective of one's own", seat.objective),
        ("SMART objectives", seat.smart),
        ("Evidence of objectives", seat.evidence),
        (f"Mid-year review of {year_name(year + 1)}", seat.mid_year),
        (f"Appraisal for {year_name(year)}", seat.appraisal),
        ("Sponsorship of a staff network", seat.sponsorship),
    )
    rows = tuple((what, sentence(mark.label)) for what, mark in marks)
    day = seat.appraisal_due
    due = f"due at NHS England by {format_date(day)}" if day else "held locally"
    columns = (Column("What"), Column("There"))
    return Section(
        "What is asked of the seat",
        (f"The appraisal for {year_name(year)} is {due}.",),
        (Table("What is asked", columns, rows, "Nothing is asked."),),
    )


def _objectives(of: MemberAppraisals) -> Section:
    headings = ("Ref", "Objective", "Target", "Latest", "Progress")
    columns = (*map(Column, headings), Column("Status", status=True), Column("Due"))
    quarter = of.report.quarter
    own = tuple(_objective(row, quarter) for row in of.seat.objectives)
    shared = tuple(_objective(row, quarter) for row in of.report.board.collective)
    return Section(
        "Objectives",
        (),
        (
            Table("Own objectives", columns, own, "The member has no objective alone."),
            Table("Objectives of the whole board", columns, shared, "The board has none together."),
        ),
    )


def _objective(row: ObjectiveRow, quarter: Quarter) -> tuple[str, ...]:
    return (
        row.ref,
        row.title,
        quantity(row.target, row.unit),
        quantity(row.latest, row.unit),
        progressed(row, quarter),
        status_of(row),
        said(cell(row, "due")),
    )


def _sponsorships(of: MemberAppraisals) -> Section:
    ref = of.seat.member.ref
    rows = tuple(_term(row) for row in of.report.running if row.member_ref == ref)
    columns = tuple(map(Column, ("Network", "Kind", "Since", "What it achieves")))
    table = Table("Sponsorships", columns, rows, "The member sponsors no network.")
    return Section("Sponsorship", (), (table,))


def _term(row: SponsorshipRow) -> tuple[str, ...]:
    return row.network, row.kind.label, on(row.from_on), said(row.achieves)


def _appraisals(of: MemberAppraisals) -> Section:
    dates = ("Mid-year review", "Appraised", "Appraiser", "Outcome", "Submitted")
    columns = tuple(map(Column, ("Year", "Objective", *dates)))
    rows = tuple(map(_appraisal, of.appraisals))
    table = Table("Appraisals", columns, rows, "No appraisal of the member is recorded.")
    return Section("Appraisals", ("Notes of appraisals stay in the register.",), (table,))


def _appraisal(draft: AppraisalDraft) -> tuple[str, ...]:
    return (
        draft.year,
        said(draft.objective),
        on(draft.mid_year_on),
        on(draft.appraised_on),
        said(draft.appraiser),
        draft.outcome.label,
        on(draft.submitted_on),
    )


def _next(of: MemberAppraisals) -> Section:
    columns = tuple(map(Column, ("Ref", "Objective", "Outcome", "Next step")))
    shared = [*of.seat.objectives, *of.report.board.collective]
    rows = tuple((row.ref, row.title, TO_FILL_IN, TO_FILL_IN) for row in shared)
    table = Table("To be agreed", columns, rows, "There is no objective to speak of.")
    return Section("For the conversation", (), (table,))

"""What is known of one member for an appraisal, which is nobody else's business."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edi_tui.domain.coverage import SeatCoverage
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import NotFoundError
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.plain import from_plain
from edi_tui.domain.records import AppraisalDraft, fields_of
from edi_tui.domain.rows import AppraisalRow
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.lists import rows_of
from edi_tui.services.lookup import Lookup, member_named
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport


@dataclass(frozen=True, slots=True)
class MemberAppraisals:
    """One seat in a report, with the confidential appraisals of who holds it."""

    report: StatusReport
    seat: SeatCoverage
    appraisals: tuple[AppraisalDraft, ...]


def member_appraisals(register: Register, report: StatusReport, words: str) -> MemberAppraisals:
    """Return what is known of a member: as it was frozen, where the report is of a closed quarter.

    Args:
        register: The register.
        report: The quarter.
        words: Reference, role or name of the member.

    Raises:
        InvalidError: The register has no such board member, or several have the name.
        NotFoundError: The member held no seat at the date of the report.
    """
    seats = {one.member.ref: one for one in report.board.seats}
    ref = words if words in seats else _named(register, words)
    if ref not in seats:
        day = format_date(report.as_at)
        raise NotFoundError(f"{ref} held no seat on {day}, so there is no appraisal sheet of it.")
    held = _frozen(register, report) if report.closing else _standing(register)
    own = (one for one in held if one.member == ref)
    return MemberAppraisals(report, seats[ref], tuple(sorted(own, key=_order)))


def _named(register: Register, words: str) -> str:
    with register.reading() as session:
        return member_named(Lookup(session), "member", words)


def _order(draft: AppraisalDraft) -> tuple[str, str]:
    return draft.year, draft.objective


def _standing(register: Register) -> Iterator[AppraisalDraft]:
    names = {field.name for field in fields_of(AppraisalDraft)} - {"member"}
    for row in rows_of(register, Kind.APPRAISAL):
        if isinstance(row, AppraisalRow):
            said = {name: getattr(row, name) for name in names}
            yield AppraisalDraft(member=row.member_ref, **said)


def _frozen(register: Register, report: StatusReport) -> Iterator[AppraisalDraft]:
    assert report.closing is not None
    for ref, record in kept_quarter(register, report.closing).records.items():
        target = read_ref(ref)
        if target and target[0] is Kind.APPRAISAL and not record["withdrawn"]:
            yield from_plain(record["says"], AppraisalDraft(member="", year=""))

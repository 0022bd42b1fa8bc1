"""A file that is wanted of a register: what it says, for whom and in which format."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from edi_tui.domain.heard import without_hidden
from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.domain.words import Audience
from edi_tui.exports.appraisal_sheet import SHEET, sheet_bytes
from edi_tui.exports.bundle import write_bundle
from edi_tui.exports.diff_paper import DIFF, diff_bytes
from edi_tui.exports.export import deliver, list_bytes, status_bytes
from edi_tui.exports.lists import Listing
from edi_tui.exports.publish import public_file
from edi_tui.exports.shapes import shape_bytes
from edi_tui.exports.to_calendar import to_calendar
from edi_tui.exports.write import nothing, refuse_register
from edi_tui.services.calendar import calendar_of
from edi_tui.services.closed_quarters import head_now
from edi_tui.services.lists import organisation_of, rows_of
from edi_tui.services.member_appraisals import member_appraisals
from edi_tui.services.publishing import keep, newest_closed
from edi_tui.services.quarter_diff import compare
from edi_tui.services.register import Register
from edi_tui.services.report import status_report
from edi_tui.services.search import search, whole_filter
from edi_tui.services.unpublished import opted_in_late

STATUS = "status"
"""The word by which orders and commands know the status paper."""
CALENDAR = "calendar"
BUNDLE = "bundle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is wanted of one file."""

    what: str
    """`STATUS`, one of `SHAPES`, `SHEET`, `DIFF`, `CALENDAR`, `BUNDLE`, or a kind, as a list."""
    format: str
    quarter: Quarter | None = None
    """Of a paper; the running quarter without it, and for the public the newest closed one."""
    later: Quarter | None = None
    """What the quarter is compared with, of a paper on what changed; now without it."""
    as_at: date | None = None
    """The day at which progress is read, of a status paper, another shape of it, or a list."""
    audience: Audience = Audience.COMMITTEE
    acknowledged: Collection[str] = ()
    """References of records of which the public may read what is personal, or too small to hide."""
    member: str = ""
    """Whose appraisal sheet it is, or whose days a calendar has: reference, role or name."""
    wanted: str = ""
    """The filter of a list."""
    template: bytes | None = None
    """A Word document whose styles a paper as docx takes on."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file as ordered, which has its place yet to be given."""

    put: Callable[[Path | None, bool], Sequence[str]]
    """Write it to a place, or to standard output; and over a file that is there, or not.

    Returns what there is to say of it beside that it is written. Raises OutputExistsError or
    ExportError where it cannot be written; what was there is as it was.
    """


def make(register: Register, order: Order) -> Made:
    """Return a file as ordered; nothing is written yet.

    Raises:
        EdiError: The register has no such quarter, member or list; what the public would read
            has not been acknowledged; or the format cannot hold it.
    """
    if order.what == BUNDLE:
        return Made(partial(_put_bundle, register))
    if order.what == STATUS and order.audience is Audience.PUBLIC:
        return _public(register, order)
    data, remarks = _content(register, order)
    return _made(register, data, remarks)


def _made(
    register: Register,
    data: bytes,
    remarks: Sequence[str] = (),
    before: Callable[[], None] = nothing,
) -> Made:
    def put(target: Path | None, force: bool) -> Sequence[str]:
        if target is not None:
            refuse_register(register, target)
        deliver(data, target, force=force, before=before)
        return remarks

    return Made(put)


def _put_bundle(register: Register, target: Path | None, force: bool) -> Sequence[str]:
    assert target is not None, "a bundle is too large for standard output"
    refuse_register(register, target)
    return write_bundle(register, target, force=force).remarks


def _public(register: Register, order: Order) -> Made:
    quarter = order.quarter or newest_closed(register)
    data, report = public_file(
        register,
        quarter,
        order.format,
        template=order.template,
        acknowledged=order.acknowledged,
    )
    late = opted_in_late(register, report)
    kept = partial(keep, register, [report])
    return _made(register, data, [late] if late else [], before=kept)


def _content(register: Register, order: Order) -> tuple[bytes, Sequence[str]]:
    """Return what a file holds, and what there is to say of it beside."""
    if isinstance(order.what, Kind):
        return _list(register, order, order.what)
    if order.what == CALENDAR:
        return _calendar(register, order)
    if order.what == DIFF:
        assert order.quarter is not None, "something is compared with a closed quarter"
        changed = compare(register, order.quarter, order.later)
        return diff_bytes(changed, order.format, template=order.template), ()
    return _paper(register, order)


def _paper(register: Register, order: Order) -> tuple[bytes, Sequence[str]]:
    """Return the status paper of a quarter, or another shape of it."""
    report = status_report(register, order.quarter, as_at=order.as_at)
    if order.what == STATUS:
        data = status_bytes(report, order.format, order.audience, template=order.template)
    elif order.what == SHEET:
        of = member_appraisals(register, report, order.member)
        data = sheet_bytes(of, order.format, template=order.template)
    else:
        data = shape_bytes(order.what, report, order.format, template=order.template)
    return data, [report.later] if report.later else []


def _list(register: Register, order: Order, kind: Kind) -> tuple[bytes, Sequence[str]]:
    """Return the rows that match a filter, without the heard scores of too few people."""
    day = order.as_at or register.today
    with register.reading():
        head = head_now(register)
        found = search(register, kind, whole_filter(order.wanted), as_at=day)
        rows = rows_of(register, kind, as_at=day, numbers=found.numbers)
        least = thresholds_of(organisation_of(register)).heard_people
    shown, wanted = without_hidden(rows, least), order.wanted.strip()
    remarks = [f"{found.told(kind)}."] if wanted else []
    if hidden := len(rows) - len(shown):
        scores = "heard score" if hidden == 1 else "heard scores"
        remarks.append(f"{hidden:,} {scores} of fewer than {least:f} people left out.")
    listing = Listing(
        kind=kind, rows=shown, head=str(head), as_at=day, wanted=wanted, hidden=hidden
    )
    return list_bytes(listing, order.format), remarks


def _calendar(register: Register, order: Order) -> tuple[bytes, Sequence[str]]:
    calendar = calendar_of(register, order.member)
    count = len(calendar.entries)
    entries = f"{count:,} {'entry' if count == 1 else 'entries'}."
    return to_calendar(calendar), [*calendar.remarks, entries]

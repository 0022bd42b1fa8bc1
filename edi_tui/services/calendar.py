"""The calendar of a register: what is due on which day, for everyone or for one member."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from edi_tui.domain.answering import answered_for
from edi_tui.domain.calendar import (
    Entry,
    Occasion,
    appraisal_entries,
    challenge_entries,
    delivery_entries,
    evidence_entries,
    paper_entries,
)
from edi_tui.domain.kinds import Kind
from edi_tui.domain.meetings import meeting_days
from edi_tui.domain.rows import ActionRow, AppraisalRow, MemberRow, ObjectiveRow
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.reference.bank_holidays import bank_holidays
from edi_tui.services.closed_quarters import closings
from edi_tui.services.lists import Contents, contents, rows_of
from edi_tui.services.lookup import Lookup, member_named
from edi_tui.services.register import Register
from edi_tui.store.chain import Head, instant_of, origin_of

_BUT = (Kind.UPDATE, Kind.COMMITMENT)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days and what they are for, as a register stood at one entry of its change log."""

    name: str
    origin: str
    """What tells the register from every other."""
    head: Head
    changed: datetime
    """When that entry was written."""
    entries: tuple[Entry, ...]
    """By day."""
    remarks: tuple[str, ...]
    """What it leaves out or cannot know, in sentences."""


def calendar_of(register: Register, owner: str = "") -> Calendar:
    """Return the calendar of a register.

    Args:
        register: The register.
        owner: The board member whose days are wanted: reference, role or name; all without it.

    Raises:
        InvalidError: There is no such board member, or there are several.
    """
    now = contents(register, but=_BUT)
    member = _member(register, now, owner) if owner else None
    appraisals = [row for row in rows_of(register, Kind.APPRAISAL) if isinstance(row, AppraisalRow)]
    wanted = _wanted(member, now) if member else None
    found = _entries(register, now, appraisals)
    entries = sorted(entry for entry in found if wanted is None or wanted(entry))
    with register.reading() as session:
        origin, changed = origin_of(session), instant_of(session, now.head)
    return Calendar(
        _name(now, member),
        origin,
        now.head,
        datetime.fromisoformat(changed),
        tuple(entries),
        tuple(_remarks(_deliveries(now, member), entries)),
    )


def _member(register: Register, now: Contents, words: str) -> MemberRow:
    with register.reading() as session:
        ref = member_named(Lookup(session), "owner", words)
    return next(row for row in now.members if row.ref == ref)


def _name(now: Contents, member: MemberRow | None) -> str:
    return f"EDI, {member.role if member else now.organisation.name}"


def _entries(
    register: Register, now: Contents, appraisals: Sequence[AppraisalRow]
) -> Iterator[Entry]:
    days = int(thresholds_of(now.organisation).paper_days)
    yield from delivery_entries([*now.objectives, *now.actions])
    yield from challenge_entries(now.challenges)
    yield from evidence_entries(now.evidence)
    yield from appraisal_entries(now.members, appraisals, now.organisation.kind, now.as_at)
    yield from paper_entries(_meetings(register, now), days, bank_holidays())


def _meetings(register: Register, now: Contents) -> Iterator[tuple[date, str, str]]:
    """Yield the meetings of the board, and those that closed quarters name."""
    for day in meeting_days(now.organisation.meetings):
        yield day, Kind.ORGANISATION.ref(1), "Board meeting"
    standing = {one.quarter: one for one in closings(register)}
    for quarter, closing in standing.items():
        if closing.meeting_on:
            yield closing.meeting_on, str(quarter), f"Committee meeting on {quarter}"


def _wanted(member: MemberRow, now: Contents) -> Callable[[Entry], bool]:
    """Return what tells whether an entry is a member's, or everyone's as papers are."""
    owned = answered_for(member, [*now.objectives, *now.actions, *now.challenges])
    proof = {row.ref for row in now.evidence if owned.intersection(row.supports)}
    refs = owned | proof | {member.ref}
    return lambda entry: entry.occasion is Occasion.PAPERS or entry.ref in refs


def _deliveries(now: Contents, member: MemberRow | None) -> list[ObjectiveRow | ActionRow]:
    rows: list[ObjectiveRow | ActionRow] = [*now.objectives, *now.actions]
    owned = answered_for(member, rows) if member else None
    return [row for row in rows if owned is None or row.ref in owned]


def _remarks(rows: Sequence[ObjectiveRow | ActionRow], entries: Sequence[Entry]) -> Iterator[str]:
    if done := sum(row.status.closed and row.due_on is not None for row in rows):
        yield f"Left out: {done:,} with a due date that {_are(done)} closed."
    if undated := sum(row.due_on is None and not row.status.closed for row in rows):
        yield f"Left out: {undated:,} that {_are(undated)} open and without a due day."
    papers = [entry for entry in entries if entry.occasion is Occasion.PAPERS]
    if not papers:
        yield (
            "No meeting is known, so no papers are due. Say when the board meets: edi-tui edit "
            'ORG-001 --meetings "26 November 2026; 28 January 2027".'
        )
    last = bank_holidays().last
    if any(date.fromisoformat(entry.key).year > last for entry in papers):
        yield (
            f"Bank holidays after {last} are worked out by rule, since they were not "
            "published yet; one that is proclaimed later is not known."
        )


def _are(count: int) -> str:
    return "is" if count == 1 else "are"

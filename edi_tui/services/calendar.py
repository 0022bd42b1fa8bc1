"""The calendar of a register: what is due on which day, for everyone or for one member."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

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
from edi_tui.domain.rows import ActionRow, AppraisalRow, ObjectiveRow
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.reference.bank_holidays import bank_holidays
from edi_tui.services.closed_quarters import closings
from edi_tui.services.lists import Contents, contents, rows_of
from edi_tui.services.owners import Owner, owner_named
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
        owner: The owner whose days are wanted, as `owner_named` knows them; all without it.

    Raises:
        InvalidError: There is no such owner, or there are several.
    """
    now = contents(register, but=_BUT)
    of = owner_named(register, now, owner) if owner else None
    appraisals = [row for row in rows_of(register, Kind.APPRAISAL) if isinstance(row, AppraisalRow)]
    wanted = _wanted(of, now) if of else None
    found = _entries(register, now, appraisals)
    entries = sorted(entry for entry in found if wanted is None or wanted(entry))
    with register.reading() as session:
        origin, changed = origin_of(session), instant_of(session, now.head)
    return Calendar(
        f"EDI, {of.name if of else now.organisation.name}",
        origin,
        now.head,
        datetime.fromisoformat(changed),
        tuple(entries),
        tuple(_remarks(_deliveries(now, of), entries)),
    )


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


def _wanted(owner: Owner, now: Contents) -> Callable[[Entry], bool]:
    """Return what tells whether an entry is an owner's, or everyone's as papers are."""
    proof = {row.ref for row in now.evidence if owner.refs.intersection(row.supports)}
    refs = owner.refs | proof
    return lambda entry: entry.occasion is Occasion.PAPERS or entry.ref in refs


def _deliveries(now: Contents, owner: Owner | None) -> list[ObjectiveRow | ActionRow]:
    rows: list[ObjectiveRow | ActionRow] = [*now.objectives, *now.actions]
    return [row for row in rows if owner is None or row.ref in owner.refs]


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

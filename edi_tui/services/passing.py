"""What passes from a board member who leaves to the one who takes over, kind by kind."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from edi_tui.domain.due import format_date
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    ChallengeDraft,
    Draft,
    MemberDraft,
    ObjectiveDraft,
    SponsorshipDraft,
)
from edi_tui.domain.text import folded
from edi_tui.domain.titles import title_of
from edi_tui.domain.words import Appointment, Seat, SponsorKind
from edi_tui.store.changes import Stored
from edi_tui.store.queries import delivery
from edi_tui.store.queries.drafts import standing_drafts

if TYPE_CHECKING:
    from sqlmodel import Session

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Passed:
    """Something that passes to the successor, or ends with the leaver."""

    ref: str
    title: str
    what: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Left:
    """Something of the leaver's that stays as it is, and why."""

    ref: str
    title: str
    reason: str


@dataclass(slots=True)
class Handover:
    """What a handover does, before or after it is done."""

    leaver: Stored
    successor: Stored
    on: date
    """The leaver's last day."""
    passed: list[Passed] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    writes: list[tuple[Stored | None, Draft]] = field(default_factory=list)
    """What each record says afterwards; a new one where there is none yet."""

    @property
    def leaving(self) -> MemberDraft:
        """The leaver's seat."""
        return _seat_of(self.leaver)

    @property
    def coming(self) -> MemberDraft:
        """The successor's seat."""
        return _seat_of(self.successor)

    @property
    def first(self) -> date:
        """The successor's first day."""
        return self.on + _DAY

    @property
    def summary(self) -> str:
        """What is being done, for people."""
        return f"hand over {self.leaver.ref} to {self.successor.ref}"

    def pass_on(self, stored: Stored, draft: Draft, what: str, was: str, now: str) -> None:
        """Change a record."""
        self.writes.append((stored, draft))
        self.passed.append(Passed(stored.ref, title_of(stored.draft), what, was, now))

    def leave(self, stored: Stored, reason: str) -> None:
        """Leave a record as it is, for a reason."""
        self.left.append(Left(stored.ref, title_of(stored.draft), reason))


def filled(session: Session, planned: Handover, today: date) -> Handover:
    """Return a handover with everything that passes, ends or is left."""
    _objectives(session, planned, today)
    _actions(session, planned, today)
    _challenges(session, planned)
    _sponsorships(session, planned)
    _seat(planned)
    return planned


def _seat_of(stored: Stored) -> MemberDraft:
    assert isinstance(stored.draft, MemberDraft)
    return stored.draft


def _who(stored: Stored) -> str:
    draft = _seat_of(stored)
    return f"{draft.role}, {draft.name}" if draft.name else draft.role


def _objectives(session: Session, planned: Handover, today: date) -> None:
    status = {row.ref: row.status for row in delivery.objectives(session, as_at=today)}
    for stored in standing_drafts(session, Kind.OBJECTIVE):
        draft = stored.draft
        if not isinstance(draft, ObjectiveDraft) or draft.owner != planned.leaver.ref:
            continue
        if status[stored.ref].closed:
            planned.leave(stored, f"closed ({status[stored.ref].label.lower()})")
            continue
        _pass_owned(planned, stored, draft)


def _challenges(session: Session, planned: Handover) -> None:
    for stored in standing_drafts(session, Kind.CHALLENGE):
        draft = stored.draft
        if not isinstance(draft, ChallengeDraft) or draft.owner != planned.leaver.ref:
            continue
        if draft.closed_on:
            planned.leave(stored, f"closed on {format_date(draft.closed_on)}")
            continue
        _pass_owned(planned, stored, draft)


def _pass_owned(planned: Handover, stored: Stored, draft: ObjectiveDraft | ChallengeDraft) -> None:
    passed = replace(draft, owner=planned.successor.ref)
    planned.pass_on(stored, passed, "Owner", _who(planned.leaver), _who(planned.successor))


def _actions(session: Session, planned: Handover, today: date) -> None:
    """Change the words that name the leaver, as lead or in support."""
    words = _words(session, planned)
    status = {row.ref: row.status for row in delivery.actions(session, as_at=today)}
    for stored in standing_drafts(session, Kind.ACTION):
        draft = stored.draft
        assert isinstance(draft, ActionDraft)
        lead = words.get(folded(draft.lead), draft.lead)
        supporting = tuple(words.get(folded(name), name) for name in draft.supporting)
        if (lead, supporting) == (draft.lead, draft.supporting):
            continue
        if status[stored.ref].closed:
            planned.leave(stored, f"closed ({status[stored.ref].label.lower()})")
            continue
        passed = replace(draft, lead=lead, supporting=tuple(dict.fromkeys(supporting)))
        was, now = ("; ".join([one.lead, *one.supporting]) for one in (draft, passed))
        planned.pass_on(stored, passed, "Lead and support", was, now)


def _words(session: Session, planned: Handover) -> dict[str, str]:
    """Return the words that name the leaver alone, folded, and those for the successor."""
    leaver, successor = planned.leaving, planned.coming
    others = [
        _seat_of(stored)
        for stored in standing_drafts(session, Kind.MEMBER)
        if stored.ref not in (planned.leaver.ref, planned.successor.ref)
    ]
    taken = {folded(word) for other in others for word in (other.role, other.name)}
    words = {folded(leaver.role): successor.role, folded(leaver.name): successor.name}
    return {
        word: instead or successor.role
        for word, instead in words.items()
        if word and word not in taken
    }


def _sponsorships(session: Session, planned: Handover) -> None:
    terms = standing_drafts(session, Kind.SPONSORSHIP)
    for stored in terms:
        draft = stored.draft
        if not isinstance(draft, SponsorshipDraft) or draft.member != planned.leaver.ref:
            continue
        end = draft.ended_on or draft.to_on
        if end is not None and end <= planned.on:
            planned.leave(stored, f"ended on {format_date(end)}")
        elif why_not := _unfit(planned, draft, terms):
            _end(planned, stored, draft, f"ends on {format_date(planned.on)}; {why_not}")
        elif draft.from_on and draft.from_on > planned.on:
            passed = replace(draft, member=planned.successor.ref)
            planned.pass_on(
                stored, passed, "Sponsor", _who(planned.leaver), _who(planned.successor)
            )
        else:
            _succeed(planned, stored, draft)


def _succeed(planned: Handover, stored: Stored, draft: SponsorshipDraft) -> None:
    """End a term and begin the successor's, which is to achieve the same."""
    begins = f"{_who(planned.successor)}, from {format_date(planned.first)}"
    _end(planned, stored, draft, begins)
    term = replace(
        draft,
        member=planned.successor.ref,
        appointed=Appointment.NOT_SAID,
        from_on=planned.first,
        ended_on=None,
        changed="",
        handover="",
    )
    planned.writes.append((None, term))


def _end(planned: Handover, stored: Stored, draft: SponsorshipDraft, now: str) -> None:
    # A term that has not begun would end before its start.
    ended = max(planned.on, draft.from_on or planned.on)
    planned.pass_on(stored, replace(draft, ended_on=ended), "Sponsor", _who(planned.leaver), now)


def _unfit(planned: Handover, draft: SponsorshipDraft, terms: list[Stored]) -> str:
    """Return why the successor does not take a term over; empty where it passes on."""
    seat = planned.coming.seat
    executive = seat in (Seat.EXECUTIVE, Seat.CHIEF_EXECUTIVE)
    if (draft.kind is SponsorKind.EXECUTIVE) is not executive:
        return f"the successor's seat is {seat.label.lower()}"
    for stored in terms:
        other = stored.draft
        assert isinstance(other, SponsorshipDraft)
        same = (other.network, other.kind) == (draft.network, draft.kind)
        end = other.ended_on or other.to_on
        runs = end is None or end >= planned.first
        if same and runs and other.member == planned.successor.ref:
            return f"the successor sponsors it already ({stored.ref})"
    return ""


def _seat(planned: Handover) -> None:
    """Give the leaver's seat its end date."""
    draft = planned.leaving
    if draft.to_on is not None and draft.to_on <= planned.on:
        return
    was = format_date(draft.to_on) if draft.to_on else "no end date"
    ended = replace(draft, to_on=planned.on)
    planned.pass_on(planned.leaver, ended, "Seat held until", was, format_date(planned.on))

"""Terms of sponsors: how each stands, where there is none, and how often they were there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from edi_tui.domain.board_seats import filled
from edi_tui.domain.rows import ConcernRow, EngagementRow, MemberRow, SponsorshipRow
from edi_tui.domain.words import Attendance, SponsorKind, Standing, Word

VERSION = 1
"""Counted up when the same terms and engagements would come to another count or gap."""
_DAY = timedelta(days=1)


class TermState(Word):
    """How a term stands on a day."""

    CONFIRMED = "confirmed", "Confirmed, not started"
    IN_POST = "in_post", "In post"
    INTERIM = "interim", "Interim"
    ENDED = "ended", "Ended"


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A time in which a network had no sponsor of one kind."""

    kind: SponsorKind
    since: date | None
    """The first day without one; None where the register knows of none before."""
    until: date | None
    """The last day without one; None where it goes on."""
    days: int | None
    """How long it has lasted, both its first and its last day counted."""


@dataclass(frozen=True, slots=True)
class Presence:
    """How often a sponsor was there during a term."""

    attended: int
    held: int

    @property
    def rate(self) -> Decimal | None:
        """The share attended, from 0 to 1; None where nothing was held."""
        return Decimal(self.attended) / self.held if self.held else None


def end_of(term: SponsorshipRow) -> date | None:
    """Return the last day of a term: the real end, else the planned one."""
    return term.ended_on or term.to_on


def seated(term: SponsorshipRow, members: Mapping[str, MemberRow], day: date) -> SponsorshipRow:
    """Return a term as far as its sponsor held the seat: it ends with the seat, at the latest.

    Of a vacant seat nobody knows since when it is, so a term that would run on does not count.

    Args:
        term: The term.
        members: The seats by reference; a term of another seat is returned as it is.
        day: The day on which the seats stand so.
    """
    member = members.get(term.member_ref)
    if member is None:
        return term
    end = end_of(term)
    if member.to_on and (end is None or end > member.to_on):
        return replace(term, ended_on=member.to_on)
    over = end is not None and end < day
    return term if filled(member) or over else replace(term, void=True)


def state_of(
    term: SponsorshipRow, day: date, standing: Standing = Standing.SUBSTANTIVE
) -> TermState:
    """Return how a term stands on a day.

    Args:
        term: The term.
        day: The day.
        standing: How the sponsor's own seat is filled.
    """
    if term.current(day):
        passing = standing in (Standing.INTERIM, Standing.ACTING)
        return TermState.INTERIM if passing else TermState.IN_POST
    return TermState.CONFIRMED if _to_come(term, day) else TermState.ENDED


def current_terms(
    terms: Iterable[SponsorshipRow], kind: SponsorKind, day: date
) -> list[SponsorshipRow]:
    """Return the terms of one kind that run on a day; there should be at most one."""
    return [term for term in terms if term.kind is kind and term.current(day)]


def next_term(
    terms: Iterable[SponsorshipRow], kind: SponsorKind, day: date
) -> SponsorshipRow | None:
    """Return the confirmed term of one kind that begins soonest after a day."""
    coming = (term for term in terms if term.kind is kind and _to_come(term, day))
    return min(coming, key=lambda term: term.from_on or day, default=None)


def vacancies(terms: Iterable[SponsorshipRow], kind: SponsorKind, day: date) -> tuple[Vacancy, ...]:
    """Return when a network had no sponsor of a kind, up to a day, oldest first.

    Args:
        terms: The terms of one network.
        kind: Which side of the board the sponsor sits on.
        day: The day up to which they are counted.
    """
    return tuple(_vacancies(_spans(terms, kind, day), kind, day))


def vacancy(terms: Iterable[SponsorshipRow], kind: SponsorKind, day: date) -> Vacancy | None:
    """Return the vacancy of one network and kind that lasts on a day, or None."""
    found = vacancies(terms, kind, day)
    return found[-1] if found and found[-1].until is None else None


def sponsoring_several(terms: Iterable[SponsorshipRow], day: date) -> dict[str, tuple[str, ...]]:
    """Return the networks of each member who sponsors more than one, by the member's reference."""
    found: dict[str, dict[str, None]] = {}
    for term in terms:
        if term.current(day):
            found.setdefault(term.member_ref, {})[term.network] = None
    return {member: tuple(networks) for member, networks in found.items() if len(networks) > 1}


def presence(term: SponsorshipRow, engagements: Iterable[EngagementRow], day: date) -> Presence:
    """Return how often a sponsor was there, of what was held in the term up to a day."""
    held = [entry for entry in engagements if in_term(entry, term, day)]
    return Presence(sum(was_there(entry) for entry in held), len(held))


def in_term(entry: EngagementRow, term: SponsorshipRow, day: date) -> bool:
    """Tell whether an engagement is one of a term's sponsor, in the term and up to a day."""
    pair = (entry.network_ref, entry.member_ref) == (term.network_ref, term.member_ref)
    return pair and _within(entry.on, term, day)


def was_there(entry: EngagementRow) -> bool:
    """Tell whether the sponsor came; a deputy is not the sponsor."""
    return entry.attendance is Attendance.ATTENDED


def closed_in_term(
    term: SponsorshipRow, concerns: Iterable[ConcernRow], day: date
) -> tuple[ConcernRow, ...]:
    """Return the network's concerns whose loop was closed in a term, up to a day."""
    return tuple(
        row
        for row in concerns
        if row.network_ref == term.network_ref
        and row.fed_back_on is not None
        and _within(row.fed_back_on, term, day)
    )


def _within(on: date, term: SponsorshipRow, day: date) -> bool:
    begun = term.from_on is None or term.from_on <= on
    return begun and on <= min(end_of(term) or day, day)


def _to_come(term: SponsorshipRow, day: date) -> bool:
    return not term.void and term.from_on is not None and term.from_on > day


def _spans(
    terms: Iterable[SponsorshipRow], kind: SponsorKind, day: date
) -> list[tuple[date, date]]:
    """Return the first and last days of the terms that had begun by a day, in order."""
    return sorted(
        (term.from_on or date.min, end_of(term) or date.max)
        for term in terms
        if term.kind is kind and not term.void and (term.from_on is None or term.from_on <= day)
    )


def _vacancies(
    spans: Iterable[tuple[date, date]], kind: SponsorKind, day: date
) -> Iterator[Vacancy]:
    filled_to: date | None = None
    for start, end in spans:
        if filled_to is not None and (start - filled_to).days > 1:
            yield Vacancy(kind, filled_to + _DAY, start - _DAY, (start - filled_to).days - 1)
        filled_to = end if filled_to is None else max(filled_to, end)
    if filled_to is None:
        yield Vacancy(kind, None, None, None)
    elif filled_to < day:
        yield Vacancy(kind, filled_to + _DAY, None, (day - filled_to).days)

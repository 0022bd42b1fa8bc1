"""Networks: their sponsors, their concerns, and how far they feel heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from edi_tui.domain.columns import words
from edi_tui.domain.concerns import ConcernState, ageing
from edi_tui.domain.due import format_date
from edi_tui.domain.heard import Heard, Trend, heard
from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import ConcernRow, NetworkRow, SponsorshipRow
from edi_tui.domain.rules.rule import Remark, Rule, rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.sponsorship import (
    current_terms,
    end_of,
    next_term,
    seated,
    vacancy,
    was_there,
)
from edi_tui.domain.words import NetworkState, SponsorKind

_LOOP = 30
"""Days after an answer by which its network has been told; our own choice."""
_HANDOVER = 60
"""Days before the end of a term from which on its handover is wanted; our own choice."""
_LATELY = 365
"""Days after the end of a term for which a handover is of use; our own choice."""


@rule("N1", Kind.NETWORK)
def sponsored(row: NetworkRow, view: View) -> Iterator[Remark]:
    """Ask for a sponsor of each kind, without a longer gap than the organisation allows."""
    if row.state is not NetworkState.CLOSED:
        for kind in SponsorKind:
            yield from _vacant(row, view, kind)


def _vacant(row: NetworkRow, view: View, kind: SponsorKind) -> Iterator[Remark]:
    terms = _terms(row, view)
    found = vacancy(terms, kind, view.as_at)
    if found is None:
        return
    coming = next_term(terms, kind, view.as_at)
    facts = {"kind": kind.label.lower()}
    if found.since is None or found.days is None:
        if coming is None:
            yield Remark("never", row.name, facts)
    elif found.days > view.known.thresholds.sponsor_gap_days:
        facts |= {"days": f"{found.days:,}", "next": coming.member if coming else ""}
        yield Remark("confirmed" if coming else "vacant", format_date(found.since), facts)


@rule("N2", Kind.NETWORK)
def one_of_a_kind(row: NetworkRow, view: View) -> Iterator[Remark]:
    """Ask for one sponsor of each kind at a time."""
    if row.state is NetworkState.CLOSED:
        return
    terms = _terms(row, view)
    for kind in SponsorKind:
        running = current_terms(terms, kind, view.as_at)
        if len(running) > 1:
            names = "; ".join(f"{term.member} ({term.ref})" for term in running)
            yield Remark("several", names, {"kind": kind.label.lower()})


@rule("N3", Kind.CONCERN)
def answered(row: ConcernRow, view: View) -> Iterator[Remark]:
    """Ask for an answer within the days that the organisation allows."""
    age = ageing(row, view.as_at)
    waiting = age.state in (ConcernState.RAISED, ConcernState.BEFORE_THE_BOARD)
    waiting = waiting and not _closed(row, view)
    if waiting and age.open_days > view.known.thresholds.concern_days:
        raised = format_date(row.raised_on)
        facts = {"days": f"{age.open_days:,}", "network": row.network}
        yield Remark("unanswered", raised, facts)


@rule("N4", Kind.CONCERN)
def loop_closed(row: ConcernRow, view: View) -> Iterator[Remark]:
    """Ask that the network is told of the answer within a month."""
    if row.answered_on is None or ageing(row, view.as_at).state is not ConcernState.ANSWERED:
        return
    days = (view.as_at - row.answered_on).days
    if days > _LOOP:
        facts = {"days": f"{days:,}", "network": row.network}
        yield Remark("not-told", format_date(row.answered_on), facts)


@rule("N5", Kind.NETWORK)
def not_less_heard(row: NetworkRow, view: View) -> Iterator[Remark]:
    """Ask that a network does not feel less heard than before."""
    found = _heard(row, view)
    if found is None or found.score is None:
        return
    if found.trend is Trend.FALLING:
        yield Remark("falling", words(found.score), {"before": words(found.before)})
    elif found.trend_in_a_year is Trend.FALLING:
        yield Remark("below-last-year", words(found.score), {"before": words(found.year_ago)})


@rule("N6", Kind.NETWORK)
def enough_answers(row: NetworkRow, view: View) -> Iterator[Remark]:
    """Say that a heard score is not shown, and never what it is."""
    found = _heard(row, view)
    if found is not None and found.hidden:
        least = words(view.known.thresholds.heard_people)
        yield Remark("hidden", format_date(found.on), {"least": least})


def _heard(row: NetworkRow, view: View) -> Heard | None:
    if row.state is NetworkState.CLOSED:
        return None
    return heard(view.heard_of.get(row.ref, ()), view.known.thresholds.heard_people)


@rule("N7", Kind.SPONSORSHIP)
def achieves_something(row: SponsorshipRow, view: View) -> Iterator[Remark]:
    """Ask what a sponsorship achieves, of those that run or are to come."""
    if not row.achieves.strip() and not _over(_seated(row, view), view.as_at):
        yield Remark("nothing", facts={"member": row.member, "network": row.network})


@rule("N8", Kind.SPONSORSHIP)
def active(row: SponsorshipRow, view: View) -> Iterator[Remark]:
    """Ask for some activity of each sponsor in two whole quarters."""
    since = Quarter.containing(view.as_at).previous.previous.start
    begun = row.from_on is None or row.from_on <= since
    running = _seated(row, view).current(view.as_at)
    if begun and running and not _active_since(row, view, since):
        yield Remark("inactive", format_date(since), {"member": row.member, "network": row.network})


def _active_since(row: SponsorshipRow, view: View, since: date) -> bool:
    for entry in view.engagements_of.get(row.network_ref, ()):
        if entry.on < since:
            return False
        if entry.member_ref == row.member_ref and was_there(entry):
            return True
    return False


@rule("N9", Kind.SPONSORSHIP)
def handed_over(row: SponsorshipRow, view: View) -> Iterator[Remark]:
    """Ask for a handover where a term ends soon or has ended of late."""
    term = _seated(row, view)
    end = end_of(term)
    if end is None or term.void or term.handover.strip():
        return
    facts = {"member": row.member, "network": row.network}
    if view.as_at <= end <= view.as_at + timedelta(days=_HANDOVER):
        yield Remark("ends-soon", format_date(end), facts)
    elif timedelta(0) < view.as_at - end <= timedelta(days=_LATELY):
        yield Remark("ended", format_date(end), facts)


def _terms(row: NetworkRow, view: View) -> list[SponsorshipRow]:
    terms = view.terms_of.get(row.ref, ())
    return [seated(term, view.members, view.as_at) for term in terms]


def _seated(row: SponsorshipRow, view: View) -> SponsorshipRow:
    """Return a term as far as its sponsor held the seat; void where its network is closed."""
    term = seated(row, view.members, view.as_at)
    return replace(term, void=True) if _closed(row, view) else term


def _closed(row: ConcernRow | SponsorshipRow, view: View) -> bool:
    network = view.networks.get(row.network_ref)
    return network is not None and network.state is NetworkState.CLOSED


def _over(row: SponsorshipRow, day: date) -> bool:
    end = end_of(row)
    return row.void or (end is not None and end < day)


RULES: tuple[Rule[Any], ...] = (
    *(sponsored, one_of_a_kind, answered, loop_closed, not_less_heard, enough_answers),
    *(achieves_something, active, handed_over),
)

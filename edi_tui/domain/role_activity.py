"""What sponsors do of the role that is described for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import EngagementRow, SponsorshipRow
from edi_tui.domain.sponsorship import in_term, was_there
from edi_tui.domain.words import EngagementKind


@dataclass(frozen=True, slots=True)
class Duty:
    """One part of the role, and what shows that it is done."""

    name: str
    shown_by: frozenset[EngagementKind]


@dataclass(frozen=True, slots=True)
class Shown:
    """How often a sponsor has shown a duty lately."""

    duty: Duty
    times: int
    last_on: date | None


def role_activity(
    term: SponsorshipRow, engagements: Iterable[EngagementRow], duties: Iterable[Duty], day: date
) -> tuple[Shown, ...]:
    """Return how often each duty was shown in the last four quarters, the running one included.

    Args:
        term: The sponsor's term; only what was done in it counts.
        engagements: Engagements of any networks and sponsors.
        duties: The duties of the role.
        day: The day at which it is counted.
    """
    begin = four_quarters_to(day)
    done = [
        entry
        for entry in engagements
        if entry.on >= begin and was_there(entry) and in_term(entry, term, day)
    ]
    return tuple(_shown(duty, done) for duty in duties)


def four_quarters_to(day: date) -> date:
    """Return the first day of the quarter three before the one that a day falls in."""
    return Quarter.containing(day).previous.previous.previous.start


def _shown(duty: Duty, done: Iterable[EngagementRow]) -> Shown:
    days = [entry.on for entry in done if entry.kind in duty.shown_by]
    return Shown(duty, len(days), max(days, default=None))

"""Rows of staff networks, their sponsors and what became of what they said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows.row import Row
from edi_tui.domain.words import (
    Attendance,
    EngagementKind,
    Escalation,
    HeardFrom,
    NetworkState,
    SponsorKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRow(Row):
    """A network with its sponsors of today."""

    KIND = Kind.NETWORK
    name: str
    characteristic: str
    state: NetworkState
    chair: str
    meets: str
    published: bool = False
    """Whether the public may read of it."""
    executive_sponsor: str = ""
    non_executive_sponsor: str = ""
    held: int = 0
    """Engagements recorded."""
    attended: int = 0
    """Engagements that a sponsor attended."""

    @property
    def missing(self) -> tuple[SponsorKind, ...]:
        """The kinds of sponsor that it lacks; a closed network needs none."""
        sponsors = {
            SponsorKind.EXECUTIVE: self.executive_sponsor,
            SponsorKind.NON_EXECUTIVE: self.non_executive_sponsor,
        }
        closed = self.state is NetworkState.CLOSED
        return tuple(kind for kind, name in sponsors.items() if not (name or closed))


@dataclass(frozen=True, slots=True, kw_only=True)
class SponsorshipRow(Row):
    """A term as sponsor."""

    KIND = Kind.SPONSORSHIP
    network: str
    network_ref: str
    member: str
    member_ref: str
    kind: SponsorKind
    appointed: str
    from_on: date | None
    to_on: date | None
    ended_on: date | None
    achieves: str
    changed: str
    handover: str
    objective: str
    held: int = 0
    attended: int = 0
    void: bool = False
    """Whether its network or its sponsor has been withdrawn."""

    def current(self, day: date) -> bool:
        """Tell whether the term runs on a day; a planned end counts unless it ended earlier."""
        if self.void:
            return False
        begun = self.from_on is None or self.from_on <= day
        end = self.ended_on or self.to_on
        return begun and (end is None or end >= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementRow(Row):
    """Something that a sponsor did with a network."""

    KIND = Kind.ENGAGEMENT
    on: date
    kind: EngagementKind
    network: str
    network_ref: str
    member: str
    member_ref: str
    attendance: Attendance
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernRow(Row):
    """An issue that a network raised, and what became of it."""

    KIND = Kind.CONCERN
    network: str
    network_ref: str
    raised_on: date
    theme: str
    text: str
    escalated_to: Escalation
    board_on: date | None
    paper: str
    answer: str
    answered_on: date | None
    changed: str
    fed_back_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardScoreRow(Row):
    """How far a network felt heard."""

    KIND = Kind.HEARD_SCORE
    network: str
    network_ref: str
    on: date
    score: Decimal | None
    """From 1 to 5; None where it may not be shown."""
    people: Decimal | None
    heard_from: HeardFrom
    why_not: str = ""
    """Why the score is not shown; empty where it is."""

"""What a person says of staff networks and their sponsors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from edi_tui.domain.draft import Draft
from edi_tui.domain.fields import choice, day, flag, line, number, prose, reference
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import (
    Appointment,
    Attendance,
    EngagementKind,
    Escalation,
    HeardFrom,
    NetworkState,
    SponsorKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkDraft(Draft):
    """A staff network."""

    KIND = Kind.NETWORK
    name: str = line("Name", required=True)
    characteristic: str = line("For", "The characteristic or community it serves.")
    state: NetworkState = choice("State", NetworkState.ACTIVE)
    chair: str = line("Chair", "The office, not the person: Network chair.")
    meets: str = line("Meets", "How often, such as monthly.")
    published: bool = flag("Published", "Whether all staff and the public may read of it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SponsorshipDraft(Draft):
    """A board member's term as sponsor of a network, and what it achieves."""

    KIND = Kind.SPONSORSHIP
    network: str = reference("Network", Kind.NETWORK, required=True)
    member: str = reference("Sponsor", Kind.MEMBER, required=True)
    kind: SponsorKind = choice("Kind", SponsorKind.EXECUTIVE)
    appointed: Appointment = choice("How appointed", Appointment.NOT_SAID)
    from_on: date | None = day("From")
    to_on: date | None = day("Until", "The planned end of the term.")
    ended_on: date | None = day("Ended", "When it really ended.")
    achieves: str = prose(
        "What it achieves",
        "What changes because of the sponsorship. For example: the network's three concerns about "
        "adjustments are answered by the board within 60 days.",
    )
    changed: str = prose("What changed", "What is different already because of the sponsorship.")
    handover: str = prose("Handover", "What the next sponsor has to know.")
    objective: str = reference("Serves objective", Kind.OBJECTIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementDraft(Draft):
    """Something that a sponsor did with a network."""

    KIND = Kind.ENGAGEMENT
    network: str = reference("Network", Kind.NETWORK, required=True)
    member: str = reference("Board member", Kind.MEMBER, required=True)
    on: date | None = day("Date", required=True)
    kind: EngagementKind = choice("Kind", EngagementKind.MEETING)
    attendance: Attendance = choice("Attendance", Attendance.ATTENDED)
    note: str = prose("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernDraft(Draft):
    """An issue that a network raised, and what became of it."""

    KIND = Kind.CONCERN
    network: str = reference("Network", Kind.NETWORK, required=True)
    raised_on: date | None = day("Raised", required=True)
    theme: str = line("Theme", "Such as adjustments, rotas or promotion.", required=True)
    text: str = prose("You said", "What the network raised. Leave out names.", required=True)
    escalated_to: Escalation = choice("Taken to", Escalation.SPONSOR)
    board_on: date | None = day("Before the board", "When the board first saw it.")
    paper: str = line("Paper", "Where the board's papers have it.")
    answer: str = prose("Answer", "What the board answered.")
    answered_on: date | None = day("Answered")
    changed: str = prose("We did", "What changed because of it.")
    fed_back_on: date | None = day("Fed back", "When the network was told; it closes the loop.")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardScoreDraft(Draft):
    """How far a network feels heard by the board in a quarter, from 1 to 5."""

    KIND = Kind.HEARD_SCORE
    network: str = reference("Network", Kind.NETWORK, required=True)
    on: date | None = day("Date", "A day in the quarter.", required=True)
    score: Decimal | None = number("Score", "From 1, not at all, to 5, fully.", required=True)
    people: Decimal | None = number("People", "How many answered.")
    heard_from: HeardFrom = choice("Asked of", HeardFrom.MEMBERS)

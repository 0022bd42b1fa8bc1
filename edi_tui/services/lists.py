"""Lists of any kind of record, as they stand or stood at a date."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from edi_tui.domain.heard import TOO_FEW, as_shown
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import OrganisationDraft
from edi_tui.domain.rows import (
    ActionRow,
    ChallengeRow,
    ChangeRow,
    CommitmentRow,
    ConcernRow,
    EngagementRow,
    EvidenceRow,
    FrameworkRow,
    HeardScoreRow,
    MeasureRow,
    MemberRow,
    NetworkRow,
    ObjectiveRow,
    ReadingRow,
    Row,
    SponsorshipRow,
    UpdateRow,
    WaiverRow,
)
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.services.register import Register
from edi_tui.store.chain import Head, head_of
from edi_tui.store.queries import (
    board,
    delivery,
    evidence,
    history,
    judgement,
    measures,
    networks,
    updates,
    voices,
)

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in a register that stands, at one moment, but the confidential appraisals."""

    organisation: OrganisationDraft
    as_at: date
    head: Head
    members: list[MemberRow]
    objectives: list[ObjectiveRow]
    actions: list[ActionRow]
    measures: list[MeasureRow]
    readings: list[ReadingRow]
    updates: list[UpdateRow]
    networks: list[NetworkRow]
    sponsorships: list[SponsorshipRow]
    engagements: list[EngagementRow]
    evidence: list[EvidenceRow]
    frameworks: list[FrameworkRow]
    concerns: list[ConcernRow]
    heard_scores: list[HeardScoreRow]
    challenges: list[ChallengeRow]
    waivers: list[WaiverRow]
    commitments: list[CommitmentRow]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which rows are read, and as at what day."""

    session: Session
    as_at: date
    withdrawn: bool
    numbers: Collection[int] | None

    def of(self, reader: Callable[..., Sequence[Row]], *, dated: bool = False) -> Sequence[Row]:
        """Return the rows that a reader gives, which asks for the day where it counts."""
        day = {"as_at": self.as_at} if dated else {}
        return reader(self.session, withdrawn=self.withdrawn, numbers=self.numbers, **day)


_READERS: dict[Kind, Callable[[_Asked], Sequence[Row]]] = {
    Kind.MEMBER: lambda asked: asked.of(board.members, dated=True),
    Kind.OBJECTIVE: lambda asked: asked.of(delivery.objectives, dated=True),
    Kind.ACTION: lambda asked: asked.of(delivery.actions, dated=True),
    Kind.MEASURE: lambda asked: asked.of(measures.measures, dated=True),
    Kind.READING: lambda asked: asked.of(measures.readings),
    Kind.UPDATE: lambda asked: asked.of(updates.updates),
    Kind.NETWORK: lambda asked: asked.of(networks.networks, dated=True),
    Kind.SPONSORSHIP: lambda asked: asked.of(networks.sponsorships, dated=True),
    Kind.ENGAGEMENT: lambda asked: asked.of(networks.engagements),
    Kind.EVIDENCE: lambda asked: asked.of(evidence.evidence),
    Kind.FRAMEWORK_ITEM: lambda asked: asked.of(board.frameworks),
    Kind.CONCERN: lambda asked: asked.of(voices.concerns),
    Kind.HEARD_SCORE: lambda asked: asked.of(_heard_scores),
    Kind.CHALLENGE: lambda asked: asked.of(judgement.challenges, dated=True),
    Kind.APPRAISAL: lambda asked: asked.of(judgement.appraisals),
    Kind.WAIVER: lambda asked: asked.of(judgement.waivers),
    Kind.COMMITMENT: lambda asked: asked.of(judgement.commitments),
}


def _heard_scores(
    session: Session, *, withdrawn: bool = False, numbers: Collection[int] | None = None
) -> list[HeardScoreRow]:
    """Return the heard scores, without the figures that too few people gave."""
    least = thresholds_of(board.organisation(session)).heard_people
    return [
        as_shown(row, least)
        for row in voices.heard_scores(session, withdrawn=withdrawn, numbers=numbers)
    ]


LISTED = tuple(_READERS)
"""The kinds of which there are lists."""


def rows_of(
    register: Register,
    kind: Kind,
    *,
    as_at: date | None = None,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> Sequence[Row]:
    """Return the rows of one kind, in the order in which people read them.

    Args:
        register: The register.
        kind: One of `LISTED`.
        as_at: The date that progress is read at; today without it.
        withdrawn: Whether to return the withdrawn records in place of the standing ones.
        numbers: The only records to return; all of them without it.
    """
    with register.reading() as session:
        return _READERS[kind](_Asked(session, as_at or register.today, withdrawn, numbers))


def contents(
    register: Register, *, as_at: date | None = None, but: Collection[Kind] = ()
) -> Contents:
    """Return everything in the register that stands, in one consistent read.

    Args:
        register: The register.
        as_at: The date that progress is read at; today without it.
        but: The kinds of which there may be very many and that are not wanted, among updates and
            commitments; their lists stay empty.
    """
    day = as_at or register.today
    with register.reading() as session:
        taken = measures.readings(session)
        counted = measures.measures(session, as_at=day, taken=taken)
        return Contents(
            organisation=board.organisation(session),
            as_at=day,
            head=head_of(session),
            members=board.members(session, as_at=day),
            objectives=delivery.objectives(session, as_at=day, counted=counted),
            actions=delivery.actions(session, as_at=day),
            measures=counted,
            readings=taken,
            updates=[] if Kind.UPDATE in but else updates.updates(session),
            networks=networks.networks(session, as_at=day),
            sponsorships=networks.sponsorships(session, as_at=day),
            engagements=networks.engagements(session),
            evidence=evidence.evidence(session),
            frameworks=board.frameworks(session),
            concerns=voices.concerns(session),
            heard_scores=_heard_scores(session),
            challenges=judgement.challenges(session, as_at=day),
            waivers=judgement.waivers(session),
            commitments=[] if Kind.COMMITMENT in but else judgement.commitments(session),
        )


def history_of(register: Register, ref: str = "", *, limit: int | None = None) -> list[ChangeRow]:
    """Return the change log, newest first; of one record where its reference is given.

    Heard scores of too few people are masked, and what appraisals found is in the history of
    each appraisal only.
    """
    with register.reading() as session:
        hidden = _hidden_scores(session)
        return [
            history.masked(change, _unsaid(change, hidden, asked=bool(ref)))
            for change in history.changes(session, ref=ref, limit=limit)
        ]


def _unsaid(change: ChangeRow, hidden: Collection[str], *, asked: bool) -> dict[str, str]:
    """Return the fields of a change that are not told, each with what stands there instead."""
    target = read_ref(change.ref)
    if target and target[0] is Kind.APPRAISAL and not asked:
        return dict.fromkeys(("outcome", "note"), "confidential")
    return {"score": TOO_FEW} if change.ref in hidden else {}


def _hidden_scores(session: Session) -> set[str]:
    """Return the references of the heard scores, standing or withdrawn, that are not shown."""
    both = (row for gone in (False, True) for row in _heard_scores(session, withdrawn=gone))
    return {row.ref for row in both if row.why_not}


def organisation_of(register: Register) -> OrganisationDraft:
    """Return the organisation whose register this is."""
    with register.reading() as session:
        return board.organisation(session)

"""What lists give out: one frozen row for each record, with what is known around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar

from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import Computed
from edi_tui.domain.words import (
    AppraisalOutcome,
    Asker,
    Assurance,
    Attendance,
    Direction,
    EngagementKind,
    Escalation,
    EvidenceKind,
    HeardFrom,
    Level,
    NetworkState,
    Precision,
    ReviewState,
    Scope,
    Seat,
    SponsorKind,
    Standing,
    Status,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The base of all rows."""

    KIND: ClassVar[Kind]
    ref: str
    version: int
    withdrawn: str = ""
    """The reason of the withdrawal; empty while the record stands."""
    source: str = ""
    """Where it was imported from: `plan.docx, table 1, row 1`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryRow(Row):
    """What objectives and actions have in common."""

    due_on: date | None
    due_text: str
    due_precision: Precision
    status: Status
    computed: Computed
    progress: str
    updated_on: date | None
    forecast_on: date | None
    plan: str
    reason: str = ""
    """Why the declared status is rosier than the facts."""
    frameworks: tuple[str, ...] = ()
    evidence: int = 0
    """How many items of evidence support it."""
    assurance: Assurance = Assurance.NONE
    """How far its proof goes."""

    @property
    def headline(self) -> str:
        """What it says."""
        raise NotImplementedError

    @property
    def hia(self) -> str:
        """The high impact actions that it serves, such as `HIA1` or `HIA2, HIA6`."""
        return ", ".join(code for code in self.frameworks if code.startswith("HIA"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveRow(DeliveryRow):
    """An objective with its owner, main measure and progress."""

    KIND = Kind.OBJECTIVE
    title: str
    level: Level
    scope: Scope
    owner: str
    owner_ref: str
    start_on: date | None
    done: str = ""
    proof: tuple[str, ...] = ()
    resources: str = ""
    baf: str = ""
    review_on: date | None = None
    follows: str = ""
    agreed_on: date | None = None
    measure: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    latest: Decimal | None = None
    latest_on: date | None = None
    actions: int = 0

    @property
    def headline(self) -> str:
        """What will change."""
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow(DeliveryRow):
    """An action with its lead and progress."""

    KIND = Kind.ACTION
    text: str
    outcome: str
    lead: str
    supporting: tuple[str, ...]
    objective: str
    plan_ref: str

    @property
    def headline(self) -> str:
        """What will be done."""
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow(Row):
    """A seat with what its holder answers for."""

    KIND = Kind.MEMBER
    name: str
    role: str
    seat: Seat
    standing: Standing
    voting: bool
    from_on: date | None
    to_on: date | None
    objectives: int = 0
    sponsors: tuple[str, ...] = ()
    """Names of the networks sponsored now."""

    @property
    def holder(self) -> str:
        """The name, with the standing where it is not the usual one."""
        if self.standing is Standing.SUBSTANTIVE:
            return self.name
        return f"{self.name} ({self.standing.label.lower()})" if self.name else self.standing.label


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRow(Row):
    """A network with its sponsors of today."""

    KIND = Kind.NETWORK
    name: str
    characteristic: str
    state: NetworkState
    chair: str
    meets: str
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
class EvidenceRow(Row):
    """An item of evidence and what it supports."""

    KIND = Kind.EVIDENCE
    title: str
    kind: EvidenceKind
    file_name: str
    sha256: str
    size: Decimal | None
    link: str
    note: str
    dated_on: date | None
    expires_on: date | None
    submitted_by: str = ""
    review: ReviewState = ReviewState.NOT_REVIEWED
    verified_by: str = ""
    verified_on: date | None = None
    independent: bool = False
    supports: tuple[str, ...] = ()

    @property
    def medium(self) -> str:
        """Whether it is a file, a link or a note."""
        return self.file_name or self.link or "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow(Row):
    """A measure with its latest reading."""

    KIND = Kind.MEASURE
    name: str
    objective: str
    unit: str
    """As people wrote it; that of its metric where they wrote none."""
    direction: Direction
    baseline: Decimal | None
    baseline_on: date | None
    target: Decimal | None
    metric: str = ""
    """Code of the national metric, such as `WRES1`; empty for a local one."""
    target_on: date | None = None
    posts: Decimal | None = None
    turnover: Decimal | None = None
    """In per cent a year."""
    hires: Decimal | None = None
    """The group's share of appointments so far, in per cent."""
    latest: Decimal | None = None
    latest_on: date | None = None
    why_not: str = ""
    """Why the latest reading comes to no figure, such as nobody shortlisted."""
    readings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRow(Row):
    """A value as at a date."""

    KIND = Kind.READING
    measure: str
    measure_ref: str
    as_at: date
    group: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRow(Row):
    """A progress entry."""

    KIND = Kind.UPDATE
    subject: str
    on: date
    status: Status
    narrative: str
    forecast_on: date | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkRow(Row):
    """An entry of a framework, and how much serves it."""

    KIND = Kind.FRAMEWORK_ITEM
    code: str
    framework: str
    title: str
    source_text: str
    deadline: str
    valid_from: date | None
    valid_to: date | None
    checked_on: date | None
    objectives: int = 0
    actions: int = 0


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeRow(Row):
    """A question from outside."""

    KIND = Kind.CHALLENGE
    asker: Asker
    asker_name: str
    asked_on: date
    question: str
    answer_by: date | None
    owner: str
    owner_ref: str
    objective: str
    answer: str
    answered_on: date | None
    closed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalRow(Row):
    """A member's assessment of a year; confidential."""

    KIND = Kind.APPRAISAL
    member: str
    member_ref: str
    year: str
    objective: str
    mid_year_on: date | None
    appraised_on: date | None
    appraiser: str
    outcome: AppraisalOutcome
    submitted_on: date | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverRow(Row):
    """A rule set aside for one record."""

    KIND = Kind.WAIVER
    rule: str
    subject: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow(Row):
    """A sentence of a public statement."""

    KIND = Kind.COMMITMENT
    text: str
    statement: str
    place: Decimal | None
    objective: str
    parked: str

    @property
    def state(self) -> str:
        """Whether it is open, became an objective, or was parked."""
        if self.objective:
            return f"Became {self.objective}"
        return "Parked" if self.parked else "Open"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One entry of the change log."""

    seq: int
    at: str
    who: str
    verb: str
    ref: str
    summary: str
    group_id: str
    undoes: str = ""
    """The group that its own takes back, said by the first entry of it; empty for the others."""
    undone: bool = False
    """Whether it has been taken back, and not done again since."""
    as_from: date | None = None
    """The first day on which it counts, where that is not the day of the entry."""
    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)
    hash: str = ""


ROWS: dict[Kind, type[Row]] = {
    row.KIND: row
    for row in (
        *(MemberRow, ObjectiveRow, MeasureRow, ReadingRow, ActionRow, UpdateRow),
        *(NetworkRow, SponsorshipRow, EngagementRow, EvidenceRow, FrameworkRow),
        *(ConcernRow, HeardScoreRow, ChallengeRow, AppraisalRow, WaiverRow, CommitmentRow),
    )
}
"""The row of each kind of which there are lists."""

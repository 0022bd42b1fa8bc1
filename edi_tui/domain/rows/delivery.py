"""Rows of objectives and actions, and of what tells how they go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import Computed
from edi_tui.domain.rows.row import Row
from edi_tui.domain.words import Assurance, Direction, Level, Precision, Scope, Status


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
    published: bool = False
    """Whether all staff and the public may read of it."""
    summary: str = ""
    """What they read, in plain English."""

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

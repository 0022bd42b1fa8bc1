"""What the public may read of a closed quarter, and what those who publish it see beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from edi_tui.domain.closing import Closing
from edi_tui.domain.publishing.personal import Personal
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.suppression.suppressed import Narrowed, Suppressed
from edi_tui.domain.words import Status


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the public reads it."""

    value: Decimal | None
    """None where it is hidden, or where there is none."""
    hidden: bool = False


NOTHING = Number(None)
HIDDEN = Number(None, hidden=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFigure:
    """What was counted on a day."""

    as_at: date
    group: str
    number: Number
    out_of: Number
    figure: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicMeasure:
    """A measure of a published objective."""

    ref: str
    name: str
    unit: str
    target: Decimal | None
    figures: tuple[PublicFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicObjective:
    """An objective that was opted in."""

    ref: str
    title: str
    summary: str
    hia: str
    due_on: date | None
    updated_on: date | None
    status: Status
    owner: str
    """A role."""
    measures: tuple[PublicMeasure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNetwork:
    """A staff network."""

    ref: str
    name: str
    characteristic: str
    executive: str
    """The role of its executive sponsor; empty where it has none."""
    non_executive: str
    asked_on: date | None
    score: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicReport:
    """Everything that the public may read of a closed quarter, and what those who publish see."""

    quarter: Quarter
    as_at: date
    organisation: str
    ods: str
    objectives: tuple[PublicObjective, ...]
    unpublished: int
    """How many objectives the register holds besides."""
    networks: tuple[PublicNetwork, ...]
    unpublished_networks: int
    threshold: int
    notes: tuple[str, ...]
    """What explains the hidden numbers."""
    hidden: int
    """How many figures are hidden."""
    untold: int
    """How many of them since nobody can tell of how few people they are."""
    closing: Closing = field(repr=False)
    log: tuple[str, ...] = field(repr=False)
    """What was hidden and why; for those who publish alone, since it tells small numbers."""
    bare: tuple[Narrowed, ...] = field(repr=False)
    """The small numbers that hiding cannot protect, which somebody has to acknowledge too."""
    personal: tuple[Personal, ...] = field(repr=False)
    """What has to be acknowledged before it is published."""
    head: str = field(repr=False)
    made: tuple[Suppressed, ...] = field(default=(), repr=False)
    """What was decided on, and is kept."""
    known: frozenset[int] = field(default=frozenset(), repr=False, compare=False)
    """The snapshots that were published when it was decided, by number."""

"""Rows of what assures the board, and of what it has to answer for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows.row import Row
from edi_tui.domain.words import Asker, EvidenceKind, ReviewState


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
class WaiverRow(Row):
    """A rule set aside for one record."""

    KIND = Kind.WAIVER
    rule: str
    subject: str
    reason: str

"""Rows of board members and their appraisals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows.row import Row
from edi_tui.domain.words import AppraisalOutcome, Seat, Standing


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

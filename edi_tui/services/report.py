"""The status of a quarter: what papers are made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from edi_tui.domain.due import format_date
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import DeliveryRow, MemberRow, SponsorshipRow
from edi_tui.domain.words import Scope, Standing, Status
from edi_tui.services.lists import Contents, contents
from edi_tui.services.register import Register


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many seats have an objective, as high impact action 1 asks of every member."""

    covered: tuple[MemberRow, ...]
    uncovered: tuple[MemberRow, ...]
    vacant: tuple[MemberRow, ...]
    collective: int
    """Objectives for which the whole board answers."""

    @property
    def seats(self) -> int:
        """Seats that somebody holds."""
        return len(self.covered) + len(self.uncovered)


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The register as it stood at a quarter's end, or today where the quarter is running."""

    quarter: Quarter
    as_at: date
    now: Contents
    before: Contents
    """The register as at the end of the quarter before."""

    @property
    def coverage(self) -> Coverage:
        """Which seats have an objective at the date of the report."""
        return coverage_of(self.now)

    @property
    def exceptions(self) -> list[DeliveryRow]:
        """Objectives, then actions, that need attention, the longest overdue first."""
        rows = [*by_urgency(self.now.objectives), *by_urgency(self.now.actions)]
        return [row for row in rows if row.computed.exceptional]

    @property
    def running(self) -> list[SponsorshipRow]:
        """The sponsorships that run at the date of the report."""
        return [row for row in self.now.sponsorships if row.current(self.as_at)]

    @property
    def later(self) -> str:
        """What is known but not in the report, since it was said of a later day."""
        count = sum(row.on > self.as_at for row in self.now.updates)
        if not count:
            return ""
        are = "update is" if count == 1 else "updates are"
        return f"{count:,} {are} dated after {format_date(self.as_at)} and not in this paper."


def status_report(
    register: Register, quarter: Quarter | None = None, *, as_at: date | None = None
) -> StatusReport:
    """Return the status of a quarter.

    Args:
        register: The register.
        quarter: The NHS financial quarter; the running one without it.
        as_at: The date that progress is read at; without it the quarter's end, or today where
            that is earlier.
    """
    chosen = quarter or Quarter.containing(as_at or register.today)
    day = as_at or min(chosen.end, max(register.today, chosen.start))
    now = contents(register, as_at=day)
    before = contents(register, as_at=chosen.previous.end)
    return StatusReport(chosen, day, now, before)


_GONE = (Status.WITHDRAWN, Status.SUPERSEDED, Status.CARRIED_OVER)
"""Statuses of objectives in whose place there is another, or none."""


def coverage_of(contents: Contents) -> Coverage:
    """Return which seats have an objective of their own.

    The EDI improvement plan (high impact action 1) asks it of every board and executive-team
    member, voting or not; a vacant seat is counted apart.
    """
    held_now = [row for row in contents.objectives if row.status not in _GONE]
    owners = {row.owner_ref for row in held_now if row.scope is Scope.INDIVIDUAL}
    sitting = [row for row in contents.members if _sits(row, contents.as_at)]
    held = [row for row in sitting if row.standing is not Standing.VACANT]
    return Coverage(
        covered=tuple(row for row in held if row.ref in owners),
        uncovered=tuple(row for row in held if row.ref not in owners),
        vacant=tuple(row for row in sitting if row.standing is Standing.VACANT),
        collective=sum(row.scope is Scope.COLLECTIVE for row in held_now),
    )


def _sits(row: MemberRow, day: date) -> bool:
    begun = row.from_on is None or row.from_on <= day
    return begun and (row.to_on is None or row.to_on >= day)


_URGENCY = (
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.CLOSED_NOT_MET,
    Status.NO_UPDATE,
    Status.ON_HOLD,
    Status.NOT_STARTED,
    Status.ON_TRACK,
)


R = TypeVar("R", bound=DeliveryRow)


def by_urgency(rows: Iterable[R]) -> list[R]:
    """Return rows in the order in which a person should look at them.

    Off track before at risk before silence; within one status the longest overdue first, then
    the soonest due.
    """
    return sorted(rows, key=_urgency)


def _urgency(row: DeliveryRow) -> tuple[int, int, date]:
    status = row.computed.status
    place = _URGENCY.index(status) if status in _URGENCY else len(_URGENCY)
    return place, -row.computed.overdue_days, row.due_on or date.max

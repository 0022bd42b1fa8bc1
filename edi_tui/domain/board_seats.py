"""Which seats of the board have an objective."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.appraisal_year import year_of, year_start
from edi_tui.domain.rows import DeliveryRow, MemberRow, ObjectiveRow
from edi_tui.domain.words import Scope, Standing, Status

_GONE = (Status.WITHDRAWN, Status.SUPERSEDED, Status.CARRIED_OVER)
"""Statuses of objectives in whose place there is another, or none."""


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


def cover(members: Iterable[MemberRow], objectives: Iterable[ObjectiveRow], day: date) -> Coverage:
    """Return which seats have an objective of their own.

    The EDI improvement plan (high impact action 1) asks it of every board and executive-team
    member, voting or not; a vacant seat is counted apart.
    """
    standing = [row for row in objectives if current(row, day)]
    owners = {row.owner_ref for row in standing if individual(row)}
    sitting = [row for row in members if sits(row, day)]
    held = [row for row in sitting if filled(row)]
    return Coverage(
        covered=tuple(row for row in held if row.ref in owners),
        uncovered=tuple(row for row in held if row.ref not in owners),
        vacant=tuple(row for row in sitting if not filled(row)),
        collective=sum(not individual(row) for row in standing),
    )


def sits(row: MemberRow, day: date) -> bool:
    """Tell whether a seat is one of the board on a day, its last day included."""
    begun = row.from_on is None or row.from_on <= day
    return begun and (row.to_on is None or row.to_on >= day)


def filled(row: MemberRow) -> bool:
    """Tell whether somebody holds a seat; an interim holder does."""
    return row.standing is not Standing.VACANT


def counts(row: DeliveryRow) -> bool:
    """Tell whether an objective or action counts, or counted to its end; a draft does too."""
    return row.status not in _GONE


def current(row: ObjectiveRow, day: date) -> bool:
    """Tell whether an objective counts on a day: it has begun, and ran in the financial year."""
    return begun(row, day) and not closed_before(row, year_start(year_of(day)))


def begun(row: ObjectiveRow, day: date) -> bool:
    """Tell whether an objective counts and is not yet to start on a day."""
    return counts(row) and (row.start_on is None or row.start_on <= day)


def closed_before(row: ObjectiveRow, day: date) -> bool:
    """Tell whether an objective was closed before a day, by the last that was said of it."""
    return row.status.closed and row.updated_on is not None and row.updated_on < day


def individual(row: ObjectiveRow) -> bool:
    """Tell whether one member answers for an objective, not the whole board."""
    return row.scope is Scope.INDIVIDUAL

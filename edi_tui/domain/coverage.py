"""Each seat of the board against what is asked of its holder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain import appraisal_year as years
from edi_tui.domain.board_seats import begun, closed_before, filled, sits
from edi_tui.domain.rows import AppraisalRow, MemberRow, ObjectiveRow
from edi_tui.domain.rules.view import View
from edi_tui.domain.words import AppraisalOutcome, Seat, Word

VERSION = 1
"""Counted up when the same facts would give a seat another mark."""
Passes = Callable[[ObjectiveRow], bool]
"""Tells whether an objective is SMART: no criterion missing, and no rule failed."""


class Mark(Word):
    """How far one thing that is asked of a seat is there."""

    YES = "yes", "yes"
    PARTLY = "partly", "partly"
    NO = "no", "no"
    NOT_YET = "not_yet", "not yet"
    NOT_NEEDED = "not_needed", "not needed"

    @property
    def symbol(self) -> str:
        """A sign that stands beside the word."""
        return _SYMBOLS[self]


_SYMBOLS = {
    Mark.YES: "●",
    Mark.PARTLY: "◐",
    Mark.NO: "○",
    Mark.NOT_YET: "…",
    Mark.NOT_NEEDED: "–",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCoverage:
    """One seat that somebody holds, and what is there of what is asked."""

    member: MemberRow
    objectives: tuple[ObjectiveRow, ...]
    """Those for which the member alone answers."""
    objective: Mark
    """Partly where the member answers only with the whole board."""
    smart: Mark
    mid_year: Mark
    """For the running financial year."""
    appraisal: Mark
    """For the financial year that has ended; partly where it took place but is not complete."""
    sponsorship: Mark
    """Whether the member sponsors a network; nobody must."""
    evidence: Mark
    appraisal_due: date | None
    """When the appraisal must be submitted; None where it is held locally."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCoverage:
    """The board at a day: its seats, and the objectives of all together."""

    as_at: date
    appraised: int
    """The calendar year in which the financial year starts whose appraisals are asked for."""
    seats: tuple[SeatCoverage, ...]
    vacant: tuple[MemberRow, ...]
    collective: tuple[ObjectiveRow, ...]
    deadlines: Mapping[Seat, date]
    """When appraisals must be submitted, by kind of seat; empty where all are held locally."""


def board_coverage(view: View, passes: Passes) -> BoardCoverage:
    """Return each seat of the board against what high impact action 1 and appraisal ask.

    Sources: EDI improvement plan, high impact action 1, success metric 1a; board member
    appraisal guidance, NHS England, 1 April 2025.

    Args:
        view: The register as at a day.
        passes: Tells whether an objective is SMART.
    """
    year = years.year_of(view.as_at) - 1
    dates = {seat: years.deadline(seat, view.organisation, year) for seat in Seat}
    sitting = [row for row in view.members.values() if sits(row, view.as_at)]
    return BoardCoverage(
        as_at=view.as_at,
        appraised=year,
        seats=tuple(_seat(row, view, passes, dates[row.seat]) for row in sitting if filled(row)),
        vacant=tuple(row for row in sitting if not filled(row)),
        collective=running(view.collective, view),
        deadlines={seat: day for seat, day in dates.items() if day},
    )


def _seat(member: MemberRow, view: View, passes: Passes, due: date | None) -> SeatCoverage:
    known = view.objectives_of.get(member.ref, ())
    own = running(known, view)
    appraisals = view.appraisals_of.get(member.ref, ())
    return SeatCoverage(
        member=member,
        objectives=own,
        objective=_objective(own, view),
        smart=_among([passes(row) for row in own]),
        mid_year=mid_year_mark(member, appraisals, view.as_at),
        appraisal=appraisal_mark(member, known, appraisals, view.as_at, due),
        sponsorship=Mark.YES if member.sponsors else Mark.NOT_NEEDED,
        evidence=_among([row.evidence > 0 for row in own]),
        appraisal_due=due,
    )


def running(objectives: Iterable[ObjectiveRow], view: View) -> tuple[ObjectiveRow, ...]:
    """Return the objectives that have begun and were not closed before the financial year."""
    start = years.year_start(years.year_of(view.as_at))
    return tuple(
        row for row in objectives if begun(row, view.as_at) and not closed_before(row, start)
    )


def _objective(own: Sequence[ObjectiveRow], view: View) -> Mark:
    if own:
        return Mark.YES
    return Mark.PARTLY if running(view.collective, view) else Mark.NO


def _among(answers: Sequence[bool]) -> Mark:
    """Return whether all, some or none of several things are so; none where there is nothing."""
    if not any(answers):
        return Mark.NO
    return Mark.YES if all(answers) else Mark.PARTLY


def mid_year_mark(member: MemberRow, appraisals: Iterable[AppraisalRow], day: date) -> Mark:
    """Return whether the mid-year review of the running financial year has been held.

    The guidance asks for mid-year reviews and names no date. Our own choice: one is expected
    from the first day of the second half of the year, of those who served in the first.
    """
    year = years.year_of(day)
    turn = years.second_half(year)
    if years.reviewed(years.of_year(appraisals, year), day):
        return Mark.YES
    if member.from_on and member.from_on >= turn:
        return Mark.NOT_NEEDED
    return Mark.NO if day >= turn else Mark.NOT_YET


def appraisal_mark(
    member: MemberRow,
    own: Iterable[ObjectiveRow],
    appraisals: Iterable[AppraisalRow],
    day: date,
    due: date | None,
) -> Mark:
    """Return whether the appraisal of the financial year before a day is there and complete.

    Args:
        member: Who is appraised.
        own: The member's objectives.
        appraisals: All of the member's.
        day: The day.
        due: When it must be submitted; None where it is held locally.
    """
    year = years.year_of(day) - 1
    if not years.served_in(member, year):
        return Mark.NOT_NEEDED
    held = years.took_place(years.of_year(appraisals, year), day)
    if not held:
        return Mark.NO if due and day > due else Mark.NOT_YET
    complete = not unassessed(own, held, year) and (not due or years.submitted(held, day))
    return Mark.YES if complete else Mark.PARTLY


def unassessed(
    own: Iterable[ObjectiveRow], held: Iterable[AppraisalRow], year: int
) -> tuple[str, ...]:
    """Return the references of the objectives that an appraisal left without an outcome.

    Those that it names, and those of the member that ran in its year: begun or agreed by its end,
    and not closed before its start.

    Args:
        own: The member's objectives.
        held: The member's appraisals of the year that took place.
        year: The calendar year in which the financial year started.
    """
    ran = {row.ref for row in own if _ran_in(row, year)}
    outcomes: dict[str, bool] = dict.fromkeys(sorted(ran), False)
    for row in held:
        if row.objective:
            assessed = row.outcome is not AppraisalOutcome.NOT_ASSESSED
            outcomes[row.objective] = outcomes.get(row.objective, False) or assessed
    return tuple(ref for ref, assessed in outcomes.items() if not assessed)


def _ran_in(row: ObjectiveRow, year: int) -> bool:
    begun = row.start_on or row.agreed_on
    in_time = begun is not None and begun <= years.year_end(year)
    return in_time and not closed_before(row, years.year_start(year))

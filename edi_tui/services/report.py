"""The status of a quarter: what papers are made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from edi_tui.domain.board_seats import Coverage, cover
from edi_tui.domain.due import format_date
from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import AppraisalRow, DeliveryRow, SponsorshipRow
from edi_tui.domain.words import AppraisalOutcome, Status
from edi_tui.services.lists import Contents, contents, rows_of
from edi_tui.services.register import Register

if TYPE_CHECKING:
    from edi_tui.domain.coverage import BoardCoverage

__all__ = ["Coverage", "StatusReport", "by_urgency", "coverage_of", "status_report"]


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The register as it stood at a quarter's end, or today where the quarter is running."""

    quarter: Quarter
    as_at: date
    now: Contents
    before: Contents
    """The register as at the end of the quarter before."""
    appraisals: tuple[AppraisalRow, ...] = ()
    """When appraisals were held; what was said in them is confidential and left out."""

    @property
    def coverage(self) -> Coverage:
        """Which seats have an objective at the date of the report."""
        return coverage_of(self.now)

    @property
    def board(self) -> BoardCoverage:
        """Each seat against what is asked of its holder, at the date of the report."""
        # Rules take time to load and to judge, and most of what asks for a report needs none.
        from edi_tui.services.coverage import coverage_in
        from edi_tui.services.views import view_from

        return coverage_in(view_from(self.now, self.appraisals))

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
    return StatusReport(chosen, day, now, before, _dates_of_appraisals(register))


def _dates_of_appraisals(register: Register) -> tuple[AppraisalRow, ...]:
    """Return the appraisals without anything that was said in them."""
    return tuple(
        replace(row, outcome=AppraisalOutcome.NOT_ASSESSED, note="")
        for row in rows_of(register, Kind.APPRAISAL)
        if isinstance(row, AppraisalRow)
    )


def coverage_of(contents: Contents) -> Coverage:
    """Return which seats have an objective of their own."""
    return cover(contents.members, contents.objectives, contents.as_at)


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

"""The status of a quarter: what papers are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from edi_tui.domain.board_seats import Coverage, cover
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import EdiError
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import DeliveryRow, SponsorshipRow
from edi_tui.domain.sponsorship import seated
from edi_tui.domain.words import Status
from edi_tui.services.lists import Contents, contents
from edi_tui.services.register import Register

if TYPE_CHECKING:
    from edi_tui.domain.coverage import BoardCoverage
    from edi_tui.domain.drift import Drift
    from edi_tui.domain.rules.view import View

__all__ = ["Coverage", "StatusReport", "by_urgency", "coverage_of", "status_report"]


# No slots, so that what takes time is worked out once and kept.
@dataclass(frozen=True)
class StatusReport:
    """The register as it stood at a quarter's end, or today where the quarter is running."""

    quarter: Quarter
    as_at: date
    now: Contents
    before: Contents
    """The register as at the end of the quarter before."""
    read: Callable[[], View] = field(repr=False, compare=False)
    """Reads what rules look at; appraisals are confidential, so the report does not keep them."""

    @property
    def coverage(self) -> Coverage:
        """Which seats have an objective at the date of the report."""
        return coverage_of(self.now)

    @property
    def board(self) -> BoardCoverage:
        """Each seat against what is asked of its holder, at the date of the report."""
        return self._judged[0]

    @property
    def drift(self) -> Mapping[str, Drift]:
        """What has moved in each objective since it was agreed, by reference."""
        return self._judged[1]

    @cached_property
    def _judged(self) -> tuple[BoardCoverage, Mapping[str, Drift]]:
        # Rules take time to load and to judge, and most of what asks for a report needs none.
        from edi_tui.services.coverage import coverage_in

        view = self.read()
        return coverage_in(view), view.drift

    @property
    def exceptions(self) -> list[DeliveryRow]:
        """Objectives, then actions, that need attention, the longest overdue first."""
        rows = [*by_urgency(self.now.objectives), *by_urgency(self.now.actions)]
        return [row for row in rows if row.computed.exceptional]

    @property
    def running(self) -> list[SponsorshipRow]:
        """The sponsorships that run at the date of the report."""
        members = {row.ref: row for row in self.now.members}
        return [
            row
            for row in self.now.sponsorships
            if seated(row, members, self.as_at).current(self.as_at)
        ]

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
    if quarter and quarter.start > register.today:
        raise EdiError(
            f"{quarter} has not begun: it starts on {format_date(quarter.start)}. Choose "
            f"{Quarter.containing(register.today)} or an earlier quarter."
        )
    day = as_at or min(chosen.end, max(register.today, chosen.start))
    now = contents(register, as_at=day)
    before = contents(register, as_at=chosen.previous.end)
    return StatusReport(chosen, day, now, before, lambda: _view(register, now))


def _view(register: Register, now: Contents) -> View:
    from edi_tui.services.views import view_around

    return view_around(register, now)


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

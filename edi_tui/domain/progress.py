"""How something really stands, worked out from its dates beside what was declared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from edi_tui.domain.due import format_date
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.words import Status


@dataclass(frozen=True, slots=True)
class Declared:
    """What was declared of an objective or action, and its dates."""

    status: Status
    due_on: date | None = None
    forecast_on: date | None = None
    updated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Computed:
    """How it stands as at a date, and why where that differs from the declared status."""

    status: Status
    reason: str = ""
    overdue_days: int = 0
    """Days from the due date to the date of the report; 0 where it is not overdue."""
    late_days: int = 0
    """Days from the due date to the forecast; 0 where it is not later."""
    stale: bool = False
    """Whether nobody has said anything since before the last whole quarter."""

    @property
    def exceptional(self) -> bool:
        """Whether a paper should put it first."""
        troubled = (Status.OFF_TRACK, Status.AT_RISK, Status.CLOSED_NOT_MET, Status.NO_UPDATE)
        return self.status in troubled or self.stale


_ROSIEST = (Status.ON_TRACK, Status.NOT_STARTED)


def computed(declared: Declared, *, as_at: date) -> Computed:
    """Work out how something stands as at the date of a report.

    Days are counted to the date of the report, so that a report can be rebuilt. Overdue comes
    before a late forecast, a late forecast before silence; a closed record is none of them.

    Args:
        declared: What was declared, and the dates.
        as_at: The date of the report.
    """
    if declared.status.closed:
        return Computed(declared.status)
    overdue = _days(declared.due_on, as_at)
    late = _days(declared.due_on, declared.forecast_on)
    stale = is_stale(declared.updated_on, as_at)
    if overdue:
        reason = f"overdue by {_in_days(overdue)} as at {format_date(as_at)}"
        return Computed(Status.OFF_TRACK, reason, overdue, late, stale)
    if late and declared.forecast_on:
        reason = f"forecast {format_date(declared.forecast_on)}, {_in_days(late)} after it is due"
        worse = Status.OFF_TRACK if declared.status is Status.OFF_TRACK else Status.AT_RISK
        return Computed(worse, reason, 0, late, stale)
    if stale and declared.status in _ROSIEST:
        return Computed(Status.NO_UPDATE, _silence(declared.updated_on), 0, late, stale)
    return Computed(declared.status, _silence(declared.updated_on) if stale else "", 0, late, stale)


def is_stale(updated_on: date | None, as_at: date) -> bool:
    """Tell whether the last word was before the quarter that came before this one."""
    return updated_on is None or updated_on < Quarter.containing(as_at).previous.start


def _silence(updated_on: date | None) -> str:
    return f"no update since {format_date(updated_on)}" if updated_on else "never updated"


def _days(due: date | None, other: date | None) -> int:
    return max((other - due).days, 0) if due and other else 0


def _in_days(days: int) -> str:
    return "1 day" if days == 1 else f"{days:,} days"

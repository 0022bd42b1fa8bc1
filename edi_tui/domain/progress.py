"""How something really stands, worked out from the facts beside what was declared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from edi_tui.domain.due import format_date
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.words import Status

VERSION = 1
"""Counted up when the same facts would come to another status."""
DONE = (Status.COMPLETE, Status.EMBEDDED)
"""What is declared of something that has been achieved."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What was declared of an objective or action, and the facts beside it."""

    status: Status
    due_on: date | None = None
    forecast_on: date | None = None
    updated_on: date | None = None
    behind: str = ""
    """How the latest reading is behind the path to target; empty where it is not."""
    expired_on: date | None = None
    """The day until which the last of its evidence was good; None while any is good."""


@dataclass(frozen=True, slots=True)
class Computed:
    """How it stands as at a date, and why where that differs from the declared status."""

    status: Status
    reason: str = ""
    """The first of the reasons."""
    overdue_days: int = 0
    """Days from the due date to the date of the report; 0 where it is not overdue."""
    late_days: int = 0
    """Days from the due date to the forecast; 0 where it is not later."""
    stale: bool = False
    """Whether nobody has said anything since before the last whole quarter."""
    reasons: tuple[str, ...] = ()
    """Everything that speaks against the declared status, the gravest first."""

    @property
    def exceptional(self) -> bool:
        """Whether a paper should put it first."""
        troubled = (Status.OFF_TRACK, Status.AT_RISK, Status.CLOSED_NOT_MET, Status.NO_UPDATE)
        return self.status in troubled or self.stale

    def watermelon(self, declared: Status) -> bool:
        """Tell whether a declared status is rosier than the facts: green outside, red inside.

        Silence and what is closed are no claim about progress, so they are never rosier; nor
        are not started and on hold beside at risk.
        """
        says, stands = ROSINESS.get(declared), ROSINESS.get(self.status)
        return says is not None and stands is not None and says > stands


_ROSIEST = (Status.ON_TRACK, Status.NOT_STARTED)
ROSINESS = {
    Status.ON_TRACK: 2,
    Status.NOT_STARTED: 1,
    Status.ON_HOLD: 1,
    Status.AT_RISK: 1,
    Status.OFF_TRACK: 0,
}
"""How rosy each status is that makes a claim about progress, the rosiest highest."""


def computed(declared: Declared, *, as_at: date) -> Computed:
    """Work out how something stands as at the date of a report.

    Days are counted to the date of the report, so that a report can be rebuilt. The reasons come
    in this order: overdue, a late forecast, behind the path to target, only expired evidence,
    silence; the first one decides the status. What is closed stays closed, whatever the facts:
    the rules speak of what was closed without evidence or below its target.

    Args:
        declared: What was declared, and the facts.
        as_at: The date of the report.
    """
    if declared.status.closed:
        return Computed(declared.status)
    found = _found(declared, as_at)
    return Computed(
        next(iter(found.values()), declared.status),
        next(iter(found), ""),
        _days(declared.due_on, as_at),
        _days(declared.due_on, declared.forecast_on),
        is_stale(declared.updated_on, as_at),
        tuple(found),
    )


def is_stale(updated_on: date | None, as_at: date) -> bool:
    """Tell whether the last word was before the quarter that came before this one."""
    return updated_on is None or updated_on < fresh_from(as_at)


# Every record of a list is judged at the same day.
@lru_cache(maxsize=64)
def fresh_from(as_at: date) -> date:
    """Return the first day of the quarter that came before this one; older words are stale."""
    return Quarter.containing(as_at).previous.start


def _found(declared: Declared, as_at: date) -> dict[str, Status]:
    """Return the reasons in their order, each with the status that it alone would make."""
    status = declared.status
    found: dict[str, Status] = {}
    at_risk = Status.OFF_TRACK if status is Status.OFF_TRACK else Status.AT_RISK
    if overdue := _days(declared.due_on, as_at):
        reason = f"overdue by {in_days(overdue)} as at {format_date(as_at)}"
        found[reason] = Status.OFF_TRACK
    late = _days(declared.due_on, declared.forecast_on)
    if late and declared.forecast_on:
        reason = f"forecast {format_date(declared.forecast_on)}, {in_days(late)} after it is due"
        found[reason] = at_risk
    if declared.behind:
        found[declared.behind] = at_risk
    if declared.expired_on and status is Status.ON_TRACK:
        found[f"no evidence is good after {format_date(declared.expired_on)}"] = at_risk
    if is_stale(declared.updated_on, as_at):
        silent = Status.NO_UPDATE if status in _ROSIEST else status
        found[_silence(declared.updated_on)] = silent
    return found


def _silence(updated_on: date | None) -> str:
    return f"no update since {format_date(updated_on)}" if updated_on else "never updated"


def _days(due: date | None, other: date | None) -> int:
    return max((other - due).days, 0) if due and other else 0


def in_days(days: int) -> str:
    """Return a number of days as people read it: `1 day`, `1,096 days`."""
    return "1 day" if days == 1 else f"{days:,} days"

"""What recruitment a goal for a group's share of posts would need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

from dateutil.relativedelta import relativedelta

from edi_tui.domain.due import format_date
from edi_tui.domain.goals import Goal
from edi_tui.domain.units import Unit, percent_words, rounded, with_unit

__all__ = ["Goal", "Trajectory", "share_needed", "trajectory", "whatif", "years_between"]

_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Trajectory:
    """What a goal needs: shares from 0 to 1, people where the number of posts is known."""

    goal: Goal
    years: Decimal
    """From the start to the date of the goal, whole years and part; 0 where it is past."""
    share_needed: Decimal | None
    """Share of appointments that the group needs, at least 0; above 1 it cannot be met.

    None where no appointments are expected before the date of the goal.
    """
    met: bool
    """Whether the share now is the goal or more."""
    reachable: bool
    verdict: str
    """What it comes to, in a sentence."""
    gap: int | None = None
    """Posts that the group is short of."""
    appointments_per_year: Decimal | None = None
    """Appointments expected, from any group."""
    needed: int | None = None
    """Appointments from the group, until the date of the goal."""
    needed_per_year: Decimal | None = None
    """Appointments from the group in a year."""
    assumptions: tuple[str, ...] = ()

    @property
    def appointments_per_quarter(self) -> Decimal | None:
        """Appointments expected in a quarter, from any group."""
        return _quarter(self.appointments_per_year)

    @property
    def needed_per_quarter(self) -> Decimal | None:
        """Appointments from the group in a quarter."""
        return _quarter(self.needed_per_year)


def share_needed(now: Decimal, goal: Decimal, turnover: Decimal, years: Decimal) -> Decimal | None:
    """Return the share of appointments that moves a share of posts to a goal.

    (goal - now * (1 - turnover)^years) / (1 - (1 - turnover)^years): those who leave a constant
    number of posts take the group's share with them, those appointed bring theirs. Above 1 the
    goal cannot be met; below 0 it is met even if nobody from the group is appointed. None where
    no appointments are expected. All shares from 0 to 1.
    """
    if years <= 0:
        return None
    stay = (1 - turnover) ** years
    return None if stay == 1 else (goal - now * stay) / (1 - stay)


def years_between(start: date, end: date) -> Decimal:
    """Return the whole years between two dates and the part of the year begun; 0 if reversed."""
    end = max(start, end)
    whole = relativedelta(end, start).years
    begun, over = (start + relativedelta(years=whole + more) for more in (0, 1))
    return whole + Decimal((end - begun).days) / (over - begun).days


def trajectory(goal: Goal) -> Trajectory:
    """Work out what recruitment a goal needs, and whether recruitment can meet it.

    The headcount gap is goal * posts - held, rounded up; appointments are posts * turnover.
    """
    years = years_between(goal.start, goal.by)
    needed = share_needed(goal.now, goal.share_goal, goal.turnover_per_year, years)
    share = None if needed is None else max(needed, Decimal(0))
    met = goal.now >= goal.share_goal
    found = Trajectory(
        goal,
        years,
        share,
        met=met,
        reachable=met or (share is not None and share <= 1),
        verdict=_verdict(goal, share, met=met),
        assumptions=_assumptions(goal),
    )
    return found if goal.posts is None else _in_people(found, goal.posts)


def whatif(
    goal: Goal, turnovers: Sequence[Decimal], dates: Sequence[date]
) -> tuple[tuple[Trajectory, ...], ...]:
    """Return the trajectory at each turnover, a row, by each date, a column."""
    return tuple(
        tuple(trajectory(replace(goal, turnover_per_year=turnover, by=by)) for by in dates)
        for turnover in turnovers
    )


def _in_people(found: Trajectory, posts: Decimal | int) -> Trajectory:
    goal = found.goal
    held = goal.now * posts if goal.held is None else goal.held
    share = found.share_needed
    hired = posts * goal.turnover_per_year
    return replace(
        found,
        gap=max(_up(goal.share_goal * posts - held), 0),
        appointments_per_year=hired,
        needed=None if share is None else _up(share * hired * found.years),
        needed_per_year=None if share is None else share * hired,
    )


def _verdict(goal: Goal, share: Decimal | None, *, met: bool) -> str:
    by, turnover = format_date(goal.by), percent_words(goal.turnover_per_year)
    if met:
        return _kept(share, by)
    if goal.by <= goal.start:
        return f"No time is left: the goal was due by {by}."
    if share is None:
        return "No appointments are expected at a turnover of 0%, so the goal cannot be met."
    if share > 1:
        return (
            f"The goal cannot be met by recruitment at this turnover: at {turnover} a year, even "
            f"if every appointment until {by} were from the group, it would fall short."
        )
    return f"{percent_words(share)} of appointments until {by} have to be from the group."


def _kept(share: Decimal | None, by: str) -> str:
    if share is None:
        return "The goal is met already."
    kept = f"{percent_words(share)} of appointments until {by} keep it met"
    return f"The goal is met already; {kept}."


def _assumptions(goal: Goal) -> tuple[str, ...]:
    turnover = percent_words(goal.turnover_per_year)
    certain = (
        f"{turnover} of the posts fall free each year, the same for every group.",
        "The number of posts stays the same, and every free post is filled.",
        "Appointments are spread evenly over the time left.",
    )
    if goal.posts is None:
        return certain
    points = with_unit(rounded(Decimal(100) / goal.posts, 1), Unit.POINTS)
    return (*certain, f"One appointment moves the share by {points}.")


def _up(people: Decimal) -> int:
    """Return whole people; what division leaves in the last digits is no person."""
    return int(rounded(people, 9).to_integral_value(ROUND_CEILING))


def _quarter(people: Decimal | None) -> Decimal | None:
    return None if people is None else people / _QUARTERS

"""What recruitment a representation goal needs, as figures for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from edi_tui.domain.due import format_date
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.goals import Goal
from edi_tui.domain.rows import MeasureRow
from edi_tui.domain.trajectory import Trajectory
from edi_tui.domain.units import Unit, percent_words, read_unit, rounded


def has_goal(row: MeasureRow) -> bool:
    """Tell whether a measure is a share of posts of which the turnover may be asked."""
    counted = row.posts is not None or row.turnover is not None
    return counted and read_unit(row.unit) is Unit.PERCENT


def goal_of(row: MeasureRow, turnover: Decimal | None, by: date | None, start: date) -> Goal:
    """Return the goal of a measure at a turnover, in per cent a year, and a date.

    Raises:
        InvalidError: Something is missing, or the numbers contradict each other.
    """
    now = row.baseline if row.latest is None else row.latest
    given = {"now": now, "target": row.target, "turnover": turnover, "by": by}
    problems = {name: _NEEDED[name] for name, value in given.items() if value is None}
    if problems or now is None or row.target is None or turnover is None or by is None:
        raise InvalidError(problems)
    return Goal(
        share_now=now / 100,
        share_goal=row.target / 100,
        turnover_per_year=turnover / 100,
        posts=row.posts,
        start=start,
        by=by,
    )


_NEEDED = {
    "now": "The measure has no baseline and no reading yet; press u on it to enter one.",
    "target": "The measure has no target yet; press e on it to give one.",
    "turnover": "Give the share of the posts that fall free in a year in %, such as 12.",
    "by": "Give the date by which the goal is to be met, such as 31 March 2029.",
}


def figures(found: Trajectory, row: MeasureRow) -> Iterator[tuple[str, str]]:
    """Yield label and words of each figure."""
    goal = found.goal
    left = f", in {rounded(found.years, 1)} years" if found.years else ""
    yield "Share now", percent_words(goal.now)
    yield "Goal", f"{percent_words(goal.share_goal)} by {format_date(goal.by)}{left}"
    if goal.posts is not None:
        posts = "post" if found.gap == 1 else "posts"
        yield "Short of the goal by", f"{found.gap:,} {posts} of {Decimal(goal.posts):,f}"
    if found.appointments_per_year is not None:
        each = _paced(found.appointments_per_year, found.appointments_per_quarter)
        yield "Appointments expected", each
    if found.share_needed is not None:
        yield "From the group", f"{percent_words(found.share_needed)} of appointments"
    if found.needed_per_year is not None:
        each = _paced(found.needed_per_year, found.needed_per_quarter)
        yield "", f"{each}; {found.needed:,} in all"
    if row.hires is not None:
        yield "So far", f"{percent_words(row.hires / 100)} of appointments"


def _paced(year: Decimal | None, quarter: Decimal | None) -> str:
    if year is None or quarter is None:
        return ""
    return f"{rounded(year, 1):,} a year, {rounded(quarter, 1):,} a quarter"

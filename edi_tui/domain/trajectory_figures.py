"""What recruitment a goal needs, as labels and words for people."""

from __future__ import annotations

from decimal import Decimal

from edi_tui.domain.due import format_date
from edi_tui.domain.trajectory import Trajectory
from edi_tui.domain.units import percent_words, rounded

Labelled = list[tuple[str, str]]
"""Labels with the words beside them."""


def figures(found: Trajectory, hires: Decimal | None) -> Labelled:
    """Return every figure of a trajectory with its label.

    Args:
        found: The trajectory.
        hires: The group's share of appointments so far, in %, where it is known.
    """
    return [*_goal(found), *_people(found), *_so_far(hires)]


def share_words(found: Trajectory) -> str:
    """Return the share of appointments that is needed, in words."""
    share = found.share_needed
    if not found.reachable:
        return "cannot be met"
    return "met already" if share is None else percent_words(share)


def _goal(found: Trajectory) -> Labelled:
    goal = found.goal
    left = f", in {rounded(found.years, 1)} years" if found.years else ""
    return [
        ("Counted from", format_date(goal.start)),
        ("Share now", percent_words(goal.now)),
        ("Goal", f"{percent_words(goal.share_goal)} by {format_date(goal.by)}{left}"),
        ("Turnover", f"{percent_words(goal.turnover_per_year)} a year"),
        ("Share of appointments needed", share_words(found)),
    ]


def _people(found: Trajectory) -> Labelled:
    if found.goal.posts is None:
        return []
    expected = _paced(found.appointments_per_year, found.appointments_per_quarter)
    needed = _paced(found.needed_per_year, found.needed_per_quarter)
    return [
        ("Posts", f"{Decimal(found.goal.posts):,f}"),
        ("Short of the goal by", f"{found.gap:,} {'post' if found.gap == 1 else 'posts'}"),
        ("Appointments expected", expected),
        *([("Of these from the group", f"{needed}, {found.needed:,} in all")] if needed else []),
    ]


def _so_far(hires: Decimal | None) -> Labelled:
    return [] if hires is None else [("Share of appointments so far", percent_words(hires / 100))]


def _paced(year: Decimal | None, quarter: Decimal | None) -> str:
    if year is None or quarter is None:
        return ""
    return f"{rounded(year, 1):,} a year, {rounded(quarter, 1):,} a quarter"

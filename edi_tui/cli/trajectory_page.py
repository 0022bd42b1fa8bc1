"""A trajectory, printed for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from edi_tui.cli.output import say, say_fields, say_prose, say_table
from edi_tui.domain.due import format_date
from edi_tui.domain.rows import MeasureRow
from edi_tui.domain.trajectory import Trajectory
from edi_tui.domain.trajectory_figures import figures, share_words
from edi_tui.domain.units import percent_words, rounded

Table = Sequence[Sequence[Trajectory]]
"""Trajectories by turnover, a row, and date, a column."""


def say_trajectory(found: Trajectory, compared: Table, measure: MeasureRow | None) -> None:
    """Print what a goal needs, then the comparisons and the assumptions."""
    fields = figures(found, measure.hires if measure else None)
    said = [("Measure", f"{measure.ref}  {measure.name}")] if measure else []
    say_fields([*said, *fields])
    say("")
    say_prose(found.verdict, indent=0)
    _say_compared(compared)
    say("\nThis assumes:")
    for assumption in found.assumptions:
        say_prose(f"- {assumption}", indent=2)


def trajectory_plain(
    found: Trajectory, compared: Table, measure: MeasureRow | None
) -> dict[str, Any]:
    """Return a trajectory as JSON values, shares in per cent."""
    goal = found.goal
    return {
        "kind": "trajectory",
        "measure": measure.ref if measure else None,
        "start": goal.start.isoformat(),
        "now": _percent(goal.now),
        "goal": _percent(goal.share_goal),
        "posts": _number(goal.posts),
        "held": _number(goal.held),
        "hires": _number(measure.hires) if measure else None,
        "years": _number(found.years),
        **_needed_plain(found),
        "met": found.met,
        "gap": found.gap,
        "appointments_per_year": _number(found.appointments_per_year),
        "appointments_per_quarter": _number(found.appointments_per_quarter),
        "needed": found.needed,
        "needed_per_year": _number(found.needed_per_year),
        "needed_per_quarter": _number(found.needed_per_quarter),
        "what_if": [_needed_plain(cell) for row in compared for cell in row],
        "assumptions": list(found.assumptions),
    }


def _needed_plain(found: Trajectory) -> dict[str, Any]:
    return {
        "by": found.goal.by.isoformat(),
        "turnover": _percent(found.goal.turnover_per_year),
        "share_needed": _percent(found.share_needed),
        "reachable": found.reachable,
        "verdict": found.verdict,
    }


def _say_compared(compared: Table) -> None:
    if not compared:
        return
    say("\nShare of appointments needed at other turnovers and dates:")
    headings = ["Turnover", *(format_date(cell.goal.by) for cell in compared[0])]
    lines = [
        [percent_words(row[0].goal.turnover_per_year), *map(share_words, row)] for row in compared
    ]
    say_table(headings, lines, right=[True] * len(headings))


def _percent(share: Decimal | None) -> int | float | None:
    return None if share is None else _number(share * 100)


def _number(value: Decimal | int | None) -> int | float | None:
    """Return a number for JSON, to four decimals."""
    if value is None or value == int(value):
        return None if value is None else int(value)
    return float(rounded(Decimal(value), 4))

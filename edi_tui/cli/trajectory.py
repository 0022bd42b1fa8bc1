"""The command that works out what recruitment a representation goal needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.lists import Json
from edi_tui.cli.output import say_json
from edi_tui.cli.settings import clock, opened, options_of
from edi_tui.domain.errors import InvalidError

if TYPE_CHECKING:
    from edi_tui.cli.goal_terms import Typed
    from edi_tui.domain.goals import Goal
    from edi_tui.domain.trajectory import Trajectory


def trajectory(
    context: typer.Context,
    measure: Annotated[
        str, typer.Argument(metavar="REF", help="A measure of a share of posts, such as MEA-004.")
    ] = "",
    now: Annotated[str, typer.Option(help="The group's share of the posts now, in %.")] = "",
    goal: Annotated[str, typer.Option(help="The share to be reached, in %.")] = "",
    turnover: Annotated[str, typer.Option(help="Posts that fall free in a year, in %.")] = "",
    posts: Annotated[str, typer.Option(help="How many posts there are.")] = "",
    held: Annotated[str, typer.Option(help="How many of them the group holds.")] = "",
    by: Annotated[str, typer.Option(metavar="DATE", help="When the goal is to be met.")] = "",
    what_if_turnover: Annotated[
        str, typer.Option(metavar="%; %", help="Turnovers to compare, such as 8; 10; 14.")
    ] = "",
    what_if_by: Annotated[
        str, typer.Option(metavar="DATE; DATE", help="Dates to compare: 31 Mar 2028; 31 Mar 2030.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Work out what recruitment a representation goal needs, and whether that can be.

    The goal comes from a measure, from options or from both; an option goes before the measure.
    """
    from edi_tui.cli.goal_terms import measure_named, measure_terms, read_typed
    from edi_tui.cli.trajectory_page import say_trajectory, trajectory_plain
    from edi_tui.domain.trajectory import trajectory as worked_out

    words = {"now": now, "goal": goal, "turnover": turnover, "posts": posts, "held": held}
    others = {"by": by, "what_if_turnover": what_if_turnover, "what_if_by": what_if_by}
    register = opened(options_of(context)) if measure else None
    today = register.today if register else clock()().astimezone().date()
    typed = read_typed(words | others, today)
    row = measure_named(register, measure) if register else None
    base = measure_terms(register, row) if register and row else None
    aim = (typed.terms.over(base) if base else typed.terms).to_goal(today)
    found, compared = worked_out(aim), _compared(aim, typed)
    if as_json:
        say_json(trajectory_plain(found, compared, row))
    else:
        say_trajectory(found, compared, row)


def _compared(goal: Goal, typed: Typed) -> tuple[tuple[Trajectory, ...], ...]:
    """Return the table of what would be needed otherwise; empty where none was asked for."""
    from edi_tui.domain.trajectory import whatif

    if not typed.turnovers and not typed.dates:
        return ()
    turnovers = [turnover / 100 for turnover in typed.turnovers] or [goal.turnover_per_year]
    try:
        return whatif(goal, turnovers, typed.dates or [goal.by])
    except InvalidError as error:
        raise InvalidError({"what_if_turnover": str(error)}) from error

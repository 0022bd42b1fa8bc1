"""Rules that speak of objectives while they run."""

from __future__ import annotations

from collections.abc import Callable

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.rule import Judge, Rule


def objective_rule(name: str) -> Callable[[Judge[ObjectiveRow]], Rule[ObjectiveRow]]:
    """Make a rule of a function that looks at an objective nobody has closed.

    Args:
        name: The stable id, such as `S2`.
    """

    def made(judge: Judge[ObjectiveRow]) -> Rule[ObjectiveRow]:
        return Rule(name, Kind.OBJECTIVE, judge, _runs)

    return made


def _runs(row: ObjectiveRow) -> bool:
    return not row.status.closed

"""Rules that speak of objectives while they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.rule import Judge, Remark, Rule
from edi_tui.domain.rules.view import View


def objective_rule(name: str) -> Callable[[Judge[ObjectiveRow]], Rule[ObjectiveRow]]:
    """Make a rule of a function that looks at an objective nobody has closed.

    Args:
        name: The stable id, such as `S2`.
    """

    def made(judge: Judge[ObjectiveRow]) -> Rule[ObjectiveRow]:
        def while_running(row: ObjectiveRow, view: View) -> Iterable[Remark]:
            return () if row.status.closed else judge(row, view)

        return Rule(name, Kind.OBJECTIVE, while_running)

    return made

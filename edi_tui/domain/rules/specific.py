"""Specific: one owner, a concrete verb, a named population, one change at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.rule import Remark, Rule, rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.words import Scope


@rule("S1", Kind.OBJECTIVE)
def one_owner(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for exactly one accountable owner who is on the board or executive team that day."""
    if row.scope is Scope.COLLECTIVE:
        yield Remark("whole-board")
    elif not row.owner_ref:
        yield Remark("nobody", row.owner)
    else:
        yield Remark("one", row.owner)


RULES: tuple[Rule[Any], ...] = (one_owner,)

"""What will be true when an objective is complete, and what will prove it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View


@objective_rule("D1")
def defined(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for the definition of done and the kinds of proof, before anyone is held to it."""
    if not row.done:
        yield Remark("no-done")
    if not row.proof:
        yield Remark("no-proof", field="proof")


RULES: tuple[Rule[Any], ...] = (defined,)

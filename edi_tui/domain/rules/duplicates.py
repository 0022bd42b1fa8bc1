"""Objectives in the same words for different owners."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View

_SHOWN = 3
"""Others that are named; the rest are counted."""


@objective_rule("H2")
def copied(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Warn where other owners have an objective in the same words, case and stops aside."""
    same = view.same_title.get(row.ref, ())
    others = sorted(
        (each.ref for each in same if each.owner_ref != row.owner_ref),
        key=lambda ref: (len(ref), ref),
    )
    if others:
        more = len(others) - _SHOWN
        named = ", ".join(others[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
        yield Remark("copied", row.title, {"others": named})


RULES: tuple[Rule[Any], ...] = (copied,)

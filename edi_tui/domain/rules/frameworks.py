"""Frameworks: whether objectives serve the high impact actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import FrameworkRow
from edi_tui.domain.rules.rule import Remark, Rule, rule
from edi_tui.domain.rules.view import View


@rule("F1", Kind.FRAMEWORK_ITEM)
def served(row: FrameworkRow, view: View) -> Iterator[Remark]:
    """Ask for an objective for each high impact action in force."""
    if row.ref in view.unserved:
        yield Remark("unserved", row.code, {"title": row.title})


RULES: tuple[Rule[Any], ...] = (served,)

"""What the rules say of a view, as people read it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from edi_tui.domain.findings import Finding
from edi_tui.domain.progress import Declared, computed
from edi_tui.domain.rows import DeliveryRow
from edi_tui.domain.rules.judge import judge
from edi_tui.domain.rules.registry import RULES
from edi_tui.domain.rules.view import View
from edi_tui.reference.rule_texts import rule_texts
from tests.domain.rules.rows import AS_AT

R = TypeVar("R", bound=DeliveryRow)


def found(rule: str, seen: View) -> list[Finding]:
    """Return what one rule has to say of a view."""
    return judge(seen, [each for each in RULES if each.id == rule], rule_texts())


def levels(rule: str, seen: View) -> list[tuple[str, str]]:
    """Return the record and the level of each finding of a rule."""
    return [(finding.ref, finding.level.value) for finding in found(rule, seen)]


def stood(row: R) -> R:
    """Return a row with what its own words and dates compute to."""
    told = Declared(row.status, row.due_on, row.forecast_on, row.updated_on)
    return replace(row, computed=computed(told, as_at=AS_AT))

"""How the board is covered: each seat against what is asked of its holder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from edi_tui.domain.coverage import BoardCoverage, Passes, board_coverage
from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.judge import judge
from edi_tui.domain.rules.registry import RULES
from edi_tui.domain.rules.rule import Rule
from edi_tui.domain.rules.smart import Criterion
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.rules.view import View
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.judgement import smart_of
from edi_tui.services.register import Register
from edi_tui.services.views import view_of

Criteria = Callable[[ObjectiveRow, View], Sequence[Criterion]]


def coverage(register: Register, *, as_at: date | None = None) -> BoardCoverage:
    """Return how the board is covered.

    Args:
        register: The register.
        as_at: The day; today without it.
    """
    return coverage_in(view_of(register, as_at=as_at))


def coverage_in(view: View, criteria: Criteria = smart_of) -> BoardCoverage:
    """Return how the board is covered, in what is known of a register.

    Args:
        view: The register at a day.
        criteria: What gives the SMART criteria of an objective; they may be known already.
    """
    return board_coverage(view, _passes(view, criteria))


def _passes(view: View, criteria: Criteria) -> Passes:
    """Return what tells whether an objective is SMART; a waived rule counts for nothing."""
    waived = {(row.subject, row.rule.upper()) for row in view.waivers}
    found = judge(view, [rule for rule in RULES if _may_fail(rule)], rule_texts())
    failed = {finding.ref for finding in found if finding.level is FindingLevel.FAIL}

    def passes(row: ObjectiveRow) -> bool:
        heard = (
            replace(
                criterion,
                rules=tuple(one for one in criterion.rules if (row.ref, one.rule) not in waived),
            )
            for criterion in criteria(row, view)
        )
        return row.ref not in failed and all(
            criterion.verdict is not Verdict.MISSING for criterion in heard
        )

    return passes


def _may_fail(rule: Rule[Any]) -> bool:
    """Tell whether a rule can fail an objective, so that no others need be asked."""
    said = rule_texts()[rule.id].says.values()
    return rule.of is Kind.OBJECTIVE and any(one.level is FindingLevel.FAIL for one in said)

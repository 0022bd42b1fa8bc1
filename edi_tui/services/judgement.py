"""What the rules say of a register, of one record, and of words that are being typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.rows import ObjectiveRow, Row
from edi_tui.domain.rules.judge import judge, judge_record
from edi_tui.domain.rules.registry import RULES
from edi_tui.domain.rules.smart import Criterion, smart
from edi_tui.domain.rules.view import View
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.desk import open_findings
from edi_tui.services.draft_row import row_of_draft
from edi_tui.services.evidence import check as files_checked
from edi_tui.services.register import Register
from edi_tui.services.uncollected import uncollected
from edi_tui.services.views import view_of


@dataclass(frozen=True, slots=True)
class Checked:
    """Every finding of a register as at a day, most serious first."""

    as_at: date
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> Mapping[FindingLevel, int]:
        """How many findings there are of each level."""
        counted = Counter(finding.level for finding in self.findings)
        return {level: counted[level] for level in FindingLevel}


def check(register: Register, *, as_at: date | None = None, files: bool = False) -> Checked:
    """Return what the rules, and the imports, have to say about a register.

    Args:
        register: The register.
        as_at: The day at which it is judged; today without it.
        files: Whether to look at the files of evidence too, all of each.
    """
    with uncollected():
        view = view_of(register, as_at=as_at)
        if files:
            states = {item.row.ref: item.state for item in files_checked(register)}
            view = replace(view, files=states)
        return checked(register, view)


def checked(register: Register, view: View) -> Checked:
    """Return what the rules, and the imports, have to say about a register read already."""
    with uncollected():
        found = judge(view, RULES, rule_texts(), open_findings(register))
    return Checked(view.as_at, tuple(found))


def smart_of(row: ObjectiveRow, view: View) -> tuple[Criterion, ...]:
    """Return the SMART verdicts of an objective."""
    return smart(row, view, RULES, rule_texts())


def smart_of_draft(draft: ObjectiveDraft, view: View, ref: str = "") -> tuple[Criterion, ...]:
    """Return the SMART verdicts of an objective as it is being typed.

    Args:
        draft: What was typed so far.
        view: The register, read once.
        ref: The objective that is being changed; empty for a new one.
    """
    return smart_of(row_of_draft(draft, view, ref), view)


def findings_of(row: Row, view: View) -> tuple[Finding, ...]:
    """Return what the rules have to say about one record, most serious first."""
    return tuple(judge_record(row, view, RULES, rule_texts()))

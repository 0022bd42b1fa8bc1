"""All findings of a register, in one order that does not depend on the order of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import Row, WaiverRow
from edi_tui.domain.rules.rule import Rule
from edi_tui.domain.rules.texts import RuleText
from edi_tui.domain.rules.view import View

_LEVELS = {level: place for place, level in enumerate(FindingLevel)}
_KINDS = {kind: place for place, kind in enumerate(Kind)}


def judge(view: View, rules: Sequence[Rule[Any]], texts: Mapping[str, RuleText]) -> list[Finding]:
    """Return what the rules have to say about the records of a view, most serious first."""
    waived = {(row.subject, row.rule.upper()): row for row in view.waivers}
    found = (
        _waived(finding, waived)
        for rule in rules
        for row in rows_of(view, rule.of)
        for finding in findings_on(row, view, rule, texts[rule.id])
    )
    return in_order(found)


def findings_on(row: Row, view: View, rule: Rule[Any], text: RuleText) -> Iterator[Finding]:
    """Return what one rule has to say about one record."""
    for remark in rule.judge(row, view):
        finding = text.finding(row.ref, remark)
        if finding is not None:
            yield finding


def rows_of(view: View, kind: Kind) -> Iterable[Row]:
    """Return the rows of a view that rules of a kind look at."""
    listed: Mapping[Kind, Iterable[Row]] = {
        Kind.OBJECTIVE: view.objectives.values(),
        Kind.ACTION: view.actions,
        Kind.MEASURE: view.measures,
        Kind.MEMBER: view.members.values(),
        Kind.NETWORK: view.networks.values(),
        Kind.SPONSORSHIP: view.sponsorships,
        Kind.EVIDENCE: view.evidence,
        Kind.CONCERN: view.concerns,
        Kind.CHALLENGE: view.challenges,
        Kind.FRAMEWORK_ITEM: view.frameworks,
    }
    return listed[kind]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by level, then by record, then by rule."""
    return sorted(findings, key=_place)


def _place(finding: Finding) -> tuple[int, int, int, str, str, str, str]:
    kind, number = read_ref(finding.ref) or (Kind.ORGANISATION, 0)
    return (
        _LEVELS[finding.level],
        _KINDS[kind],
        number,
        finding.rule,
        finding.column,
        finding.value,
        finding.message,
    )


def _waived(finding: Finding, waived: Mapping[tuple[str, str], WaiverRow]) -> Finding:
    """Return a finding as a note with the reason, where its rule was set aside for the record."""
    waiver = waived.get((finding.ref, finding.rule.upper()))
    if waiver is None:
        return finding
    return replace(finding, level=FindingLevel.NOTE, waived=waiver.reason)

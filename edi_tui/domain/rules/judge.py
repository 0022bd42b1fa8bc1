"""All findings of a register, in one order that does not depend on the order of its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import Row, WaiverRow
from edi_tui.domain.rules.rule import Rule
from edi_tui.domain.rules.texts import RuleText
from edi_tui.domain.rules.view import View

_BY_RULE = attrgetter("rule", "column", "value", "message")
_KINDS = {kind: place for place, kind in enumerate(Kind)}


def judge(
    view: View,
    rules: Sequence[Rule[Any]],
    texts: Mapping[str, RuleText],
    also: Iterable[Finding] = (),
) -> list[Finding]:
    """Return what the rules have to say about the records of a view, most serious first.

    Args:
        view: The register at a day.
        rules: The rules that may speak.
        texts: Their texts, by id.
        also: Findings from elsewhere, put in their places among the others.
    """
    asked = zip(rules, _rows(view, rules), strict=True)
    return in_order(chain(_said(asked, view, texts), also))


def judge_record(
    row: Row, view: View, rules: Sequence[Rule[Any]], texts: Mapping[str, RuleText]
) -> list[Finding]:
    """Return what the rules have to say about one record of a view, most serious first."""
    asked = ((rule, (row,)) for rule in rules if rule.looks_at(row))
    return in_order(_said(asked, view, texts))


def _said(
    asked: Iterable[tuple[Rule[Any], Iterable[Row]]], view: View, texts: Mapping[str, RuleText]
) -> Iterator[Finding]:
    """Yield what each rule has to say about the rows that it is asked of."""
    waived = {(row.subject, row.rule.upper()): row for row in view.waivers}
    for rule, rows in asked:
        text = texts[rule.id]
        told, look, finding = text.told, rule.judge, text.finding
        found = [
            finding(row.ref, remark)
            for row in rows
            for remark in look(row, view)
            if remark.says in told
        ]
        yield from (_waived(each, waived) for each in found) if waived else found


def _rows(view: View, rules: Sequence[Rule[Any]]) -> Iterator[Iterable[Row]]:
    """Yield the rows that each rule looks at; those of the same choice are chosen once."""
    kept: dict[object, Iterable[Row]] = {}
    for rule in rules:
        choice = rule.of, rule.among
        if choice not in kept:
            rows = rows_of(view, rule.of)
            kept[choice] = rows if rule.among is None else list(filter(rule.among, rows))
        yield kept[choice]


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
    # Few findings are of one record: to sort those among themselves costs half as much.
    records: defaultdict[tuple[int, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        records[_record(finding.ref)].append(finding)
    levels: dict[FindingLevel, list[Finding]] = {level: [] for level in FindingLevel}
    for place in sorted(records):
        for finding in sorted(records[place], key=_BY_RULE):
            levels[finding.level].append(finding)
    return list(chain.from_iterable(levels.values()))


@lru_cache(maxsize=65536)
def _record(ref: str) -> tuple[int, int]:
    """Return the place of a record among all; those without a reference come first."""
    kind, number = read_ref(ref) or (Kind.ORGANISATION, 0)
    return _KINDS[kind], number


def _waived(finding: Finding, waived: Mapping[tuple[str, str], WaiverRow]) -> Finding:
    """Return a finding as a note with the reason, where its rule was set aside for the record."""
    waiver = waived.get((finding.ref, finding.rule.upper()))
    if waiver is None:
        return finding
    return finding._replace(level=FindingLevel.NOTE, waived=waiver.reason)

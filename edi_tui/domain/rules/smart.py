"""The SMART verdicts of an objective, each with what decided it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.rule import Rule
from edi_tui.domain.rules.texts import RuleText, Verdict, told
from edi_tui.domain.rules.view import View

LETTERS = {
    "S": "Specific",
    "M": "Measurable",
    "A": "Achievable",
    "R": "Relevant",
    "T": "Time-based",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What one rule says of one criterion."""

    rule: str
    version: int
    verdict: Verdict
    value: str
    message: str
    fix: str
    leads: bool


@dataclass(frozen=True, slots=True)
class Criterion:
    """One letter of SMART."""

    letter: str
    rules: tuple[Judged, ...]

    @property
    def verdict(self) -> Verdict:
        """Missing where its leading rule says so, else weak where anything is not in order.

        Only positive judgements meet a criterion: where a leading rule could not assess one of
        its measures it is not assessed, so that achievability is never met by default.
        """
        leading = [found.verdict for found in self.rules if found.leads]
        if Verdict.MISSING in leading:
            return Verdict.MISSING
        if any(found.verdict in (Verdict.WEAK, Verdict.MISSING) for found in self.rules):
            return Verdict.WEAK
        met = bool(leading) and all(verdict is Verdict.MET for verdict in leading)
        return Verdict.MET if met else Verdict.NOT_ASSESSED


def in_words(criteria: Iterable[Criterion]) -> str:
    """Return the verdicts as people read them: `S missing, M met, A not assessed`."""
    return ", ".join(f"{each.letter} {each.verdict.label.lower()}" for each in criteria)


def smart(
    row: ObjectiveRow, view: View, rules: Sequence[Rule[Any]], texts: Mapping[str, RuleText]
) -> tuple[Criterion, ...]:
    """Return the five criteria of an objective, in the order of the letters."""
    found: dict[str, list[Judged]] = {letter: [] for letter in LETTERS}
    for letter, judged in _judged(row, view, rules, texts):
        found[letter].append(judged)
    return tuple(Criterion(letter, tuple(judged)) for letter, judged in found.items())


def _judged(
    row: ObjectiveRow, view: View, rules: Sequence[Rule[Any]], texts: Mapping[str, RuleText]
) -> Iterator[tuple[str, Judged]]:
    for rule in rules:
        text = texts[rule.id]
        if text.criterion and rule.looks_at(row):
            for remark in rule.judge(row, view):
                said = text.says[remark.says]
                if said.verdict is not None:
                    yield (
                        text.criterion,
                        Judged(
                            rule=rule.id,
                            version=text.version,
                            verdict=said.verdict,
                            value=remark.value,
                            message=told(said.message, remark),
                            fix=told(said.fix, remark),
                            leads=text.leads,
                        ),
                    )

"""Sides of a comparison, made of drafts and statuses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from edi_tui.domain.board_language import Sentence, sentences
from edi_tui.domain.drift import Drift
from edi_tui.domain.due import Due
from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import Kind
from edi_tui.domain.plain import Plain, to_plain
from edi_tui.domain.progress import Computed
from edi_tui.domain.quarter_side import Side
from edi_tui.domain.records import Draft, ObjectiveDraft
from edi_tui.domain.rules.smart import LETTERS
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.ways import STATUS
from edi_tui.domain.words import Precision, Status
from tests.domain.rules.rows import action, measure, objective

OBJECTIVE = ObjectiveDraft(title="Raise the share", owner="MEM-001")


@dataclass
class Facts:
    """What a side is made from; each test says what it needs."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    statuses: dict[str, Status] = field(default_factory=dict)
    declared: dict[str, Status] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()
    drift: dict[str, Drift] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    verdicts: dict[str, dict[str, Verdict]] = field(default_factory=dict)
    rules: dict[str, int] = field(default_factory=lambda: {STATUS: 1})
    frameworks: dict[str, str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    def side(self, name: str = "2026/27 Q1") -> Side:
        """Return the side."""
        return Side(
            name=name,
            as_at=date(2026, 9, 30),
            records={ref: self._record(ref, draft) for ref, draft in self.drafts.items()},
            deliveries={
                ref: self._row(ref)
                for ref in self.drafts
                if ref[:3] in ("OBJ", "ACT") and ref not in self.withdrawn
            },
            measures={
                ref: measure(ref=ref, unit="%")
                for ref in self.drafts
                if ref.startswith(Kind.MEASURE.prefix)
            },
            drift=self.drift,
            findings=self.findings,
            verdicts=self.verdicts,
            rules=self.rules,
            frameworks=self.frameworks,
            hidden=self.hidden,
        )

    def _record(self, ref: str, draft: Draft) -> Plain:
        gone = "Wrong" if ref in self.withdrawn else ""
        return {"version": 1, "withdrawn": gone, "says": to_plain(draft)}

    def _row(self, ref: str) -> Any:
        status = self.statuses.get(ref, Status.ON_TRACK)
        said = {"computed": Computed(status), "status": self.declared.get(ref, status)}
        return objective(ref=ref, **said) if ref.startswith("OBJ") else action(ref=ref, **said)


def said(before: Facts, after: Facts) -> list[str]:
    """Return what a board hears of two sides."""
    return [one.text for one in heard(before, after)]


def heard(before: Facts, after: Facts) -> list[Sentence]:
    """Return the sentences of two sides that judge alike."""
    return list(sentences(before.side(), after.side("2026/27 Q2"), LETTERS))


def due(draft: ObjectiveDraft, day: date | None) -> ObjectiveDraft:
    """Return an objective that is due on a day."""
    return replace(draft, due=Due(day, "", Precision.DAY if day else Precision.NONE))

"""What the rules say of a register, of one record, and of words that are being typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import AppraisalRow, ObjectiveRow
from edi_tui.domain.rules.judge import in_order, judge
from edi_tui.domain.rules.known import Known
from edi_tui.domain.rules.registry import RULES
from edi_tui.domain.rules.smart import Criterion, smart
from edi_tui.domain.rules.texts import RuleText
from edi_tui.domain.rules.view import View, grouped
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.batches import open_findings
from edi_tui.services.lists import Contents, contents, rows_of
from edi_tui.services.register import Register


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


def check(register: Register, *, as_at: date | None = None) -> Checked:
    """Return what the rules, and the imports, have to say about a register.

    Args:
        register: The register.
        as_at: The day at which it is judged; today without it.
    """
    view = view_of(register, as_at=as_at)
    found = judge(view, RULES, rule_texts())
    return Checked(view.as_at, tuple(in_order([*found, *open_findings(register)])))


def smart_of(row: ObjectiveRow, view: View) -> tuple[Criterion, ...]:
    """Return the SMART verdicts of an objective."""
    return smart(row, view, RULES, rule_texts())


def view_of(register: Register, *, as_at: date | None = None) -> View:
    """Return what rules look at, the confidential appraisals included."""
    appraisals = rows_of(register, Kind.APPRAISAL)
    known = [row for row in appraisals if isinstance(row, AppraisalRow)]
    return view_from(contents(register, as_at=as_at), known)


def view_from(now: Contents, appraisals: Iterable[AppraisalRow] = ()) -> View:
    """Return what rules look at, from the contents of a register at a day."""
    day = now.as_at
    return View(
        as_at=day,
        known=Known(thresholds=thresholds_of(now.organisation)),
        members={row.ref: row for row in now.members},
        objectives={row.ref: row for row in now.objectives},
        networks={row.ref: row for row in now.networks},
        actions=now.actions,
        measures=now.measures,
        evidence=now.evidence,
        sponsorships=now.sponsorships,
        concerns=now.concerns,
        challenges=now.challenges,
        frameworks=now.frameworks,
        waivers=now.waivers,
        measures_of=grouped(now.measures, "objective"),
        readings_of=grouped((row for row in now.readings if row.as_at <= day), "measure_ref"),
        actions_of=grouped(now.actions, "objective"),
        updates_of=grouped((row for row in now.updates if row.on <= day), "subject"),
        evidence_of=grouped(now.evidence, "supports"),
        terms_of=grouped(now.sponsorships, "network_ref", "objective"),
        engagements_of=grouped((row for row in now.engagements if row.on <= day), "network_ref"),
        concerns_of=grouped(now.concerns, "network_ref"),
        heard_of=grouped((row for row in now.heard_scores if row.on <= day), "network_ref"),
        appraisals_of=grouped(appraisals, "member_ref"),
    )


def text_of(rule: str) -> RuleText | None:
    """Return the text of a rule, or None for one that only imports know."""
    return rule_texts().get(rule)

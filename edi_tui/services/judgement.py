"""What the rules say of a register, of one record, and of words that are being typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from edi_tui.domain.board_seats import counts, individual
from edi_tui.domain.crosswalk import gap_findings, gaps
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.rows import AppraisalRow, ObjectiveRow, Row
from edi_tui.domain.rules.judge import judge, judge_record
from edi_tui.domain.rules.known import Known
from edi_tui.domain.rules.registry import RULES
from edi_tui.domain.rules.smart import Criterion, smart
from edi_tui.domain.rules.texts import RuleText
from edi_tui.domain.rules.view import View, grouped
from edi_tui.domain.text import folded
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.reference.metrics import metrics
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.reference.smart_words import smart_words
from edi_tui.services.batches import open_findings
from edi_tui.services.draft_row import row_of_draft
from edi_tui.services.drift import ledger
from edi_tui.services.evidence import check as files_checked
from edi_tui.services.frameworks import served_in
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


def check(register: Register, *, as_at: date | None = None, files: bool = False) -> Checked:
    """Return what the rules, and the imports, have to say about a register.

    Args:
        register: The register.
        as_at: The day at which it is judged; today without it.
        files: Whether to look at the files of evidence too, all of each.
    """
    view = view_of(register, as_at=as_at)
    if files:
        states = {item.row.ref: item.state for item in files_checked(register)}
        view = replace(view, files=states)
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


def view_of(register: Register, *, as_at: date | None = None) -> View:
    """Return what rules look at, the confidential appraisals included."""
    return view_around(register, contents(register, as_at=as_at))


def view_around(register: Register, now: Contents) -> View:
    """Return what rules look at, in contents that have been read already."""
    appraisals = rows_of(register, Kind.APPRAISAL)
    known = [row for row in appraisals if isinstance(row, AppraisalRow)]
    drift = ledger(register, as_at=now.as_at, objectives=now.objectives)
    return replace(view_from(now, known), drift=drift)


def view_from(now: Contents, appraisals: Iterable[AppraisalRow] = ()) -> View:
    """Return what rules look at, from the contents of a register at a day."""
    day = now.as_at
    counting = [row for row in now.objectives if counts(row)]
    return View(
        as_at=day,
        organisation=now.organisation.kind,
        known=Known(thresholds_of(now.organisation), smart_words(), metrics()),
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
        same_title=_by_title(now.objectives),
        appraisals_of=grouped(appraisals, "member_ref"),
        objectives_of=grouped(filter(individual, counting), "owner_ref"),
        collective=[row for row in counting if not individual(row)],
        unserved=frozenset(found.ref for found in gap_findings(gaps(served_in(now), day))),
    )


def _by_title(objectives: Iterable[ObjectiveRow]) -> dict[str, list[ObjectiveRow]]:
    """Return the objectives that run, by what their titles say, case and stops aside."""
    found: dict[str, list[ObjectiveRow]] = {}
    for row in objectives:
        if not row.status.closed:
            found.setdefault(folded(row.title), []).append(row)
    return found


def text_of(rule: str) -> RuleText | None:
    """Return the text of a rule, or None for one that only imports know."""
    return rule_texts().get(rule)

"""Two quarters compared, or a quarter and the register as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from edi_tui.domain.board_language import sentences
from edi_tui.domain.closing import Closing
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import CorruptError, EdiError
from edi_tui.domain.findings import Finding
from edi_tui.domain.plain import Plain
from edi_tui.domain.quarter_diff import (
    QuarterDiff,
    framework_changes,
    quarter_diff,
    rule_changes,
)
from edi_tui.domain.quarter_side import Side
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rules.smart import LETTERS
from edi_tui.domain.ways import STATUS, alike, is_way
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.changes import Changes
from edi_tui.services.closed_quarters import closings, frozen_quarter
from edi_tui.services.frozen import Frozen
from edi_tui.services.judged import framework_versions
from edi_tui.services.judgement import checked
from edi_tui.services.kept_quarter import kept_quarter, read_quarter
from edi_tui.services.lists import Contents
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, live_report
from edi_tui.services.uncollected import uncollected
from edi_tui.services.views import view_around
from edi_tui.store.queries.everything import everything


def compare(register: Register, before: Quarter, after: Quarter | None = None) -> QuarterDiff:
    """Return what changed from a closed quarter to another, or to now.

    Raises:
        NotFoundError: One of them is not closed.
        EdiError: The first is not the earlier one.
        CorruptError: What was frozen has been changed since.
    """
    if after is not None and before >= after:
        raise EdiError(
            f"{before} is not before {after}. Name the earlier quarter first, then the later one."
        )
    earlier = _closed(frozen_quarter(register, before))
    later = _closed(frozen_quarter(register, after)) if after else _now(register)
    return quarter_diff(earlier, later, _letters(earlier, later))


def compare_snapshots(register: Register, before: Closing, after: Closing) -> QuarterDiff:
    """Return what changed from a snapshot to another, also where they were issued again since.

    Raises:
        CorruptError: What was frozen has been changed since.
    """
    earlier, later = (_closed(kept_quarter(register, one)) for one in (before, after))
    return quarter_diff(earlier, later, _letters(earlier, later))


def since_last_report(register: Register, after: Frozen | StatusReport) -> Changes | None:
    """Return what changed since the last quarter that was closed before; None where none was.

    Of a quarter that is closed itself, only what was closed before it counts, so that its paper
    says the same however often the earlier one is issued again.
    """
    last = _last_before(register, after.report if isinstance(after, Frozen) else after)
    if last is None:
        return None
    said = Changes(since=str(last.quarter), as_at=last.as_at, snapshot=last.digest)
    try:
        before = _closed(read_quarter(register, last))
    except CorruptError as error:
        return replace(said, damage=str(error))
    later = _closed(after) if isinstance(after, Frozen) else _open(register, after)
    return replace(
        said,
        sentences=tuple(sentences(before, later, _letters(before, later))),
        frameworks=framework_changes(before, later),
        rules=rule_changes(before, later),
        deliveries=before.deliveries,
        declared=not alike(STATUS, before.rules, later.rules),
    )


def _last_before(register: Register, report: StatusReport) -> Closing | None:
    until = report.closing.number if report.closing else float("inf")
    made = closings(register)
    earlier = [one for one in made if one.quarter < report.quarter and one.number < until]
    return max(earlier, key=lambda one: (one.quarter, one.number), default=None)


def _closed(frozen: Frozen) -> Side:
    name = str(frozen.report.quarter)
    side = _side(name, frozen.report, frozen.records, frozen.findings, frozen.frameworks)
    return replace(side, snapshot=frozen.closing.digest)


@uncollected()
def _now(register: Register) -> Side:
    return _open(register, live_report(register))


def _open(register: Register, report: StatusReport) -> Side:
    """Return the register as it stands, as a report reads it."""
    view = view_around(register, report.now)
    with register.reading() as session:
        records = dict(everything(session))
    findings = checked(register, view).findings
    name = f"now, {format_date(report.as_at)}"
    return _side(name, report, records, findings, framework_versions(records))


def _side(
    name: str,
    report: StatusReport,
    records: Mapping[str, Plain],
    findings: Sequence[Finding],
    frameworks: Mapping[str, str],
) -> Side:
    now = report.now
    return Side(
        name=name,
        as_at=report.as_at,
        records=records,
        deliveries={row.ref: row for row in (*now.objectives, *now.actions)},
        measures={row.ref: row for row in now.measures},
        drift=report.drift,
        findings=findings,
        verdicts=report.verdicts,
        rules=report.rules,
        frameworks=frameworks,
        hidden=_hidden(now),
        head=str(now.head),
    )


def _hidden(now: Contents) -> frozenset[str]:
    return frozenset(row.ref for row in now.heard_scores if row.why_not)


def _letters(before: Side, after: Side) -> frozenset[str]:
    """Return the letters of SMART whose rules are of one version on both sides.

    A rule that this release does not know may have belonged to any letter.
    """
    texts = rule_texts()
    changed = {
        rule
        for rule in before.rules.keys() | after.rules.keys()
        if not is_way(rule) and before.rules.get(rule) != after.rules.get(rule)
    }
    if changed - texts.keys():
        return frozenset()
    return frozenset(LETTERS) - {texts[rule].criterion for rule in changed}

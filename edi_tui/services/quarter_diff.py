"""Two quarters compared, or a quarter and the register as it stands."""

from __future__ import annotations

from edi_tui.domain.closing import Closing
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import EdiError
from edi_tui.domain.quarter_diff import QuarterDiff, quarter_diff
from edi_tui.domain.quarter_side import STATUS, Side
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rules.smart import LETTERS
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.closed_quarters import frozen_quarter
from edi_tui.services.closing import criteria_of, framework_versions, rule_versions, verdicts_of
from edi_tui.services.frozen import Frozen
from edi_tui.services.judgement import checked
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.lists import Contents, contents
from edi_tui.services.register import Register
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


def _closed(frozen: Frozen) -> Side:
    report = frozen.report
    return Side(
        name=str(report.quarter),
        as_at=report.as_at,
        records=frozen.records,
        deliveries={row.ref: row for row in (*report.now.objectives, *report.now.actions)},
        measures={row.ref: row for row in report.now.measures},
        drift=report.drift,
        findings=frozen.findings,
        verdicts=frozen.verdicts,
        rules=frozen.rules,
        frameworks=frozen.frameworks,
        hidden=_hidden(report.now),
        snapshot=frozen.closing.digest,
        head=str(report.now.head),
    )


@uncollected()
def _now(register: Register) -> Side:
    now = contents(register)
    view = view_around(register, now)
    with register.reading() as session:
        records = dict(everything(session))
    return Side(
        name=f"now, {format_date(now.as_at)}",
        as_at=now.as_at,
        records=records,
        deliveries={row.ref: row for row in (*now.objectives, *now.actions)},
        measures={row.ref: row for row in now.measures},
        drift=view.drift,
        findings=checked(register, view).findings,
        verdicts=verdicts_of(criteria_of(view)),
        rules=rule_versions(),
        frameworks=framework_versions(records),
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
        if rule != STATUS and before.rules.get(rule) != after.rules.get(rule)
    }
    if changed - texts.keys():
        return frozenset()
    return frozenset(LETTERS) - {texts[rule].criterion for rule in changed}

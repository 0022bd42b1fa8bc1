"""A status report, or a list, as JSON for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from edi_tui.domain.closing import Closing
from edi_tui.domain.columns import number_plain, row_plain
from edi_tui.domain.drift import Drift
from edi_tui.domain.plain import to_plain
from edi_tui.domain.records import OrganisationDraft
from edi_tui.domain.rows import DeliveryRow, MeasureRow, MemberRow
from edi_tui.domain.shortfall import gap_to_target, trend_of
from edi_tui.domain.thresholds import Thresholds, thresholds_of
from edi_tui.domain.words import Audience, EvidenceKind
from edi_tui.exports.audience import read_by
from edi_tui.exports.drift_section import drifted
from edi_tui.exports.objectives_section import around_objectives
from edi_tui.exports.sponsor_section import vacant_places
from edi_tui.exports.tally import tally
from edi_tui.exports.voices_data import voices_data
from edi_tui.services.changes import Changes
from edi_tui.services.lists import Contents
from edi_tui.services.report import Deliveries, StatusReport

if TYPE_CHECKING:
    from edi_tui.exports.manifest import Manifest

_STEERING = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def to_data(content: dict[str, Any]) -> bytes:
    """Return content as JSON text that loses nothing and cannot steer a terminal."""
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    return (_STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n").encode()


def _organisation(organisation: OrganisationDraft) -> dict[str, Any]:
    """Return what an organisation says, but for the form of another paper."""
    plain = to_plain(organisation)
    return {name: value for name, value in plain.items() if name != "cover_sheet"}


def status_data(report: StatusReport, manifest: Manifest) -> bytes:
    """Return everything that a status paper for a committee or a board says, as JSON."""
    report = read_by(report, Audience(manifest.audience))
    now = report.now
    return to_data(
        {
            "schema": 1,
            "kind": "status_paper",
            "audience": manifest.audience,
            "quarter": str(report.quarter),
            "as_at": report.as_at.isoformat(),
            "organisation": _organisation(now.organisation),
            "head": str(now.head),
            "closing": _closing(report.closing),
            "counts": {
                "now": _counts(now),
                "before": {"quarter": str(report.quarter.previous), **_counts(report.before)},
            },
            "coverage": _coverage(report),
            "exceptions": [_exception(row) for row in report.exceptions],
            "objectives": _objectives(report),
            "measures": [_measure(row) for row in now.measures],
            "changes": _changes(report.changes),
            "drift": [_drift(row.ref, drift) for row, drift in drifted(report)],
            "actions": [row_plain(row) for row in now.actions],
            "sponsorships": [row_plain(row) for row in report.running],
            "vacancies": [
                {"network": network.ref, "name": network.name, "kind": found.kind.value}
                for network, found in vacant_places(report)
            ],
            "evidence": _evidence(now),
            **voices_data(report),
            "rules": dict(report.rules),
            "thresholds": _thresholds(now),
            "manifest": manifest.plain(),
        }
    )


def _closing(closing: Closing | None) -> dict[str, Any] | None:
    return closing.plain() | {"digest": closing.digest} if closing else None


def _counts(contents: Contents | Deliveries) -> dict[str, dict[str, int]]:
    return {
        "objectives": _by_status(contents.objectives),
        "actions": _by_status(contents.actions),
    }


def _by_status(rows: Iterable[DeliveryRow]) -> dict[str, int]:
    return {status.value: count for status, count in tally(rows).items()}


def _coverage(report: StatusReport) -> dict[str, Any]:
    coverage = report.coverage
    return {
        "seats": coverage.seats,
        "covered": _seats(coverage.covered),
        "uncovered": _seats(coverage.uncovered),
        "vacant": _seats(coverage.vacant),
        "collective": coverage.collective,
    }


def _seats(members: Sequence[MemberRow]) -> list[dict[str, str]]:
    return [{"ref": row.ref, "role": row.role} for row in members]


def _objectives(report: StatusReport) -> list[dict[str, Any]]:
    around = around_objectives(report)
    return [
        row_plain(row)
        | {
            "baseline_on": _day(around.measures.get(row.ref)),
            "direction": around.travelled[row.ref].value,
            "next_step": step.ref if (step := around.steps.get(row.ref)) else "",
        }
        for row in report.now.objectives
    ]


def _day(measure: MeasureRow | None) -> str | None:
    """Return the day of the baseline of an objective's main measure."""
    return measure.baseline_on.isoformat() if measure and measure.baseline_on else None


def _measure(row: MeasureRow) -> dict[str, Any]:
    short, trend = gap_to_target(row), trend_of(row)
    return row_plain(row) | {
        "gap": None if short is None else number_plain(short),
        "trend": trend.value if trend else None,
    }


def _changes(found: Changes | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "since": found.since,
        "as_at": found.as_at.isoformat(),
        "said": [
            {"sort": one.sort.value, "text": one.text, "refs": list(one.refs)}
            for one in found.sentences
        ],
        "frameworks": list(found.frameworks),
        "rules": list(found.rules),
        "damage": found.damage,
    }


def _thresholds(now: Contents) -> dict[str, int | float]:
    numbers = thresholds_of(now.organisation)
    return {name: number_plain(getattr(numbers, name)) for name in Thresholds.__slots__}


def _exception(row: DeliveryRow) -> dict[str, Any]:
    return {
        "kind": row.KIND.value,
        "ref": row.ref,
        "computed_status": row.computed.status.value,
        "status": row.status.value,
        "reason": row.computed.reason,
        "overdue_days": row.computed.overdue_days,
    }


def _drift(ref: str, drift: Drift) -> dict[str, Any]:
    return {
        "ref": ref,
        "due_moves": drift.moves,
        "due_days": drift.days,
        "targets_lowered": drift.lowered,
        "rewritten": drift.rewritten,
        "carried": drift.carried,
    }


def _evidence(contents: Contents) -> dict[str, Any]:
    kinds = [row.kind for row in contents.evidence]
    return {
        "by_kind": {kind.value: kinds.count(kind) for kind in EvidenceKind if kind in kinds},
        "objectives_without": [row.ref for row in contents.objectives if not row.evidence],
    }

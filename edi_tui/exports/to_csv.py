"""Rows as CSV that a spreadsheet can open without running any of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from edi_tui.domain.columns import row_plain
from edi_tui.domain.formulas import guarded
from edi_tui.domain.rows import DeliveryRow, ObjectiveRow
from edi_tui.domain.words import Audience
from edi_tui.exports.audience import read_by
from edi_tui.exports.objectives_section import Around, around_objectives
from edi_tui.exports.paper import shown
from edi_tui.exports.wording import answerable
from edi_tui.services.report import StatusReport

Value = str | int | float | bool | Sequence[str] | None
"""What a cell may be given; a list becomes words with semicolons between."""

_FIGURES = ("unit", "baseline", "target", "latest", "latest_on")
STATUS_NAMES = (
    *("record", "ref", "text", "hia", "owner_or_lead", "due_on", "due_text"),
    *("status_code", "status_text", "declared_code", "reason", "because", "progress"),
    *("assurance", "evidence", "direction", "forecast_on", "next_step"),
    *(*_FIGURES, "baseline_on"),
)
"""The headings of the status paper."""


def status_csv(report: StatusReport, audience: Audience = Audience.COMMITTEE) -> bytes:
    """Return one row for each objective and action, with its status in code and words."""
    report = read_by(report, audience)
    around = around_objectives(report)
    rows = (
        *(_status_row(row) | _objective(row, around) for row in report.now.objectives),
        *(_SILENT | _status_row(row) for row in report.now.actions),
    )
    return to_csv(STATUS_NAMES, rows)


def _status_row(row: DeliveryRow) -> dict[str, Value]:
    return {
        "record": row.KIND.value,
        "ref": row.ref,
        "text": row.headline,
        "hia": row.hia,
        "owner_or_lead": answerable(row),
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "due_text": row.due_text,
        "status_code": row.computed.status.value,
        "status_text": row.computed.status.label,
        "declared_code": row.status.value,
        "reason": row.computed.reason,
        "because": row.reason,
        "progress": row.progress,
        "assurance": row.assurance.label,
        "evidence": row.evidence,
        "forecast_on": row.forecast_on.isoformat() if row.forecast_on else None,
    }


_SILENT: dict[str, Value] = dict.fromkeys(STATUS_NAMES)
"""What is said of objectives alone, of an action."""


def _objective(row: ObjectiveRow, around: Around) -> dict[str, Value]:
    plain, measure = row_plain(row), around.measures.get(row.ref)
    baseline_on = measure.baseline_on if measure else None
    step = around.steps.get(row.ref)
    return {
        "direction": around.travelled[row.ref].value,
        "next_step": step.ref if step else "",
        "baseline_on": baseline_on.isoformat() if baseline_on else None,
        **{name: plain[name] for name in _FIGURES},
    }


def to_csv(names: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> bytes:
    """Return rows under a heading row: UTF-8, comma, LF, text guarded against formulas.

    Args:
        names: The headings, which are the keys of each row.
        rows: The values; numbers are written as they are.
    """
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_text(row[name]) for name in names] for row in rows)
    return target.getvalue().encode()


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return guarded(shown(value if isinstance(value, str) else "; ".join(value)))

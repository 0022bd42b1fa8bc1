"""Related records on a page, each in a line or two."""

from __future__ import annotations

from functools import singledispatch

from edi_tui.domain.columns import COLUMNS, cell, status_words, words
from edi_tui.domain.rows import (
    ActionRow,
    ConcernRow,
    EngagementRow,
    EvidenceRow,
    MeasureRow,
    ReadingRow,
    Row,
    SponsorshipRow,
)


@singledispatch
def line_of(row: Row) -> str:
    """Return what a related record says, in a line or two."""
    return cell(row, COLUMNS[row.KIND][1].name)


@line_of.register
def _measure(row: MeasureRow) -> str:
    path = " → ".join(
        f"{name} {words(value)}"
        for name, value in (
            ("baseline", row.baseline),
            ("latest", row.latest),
            ("target", row.target),
        )
        if value is not None
    )
    return f"{row.name}{f' ({row.unit})' * bool(row.unit)}\n{path}"


@line_of.register
def _reading(row: ReadingRow) -> str:
    parts = f" ({words(row.numerator)} of {words(row.denominator)})" * (row.numerator is not None)
    group = f"{row.group}: " * bool(row.group)
    return f"{words(row.as_at)}  {group}{words(row.value)}{parts}"


@line_of.register
def _concern(row: ConcernRow) -> str:
    return f"{words(row.raised_on)}  {row.theme}: {row.text}"


@line_of.register
def _sponsorship(row: SponsorshipRow) -> str:
    term = f"From {words(row.from_on)}" if row.from_on else "No start date"
    ended = f", ended {words(row.ended_on)}" * (row.ended_on is not None)
    achieves = f"\n{row.achieves}" if row.achieves else "\nDoes not say what it achieves"
    return f"{row.network}: {row.kind.label.lower()}, {row.member}\n{term}{ended}{achieves}"


@line_of.register
def _engagement(row: EngagementRow) -> str:
    note = f"\n{row.note}" * bool(row.note)
    return f"{words(row.on)}  {row.kind.label}, {row.member}: {row.attendance.label.lower()}{note}"


@line_of.register
def _evidence(row: EvidenceRow) -> str:
    return f"{row.title} · {row.kind.label} · {row.medium}"


@line_of.register
def _action(row: ActionRow) -> str:
    return f"{row.text}\n{status_words(row.computed.status)}, {cell(row, 'due') or 'no date'}"

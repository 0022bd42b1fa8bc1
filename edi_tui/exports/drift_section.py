"""The section of a status paper about what has moved in objectives since they were agreed."""

from __future__ import annotations

from edi_tui.domain.drift import Drift
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import answerable, number_of, said, sentence
from edi_tui.services.report import StatusReport


def drift_section(report: StatusReport) -> tuple[Section, ...]:
    """Return what has moved in objectives, those with no drift left out; nothing without any."""
    rows = drifted(report)
    if not rows:
        return ()
    columns = ("Ref", "Objective", "Owner", "Due date", "Targets", "Wording", "Carried on")
    table = Table(
        "What has moved",
        tuple(map(Column, columns)),
        tuple((row.ref, row.title, said(answerable(row)), *_moved(drift)) for row, drift in rows),
        "Nothing has moved.",
    )
    have = number_of(len(rows), "objective has", "objectives have")
    text = f"{sentence(have)} moved since it was agreed, or else since it was first entered."
    if len(rows) > 1:
        text = f"{sentence(have)} moved since each was agreed, or else since it was first entered."
    return (Section("What has moved", (text,), (table,)),)


def drifted(report: StatusReport) -> list[tuple[ObjectiveRow, Drift]]:
    """Return the objectives in which anything has moved, with what it is."""
    found = ((row, report.drift.get(row.ref)) for row in report.now.objectives)
    return [(row, drift) for row, drift in found if drift and drift.any]


def _moved(drift: Drift) -> tuple[str, ...]:
    due = f"Moved {_times(drift.moves)}{_net(drift.days)}" if drift.moves else "Not moved"
    lowered = f"Lowered {_times(drift.lowered)}" if drift.lowered else "Not lowered"
    rewritten = f"Rewritten {_times(drift.rewritten)}" if drift.rewritten else "Not rewritten"
    return due, lowered, rewritten, _times(drift.carried) if drift.carried else "No"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _net(days: int) -> str:
    """Return how much later it is due than was agreed, all in all."""
    if days == 0:
        return ""
    return f": {number_of(abs(days), 'day')} {'later' if days > 0 else 'sooner'}"

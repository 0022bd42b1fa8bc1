"""The section of a status paper about measures: from where, to where, and how far it still is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from edi_tui.domain.rows import MeasureRow
from edi_tui.domain.shortfall import gap_to_target, trend_of, written
from edi_tui.domain.units import Unit, read_unit, with_unit
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import dated, quantity, said
from edi_tui.services.report import StatusReport


def measures_section(report: StatusReport) -> Section:
    """Return every measure with its figures, each with the day that it is of, where it has one."""
    due = {row.ref: row.due_on for row in report.now.objectives}
    columns = ("Ref", "Measure", "Objective", "Wanted", "Baseline", "Latest", "Target")
    return Section(
        "Measures",
        (
            "Gap is what the latest figure still lacks to its target. Trend is how the latest "
            "figure compares with the baseline, by the way in which it is wanted to go. A target "
            "without a day of its own is to be met when its objective is due.",
        ),
        (
            Table(
                "Measures",
                tuple(map(Column, (*columns, "Gap", "Trend"))),
                tuple(_measure(row, due) for row in report.now.measures),
                "The register holds no measures yet.",
            ),
        ),
    )


def _measure(row: MeasureRow, due: Mapping[str, date | None]) -> tuple[str, ...]:
    trend, target = trend_of(row), quantity(row.target, row.unit)
    return (
        row.ref,
        row.name,
        said(row.objective),
        row.direction.label,
        dated(quantity(row.baseline, row.unit), row.baseline_on),
        dated(quantity(row.latest, row.unit), row.latest_on),
        dated(target, row.target_on or due.get(row.objective), "by"),
        _gap(row),
        trend.label if trend else "No figure yet",
    )


def _gap(row: MeasureRow) -> str:
    """Return in words how far a measure is from its target; of per cent in percentage points."""
    short = gap_to_target(row)
    if short is None:
        return "No figure yet" if row.latest is None else "No target"
    return "Target met" if short <= 0 else f"{_amount(short.normalize(), row.unit)} to go"


def _amount(value: Decimal, unit: str) -> str:
    of_percent = read_unit(unit) is Unit.PERCENT
    return with_unit(value, Unit.POINTS) if of_percent else written(value, unit)

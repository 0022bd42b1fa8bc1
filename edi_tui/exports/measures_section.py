"""The section of a status paper about measures: from where, to where, and how far it still is."""

from __future__ import annotations

from decimal import Decimal

from edi_tui.domain.rows import MeasureRow
from edi_tui.domain.shortfall import gap_to_target, trend_of
from edi_tui.domain.units import Unit, read_unit, with_unit
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import NONE, on, quantity, said
from edi_tui.services.report import StatusReport


def measures_section(report: StatusReport) -> Section:
    """Return every measure with its figures, each with the day that it is of."""
    columns = ("Ref", "Measure", "Objective", "Wanted", "Baseline", "Latest", "Target")
    return Section(
        "Measures",
        (
            "Gap is what the latest figure still lacks to its target. Direction is how the latest "
            "figure compares with the baseline, by the way in which it is wanted to go.",
        ),
        (
            Table(
                "Measures",
                tuple(map(Column, (*columns, "Gap", "Direction"))),
                tuple(map(_measure, report.now.measures)),
                "The register holds no measures yet.",
            ),
        ),
    )


def _measure(row: MeasureRow) -> tuple[str, ...]:
    return (
        row.ref,
        row.name,
        said(row.objective),
        row.direction.label,
        dated(quantity(row.baseline, row.unit), on(row.baseline_on)),
        dated(quantity(row.latest, row.unit), on(row.latest_on)),
        dated(quantity(row.target, row.unit), on(row.target_on), "by"),
        gap(row),
        NONE if row.latest is None else trend_of(row).label,
    )


def dated(figure: str, day: str, said_as: str = "as at") -> str:
    """Return a figure with its day: `14% (as at 31 Mar 2026)`; without one the figure alone."""
    return figure if NONE in (figure, day) else f"{figure} ({said_as} {day})"


def gap(row: MeasureRow) -> str:
    """Return in words how far a measure is from its target; of per cent in percentage points."""
    short = gap_to_target(row)
    if short is None:
        return NONE
    return "Target met" if short <= 0 else f"{_amount(short.normalize(), row.unit)} to go"


def _amount(value: Decimal, unit: str) -> str:
    known = read_unit(unit)
    if known is Unit.PERCENT:
        return with_unit(value, Unit.POINTS)
    return with_unit(value, known) if known else f"{value:,f}"

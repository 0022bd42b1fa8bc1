"""Measures in a status paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.records import MeasureDraft, ReadingDraft
from edi_tui.domain.words import Direction
from edi_tui.services.records import add
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.paper_parts import column, table_of


def test_a_measure_says_from_where_to_where_and_how_far_it_still_is(report: StatusReport) -> None:
    assert table_of(report, "Measures").rows == (
        (
            "MEA-001",
            "Bands 8a and above",
            "OBJ-001",
            "Up",
            "14%",
            "15.5% (as at 30 Sep 2026)",
            "18% (by 31 Mar 2027)",
            "2.5 percentage points to go",
            "Improving",
        ),
    )


@pytest.mark.parametrize(
    ("unit", "direction", "baseline", "latest", "target", "gap", "way"),
    [
        ("%", Direction.DOWN, "26", "27", "23", "4 percentage points to go", "Deteriorating"),
        ("%", Direction.UP, "40", "80", "100", "20 percentage points to go", "Improving"),
        ("ratio", Direction.PARITY, "1.5", "0.8", "1.1", "0.1 to go", "Improving"),
        ("£", Direction.DOWN, "9000", "9000", "2500", "£6,500 to go", "Unchanged"),
        ("days", Direction.DOWN, "60", "29", "30", "Target met", "Improving"),
        ("sessions", Direction.UP, None, "4", "8", "4 to go", "No earlier data"),
        ("sessions", Direction.UP, "4", "4", None, "No target", "Unchanged"),
    ],
)
def test_gaps_are_told_in_the_unit_and_by_the_way_that_is_wanted(
    full: Register,
    unit: str,
    direction: Direction,
    baseline: str | None,
    latest: str,
    target: str | None,
    gap: str,
    way: str,
) -> None:
    draft = MeasureDraft(
        name="Another",
        objective="OBJ-002",
        unit=unit,
        direction=direction,
        baseline=Decimal(baseline) if baseline else None,
        target=Decimal(target) if target else None,
    )
    ref = add(full, draft).ref
    add(full, ReadingDraft(measure=ref, as_at=date(2026, 9, 30), value=Decimal(latest)))
    table = table_of(status_report(full, Q2), "Measures")
    assert (column(table, "Gap")[1], column(table, "Trend")[1]) == (gap, way)


def test_a_measure_without_a_figure_has_neither_gap_nor_trend(full: Register) -> None:
    add(full, MeasureDraft(name="Unread", objective="OBJ-002", target=Decimal(5)))
    table = table_of(status_report(full, Q2), "Measures")
    assert column(table, "Latest")[1] == "None"
    assert [column(table, name)[1] for name in ("Gap", "Trend")] == ["No figure yet"] * 2


def test_baselines_and_targets_carry_their_days(full: Register) -> None:
    draft = MeasureDraft(
        name="Dated",
        objective="OBJ-002",
        unit="%",
        baseline=Decimal(14),
        baseline_on=date(2026, 3, 31),
        target=Decimal(18),
        target_on=date(2027, 3, 31),
    )
    add(full, draft)
    report = status_report(full, Q2)
    table = table_of(report, "Measures")
    assert column(table, "Baseline")[1] == "14% (as at 31 Mar 2026)"
    assert column(table, "Target")[1] == "18% (by 31 Mar 2027)"
    figures = table_of(report, "Figures of objectives")
    assert column(figures, "Measure")[1] == "Dated"
    assert column(figures, "Baseline")[1] == "14% (as at 31 Mar 2026)"


def test_figures_are_told_in_one_way_in_all_columns(full: Register) -> None:
    for unit, baseline, target in (("£", "1000000", "150.5"), ("ratio", "1.48", "1.2")):
        draft = MeasureDraft(
            name=unit,
            objective="OBJ-003",
            unit=unit,
            direction=Direction.DOWN,
            baseline=Decimal(baseline),
            target=Decimal(target),
        )
        ref = add(full, draft).ref
        add(full, ReadingDraft(measure=ref, as_at=date(2026, 9, 30), value=Decimal(baseline)))
    table = table_of(status_report(full, Q2), "Measures")
    assert column(table, "Baseline")[1:] == ["£1,000,000", "1.48"]
    assert column(table, "Target")[1:] == ["£150.5", "1.2"]
    assert column(table, "Gap")[1:] == ["£999,849.5 to go", "0.28 to go"]

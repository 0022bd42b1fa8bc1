"""Lists of measures: what their readings come to, in the unit of their metric."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    FrameworkItemDraft,
    MeasureDraft,
    ObjectiveDraft,
    ReadingDraft,
    UpdateDraft,
)
from edi_tui.domain.rows import MeasureRow
from edi_tui.domain.words import Direction, Status
from edi_tui.services import records
from edi_tui.services.judgement import check
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register

_MEASURE = MeasureDraft(
    name="Share", baseline=Decimal(20), baseline_on=date(2026, 3, 31), target=Decimal(28)
)


def _row(register: Register, metric: str, unit: str = "") -> MeasureRow:
    if metric:
        item = FrameworkItemDraft(code=metric, framework="National", title="A metric")
        records.add(register, item)
    measure = records.add(register, replace(_MEASURE, metric=metric, unit=unit)).ref
    counted = ReadingDraft(
        measure=measure, as_at=date(2026, 9, 30), numerator=Decimal(30), denominator=Decimal(120)
    )
    records.add(register, counted)
    (row,) = rows_of(register, Kind.MEASURE)
    assert isinstance(row, MeasureRow)
    return row


@pytest.mark.parametrize(
    ("metric", "unit", "shown", "latest"),
    [
        ("WRES1", "", "%", "25"),
        ("WRES2", "", "ratio", "0.25"),
        ("WRES9", "", "percentage points", "25"),
        ("HIA1a", "", "count", "30"),
        ("HIA2f", "", "score", "0.25"),
        ("HIA4c", "", "", "30"),
        ("", "", "", "30"),
        ("", "%", "%", "25"),
        ("WRES1", "per cent", "per cent", "25"),
    ],
)
def test_a_measure_is_in_the_unit_of_its_metric_unless_it_names_its_own(
    register: Register, metric: str, unit: str, shown: str, latest: str
) -> None:
    row = _row(register, metric, unit)
    assert (row.unit, row.latest) == (shown, Decimal(latest))


def test_a_pay_gap_aims_at_nought(register: Register) -> None:
    records.add(register, FrameworkItemDraft(code="HIA3a", framework="EDI plan", title="Pay gaps"))
    ref = records.add(register, ObjectiveDraft(title="Close the pay gap")).ref
    gap = replace(
        _MEASURE, objective=ref, metric="HIA3a", direction=Direction.PARITY, target=Decimal(1)
    )
    measure = records.add(register, gap).ref
    records.add(register, ReadingDraft(measure=measure, as_at=date(2026, 9, 30), value=Decimal(0)))
    done = UpdateDraft(
        subject=ref, on=register.today, status=Status.COMPLETE, reason="The gap is closed."
    )
    records.add(register, done)
    assert "P6" not in {found.rule for found in check(register).findings}

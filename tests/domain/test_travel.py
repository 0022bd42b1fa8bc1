"""Which way something has gone since the quarter before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edi_tui.domain.progress import Computed
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.travel import Travel, travel
from edi_tui.domain.words import Status
from tests.domain.rules.rows import objective

THEN, NOW = date(2026, 6, 1), date(2026, 9, 1)


def _row(status: Status, updated_on: date | None) -> ObjectiveRow:
    return replace(objective(), computed=Computed(status), updated_on=updated_on)


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        (Status.OFF_TRACK, Status.AT_RISK, Travel.BETTER),
        (Status.AT_RISK, Status.ON_TRACK, Travel.BETTER),
        (Status.ON_TRACK, Status.COMPLETE, Travel.BETTER),
        (Status.COMPLETE, Status.OFF_TRACK, Travel.WORSE),
        (Status.ON_TRACK, Status.CLOSED_NOT_MET, Travel.WORSE),
        (Status.COMPLETE, Status.EMBEDDED, Travel.SAME),
        (Status.NO_UPDATE, Status.NO_UPDATE, Travel.SILENT),
        (Status.ON_TRACK, Status.NO_UPDATE, Travel.SILENT),
        (Status.ON_HOLD, Status.NOT_STARTED, Travel.UNKNOWN),
    ],
)
def test_letters_of_the_scale_are_compared(then: Status, now: Status, told: Travel) -> None:
    assert travel(_row(then, THEN), _row(now, NOW)) is told


def test_what_was_not_there_is_new_and_what_nobody_had_reported_on_a_first_report() -> None:
    assert travel(None, _row(Status.ON_TRACK, NOW)) is Travel.NEW
    assert travel(None, _row(Status.NO_UPDATE, None)) is Travel.NEW
    assert travel(_row(Status.NO_UPDATE, None), _row(Status.ON_TRACK, NOW)) is Travel.FIRST


def test_what_became_overdue_in_silence_compares_with_nothing_but_itself() -> None:
    assert travel(_row(Status.NO_UPDATE, None), _row(Status.OFF_TRACK, None)) is Travel.UNKNOWN
    assert travel(_row(Status.OFF_TRACK, None), _row(Status.OFF_TRACK, None)) is Travel.SAME


def test_what_was_declared_is_compared_where_it_was_worked_out_otherwise() -> None:
    then = replace(_row(Status.OFF_TRACK, THEN), status=Status.ON_TRACK)
    now = replace(_row(Status.AT_RISK, NOW), status=Status.ON_TRACK)
    assert travel(then, now) is Travel.BETTER
    assert travel(then, now, declared=True) is Travel.SAME

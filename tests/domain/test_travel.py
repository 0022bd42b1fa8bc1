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
        (Status.NO_UPDATE, Status.NO_UPDATE, Travel.SAME),
        (Status.ON_TRACK, Status.NO_UPDATE, Travel.UNKNOWN),
        (Status.ON_HOLD, Status.NOT_STARTED, Travel.UNKNOWN),
    ],
)
def test_letters_of_the_scale_are_compared(then: Status, now: Status, told: Travel) -> None:
    assert travel(_row(then, THEN), _row(now, NOW)) is told


def test_what_nobody_had_reported_on_is_a_first_report() -> None:
    assert travel(None, _row(Status.ON_TRACK, NOW)) is Travel.FIRST
    assert travel(_row(Status.NO_UPDATE, None), _row(Status.ON_TRACK, NOW)) is Travel.FIRST


def test_what_became_overdue_in_silence_is_worse_only_by_its_letter() -> None:
    assert travel(_row(Status.NO_UPDATE, None), _row(Status.OFF_TRACK, None)) is Travel.UNKNOWN
    assert travel(_row(Status.OFF_TRACK, None), _row(Status.OFF_TRACK, None)) is Travel.SAME

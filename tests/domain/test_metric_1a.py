"""Whose objectives count as assessed."""

from __future__ import annotations

import pytest

from edi_tui.domain.coverage import Mark, SeatCoverage
from edi_tui.domain.metric_1a import assessed
from edi_tui.domain.rows import ObjectiveRow
from tests.domain.rules.rows import member, objective


def seat(appraisal: Mark, *own: ObjectiveRow) -> SeatCoverage:
    return SeatCoverage(
        member=member(),
        objectives=own,
        objective=Mark.YES if own else Mark.NO,
        smart=Mark.NO,
        mid_year=Mark.NOT_YET,
        appraisal=appraisal,
        sponsorship=Mark.NOT_NEEDED,
        evidence=Mark.NO,
        appraisal_due=None,
    )


@pytest.mark.parametrize("mark", Mark)
def test_who_has_objectives_is_assessed_as_far_as_the_appraisal_went(mark: Mark) -> None:
    assert assessed(seat(mark, objective())) is mark


@pytest.mark.parametrize("mark", Mark)
def test_who_has_none_has_none_assessed_however_the_appraisal_went(mark: Mark) -> None:
    held = mark in (Mark.YES, Mark.PARTLY)
    assert assessed(seat(mark)) is (Mark.NO if held else mark)

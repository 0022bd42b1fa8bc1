"""A measure is a picture that says the same in words, and its goal can be worked out anew."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from textual.containers import VerticalScroll

from edi_tui.domain.due import Due
from edi_tui.domain.records import MeasureDraft, ObjectiveDraft, ReadingDraft
from edi_tui.domain.words import Precision
from edi_tui.services import records
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.modals.trajectory import TrajectoryForm
from edi_tui.tui.widgets.detail import Detail
from tests.tui.conftest import fill, place, press, problem, settled, stored, words_on

BOTH = pytest.mark.parametrize("size", [(120, 40), (80, 24)])
DUE = date(2028, 3, 31)


@pytest.fixture
def measured(register: Register) -> Register:
    """A register with a share of posts, half way to its target."""
    stored(
        register,
        ObjectiveDraft(title="Raise the share", due=Due(DUE, "31 March 2028", Precision.DAY)),
        MeasureDraft(
            name="Share in bands 8a and above",
            objective="OBJ-001",
            unit="%",
            baseline=Decimal(24),
            baseline_on=date(2026, 3, 31),
            target=Decimal(30),
            posts=Decimal(200),
            turnover=Decimal(12),
        ),
        ReadingDraft(measure="MEA-001", as_at=date(2026, 9, 30), value=Decimal(24)),
        MeasureDraft(name="Disciplinary ratio", objective="OBJ-001", unit="ratio"),
        ReadingDraft(
            measure="MEA-002",
            as_at=date(2026, 9, 30),
            numerator=Decimal(0),
            denominator=Decimal(0),
        ),
    )
    return register


@BOTH
async def test_the_path_is_drawn_and_said(measured: Register, size: tuple[int, int]) -> None:
    app = EdiApp(lambda: measured)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "4")
        shown = words_on(pilot, Detail)
        for sign in ("●", "◎", "30%", "31 Mar 2026"):
            assert sign in shown
        if size[1] >= 40:
            assert "Latest 24% on 30 Sep 2026; path 25.5%; 1.5 percentage points behind" in shown
            assert "at this pace 24% when due; target 30% by 31 Mar 2028." in shown
        else:
            # Beside the picture, so that both are there without scrolling.
            for part in ("Latest 24% on 30 Sep 2026;", "path 25.5%; 1.5", "Mar 2028."):
                assert part in shown


async def test_what_has_no_value_says_why(measured: Register) -> None:
    app = EdiApp(lambda: measured)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "4", "down")
        shown = words_on(pilot, Detail)
        assert "No reading of everyone yet." in shown
        assert "There is no path to the target without a baseline" in shown
        assert "30 Sep 2026: There was nobody to count" in shown
        assert place(pilot).check_action("trajectory", ()) is None


@BOTH
async def test_turnover_and_date_are_changed_to_see_what_the_goal_would_need(
    measured: Register, size: tuple[int, int]
) -> None:
    app = EdiApp(lambda: measured)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "4", "t")
        assert isinstance(app.screen, TrajectoryForm)
        assert "24.0 a year, 6.0 a quarter" in words_on(pilot, VerticalScroll)
        fill(pilot, by="21 November 2027")
        await settled(pilot)
        assert "74.0% of appointments until 21 Nov 2027 have to be from the group." in words_on(
            pilot, VerticalScroll
        )
        fill(pilot, turnover="5")
        await settled(pilot)
        assert "cannot be met by recruitment at this turnover" in words_on(pilot, VerticalScroll)
        fill(pilot, turnover="12", by="21 November 2029")
        await settled(pilot)
        assert "42.8% of appointments until 21 Nov 2029" in words_on(pilot, VerticalScroll)
        fill(pilot, by="soon")
        await settled(pilot)
        assert problem(pilot, "by")
        fill(pilot, by="", turnover="twelve")
        await settled(pilot)
        assert problem(pilot, "turnover")
        assert "Give the date by which the goal is to be met" in words_on(pilot, VerticalScroll)
        await press(pilot, "escape")
        draft = records.get(measured, "MEA-001").draft
        assert isinstance(draft, MeasureDraft)
        assert draft.turnover == 12

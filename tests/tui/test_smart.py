"""What the rules say leads to the field where it is mended, and follows what is typed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from textual.pilot import Pilot

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    WaiverDraft,
)
from edi_tui.services import records
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.modals.missing import Missing
from edi_tui.tui.screens.today import TodayScreen
from tests.tui.conftest import box, current, fill, place, press, save, settled, stored, words_on

BOTH = pytest.mark.parametrize("size", [(120, 40), (80, 24)])


async def judged(pilot: Pilot[None], *wanted: str) -> str:
    """Wait until the verdicts of the open form say something, and return the screen's words."""
    for _ in range(100):
        await settled(pilot)
        shown = words_on(pilot)
        if all(words in shown for words in wanted):
            return shown
        await pilot.pause(0.02)
    raise AssertionError(f"{wanted} is not in {words_on(pilot)}")


@BOTH
async def test_enter_on_a_finding_opens_the_form_on_its_field(
    register: Register, size: tuple[int, int]
) -> None:
    stored(register, ObjectiveDraft(title="Raise the share to 18%"))
    app = EdiApp(lambda: register)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, TodayScreen)
        table = app.screen.table
        rows = [[text.plain for text in texts] for _, texts in table.lines]
        found = next(number for number, row in enumerate(rows) if row[0] == "Not SMART")
        await press(pilot, *["down"] * found)
        assert "things to mend" in words_on(pilot)
        task = app.screen.current
        assert task is not None
        await press(pilot, "enter")
        assert app.current_mode == "objectives"
        assert isinstance(app.screen, RecordForm)
        assert app.screen.question.ref == "OBJ-001"
        await pilot.pause()
        assert box(pilot, task.field).entry.has_focus
        await press(pilot, "escape")
        assert current(pilot) == "OBJ-001"
        # Going there once more by hand does not open the form again.
        await press(pilot, "1", "2")
        assert not isinstance(app.screen, RecordForm)


@BOTH
async def test_the_verdicts_follow_what_is_typed(register: Register, size: tuple[int, int]) -> None:
    stored(register, MemberDraft(name="Ada Obi", role="Chief People Officer"))
    app = EdiApp(lambda: register)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "2", "n")
        fill(pilot, title="Champion inclusion", owner="MEM-001")
        wide = size[0] >= 100
        m, t = ("M Measurable ", "T Time-based ") if wide else ("M ", "T ")
        await judged(pilot, f"{m}✗ missing", f"{t}✗ missing")
        fill(
            pilot,
            title="Raise the share of ethnic minority staff in bands 8a and above from 14% to 18%",
            due="31 March 2027",
            review_on="31 January 2027",
            start_on="1 April 2026",
        )
        await judged(pilot, f"{m}~ weak", f"{t}✓ met")
        fill(pilot, due="31 April 2027")
        await judged(pilot, f"{t}✗ missing")


async def test_the_record_shows_its_verdicts_and_what_else_to_mend(register: Register) -> None:
    stored(
        register,
        MemberDraft(name="Ada Obi", role="Chief People Officer"),
        ObjectiveDraft(title="Be executive sponsor of the disability network", owner="MEM-001"),
    )
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 60), notifications=True) as pilot:
        await press(pilot, "2")
        shown = words_on(pilot)
        assert "SMART S Specific" in shown
        assert "M Measurable ✗ missing" in shown
        assert "What to mend ✗" in shown
        nothing_counted = "Nothing is counted."
        assert shown.count(nothing_counted) == 1


@BOTH
async def test_a_sponsorship_alone_cannot_be_agreed_until_it_says_what_it_achieves(
    register: Register, size: tuple[int, int]
) -> None:
    stored(
        register,
        MemberDraft(name="Ada Obi", role="Chief People Officer"),
        ObjectiveDraft(
            title="Sponsor the disability network and attend its meetings",
            owner="MEM-001",
        ),
    )
    app = EdiApp(lambda: register)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "2", "y")
        assert isinstance(app.screen, Missing)
        shown = words_on(pilot)
        assert "OBJ-001 cannot be agreed yet" in shown
        assert "(H1)" in shown
        assert "things are missing" in shown
        await press(pilot, "escape")
        assert "cannot be agreed yet" not in words_on(pilot)
        assert "not yet: it is a draft" in words_on(pilot)

        stored(
            register,
            *(
                WaiverDraft(rule=rule, subject="OBJ-001", reason="Under discussion")
                for rule in ("M1", "M3", "T1", "D1")
            ),
        )
        await press(pilot, "y")
        assert "One thing is missing" in words_on(pilot)
        await press(pilot, "w")
        assert "Set H1 aside for OBJ-001" in words_on(pilot)
        await save(pilot, reason="The network asked for it")
        # With nothing left in the way it is agreed at once.
        assert "OBJ-001 agreed" in words_on(pilot)
        assert "it is a draft" not in words_on(pilot)
        draft = records.get(register, "OBJ-001").draft
        assert isinstance(draft, ObjectiveDraft)
        assert draft.agreed_on == register.today
        assert len(rows_of(register, Kind.WAIVER)) == 5
        assert place(pilot).why_not("agree").startswith("OBJ-001 was agreed on")


async def test_what_is_missing_leads_to_its_field(register: Register) -> None:
    stored(
        register,
        MemberDraft(name="Ada Obi", role="Chief People Officer"),
        ObjectiveDraft(title="Raise the share of staff to 18%", done="It is 18%"),
        MeasureDraft(
            name="Share",
            objective="OBJ-001",
            unit="%",
            baseline=Decimal(14),
            target=Decimal(18),
        ),
    )
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "y")
        assert isinstance(app.screen, Missing)
        first = app.screen.findings[0]
        await press(pilot, "enter")
        assert isinstance(app.screen, RecordForm)
        await pilot.pause()
        assert box(pilot, first.column).entry.has_focus

"""Undo, history, bin and handover in the terminal program."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ActionDraft, ObjectiveDraft
from edi_tui.services import records
from edi_tui.services.bin import binned
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.modals.bin import BinScreen
from edi_tui.tui.modals.handover import HandoverForm, HandoverPreview
from edi_tui.tui.modals.history import HistoryScreen
from tests.tui import hostile
from tests.tui.conftest import (
    SIZES,
    current,
    fill,
    place,
    press,
    problem,
    refs,
    save,
    settled,
    words_on,
)


def withdraw(register: Register, ref: str, reason: str = "entered twice") -> None:
    records.withdraw(register, ref, reason, version=records.get(register, ref).version)


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_done_is_undone_and_done_again(
    app: EdiApp, filled: Register, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "3", "n")
        await save(pilot, text="Publish the figures")
        assert len(rows_of(filled, Kind.ACTION)) == 2
        await press(pilot, "ctrl+z")
        assert len(rows_of(filled, Kind.ACTION)) == 1
        assert "Undone: add ACT-002" in words_on(pilot)
        await press(pilot, "ctrl+y")
        assert len(rows_of(filled, Kind.ACTION)) == 2


async def test_a_refused_undo_says_why(app: EdiApp, filled: Register) -> None:
    other = replace(filled, who="Sam")
    stored = records.get(filled, "ACT-001")
    records.edit(filled, "ACT-001", ActionDraft(text="Brief all"), version=stored.version)
    records.edit(other, "ACT-001", ActionDraft(text="Brief none"), version=stored.version + 1)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "3", "ctrl+z")
        assert "ACT-001 has been changed since by Sam" in words_on(pilot)
    assert records.get(filled, "ACT-001").draft == ActionDraft(text="Brief none")


async def test_today_undoes_too(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+z")
        assert rows_of(filled, Kind.UPDATE) == []
        await press(pilot, "h")
        assert "undo: update OBJ-001" in words_on(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_history_shows_before_and_after(
    app: EdiApp, filled: Register, size: tuple[int, int]
) -> None:
    stored = records.get(filled, "OBJ-001")
    assert isinstance(stored.draft, ObjectiveDraft)
    draft = replace(stored.draft, title="Raise the share to 20%", owner="MEM-002")
    records.edit(filled, "OBJ-001", draft, version=stored.version)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "h")
        opened: object = app.screen
        assert isinstance(opened, HistoryScreen)
        if size[1] > 12:
            shown = words_on(pilot)
            assert "18%" in shown
            assert "20%" in shown
            assert "Before" in shown
        await press(pilot, "down")
        assert "add" in words_on(pilot)
        await press(pilot, "escape")
        assert current(pilot) == "OBJ-001"


@pytest.mark.parametrize("size", SIZES)
async def test_a_record_is_brought_back_from_the_bin(
    app: EdiApp, filled: Register, size: tuple[int, int]
) -> None:
    withdraw(filled, "ACT-001")
    withdraw(filled, "NET-001", "merged")
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "3", "b")
        assert isinstance(app.screen, BinScreen)
        assert "merged" in words_on(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, HistoryScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, BinScreen)
        await press(pilot, "r")
        assert refs(rows_of(filled, Kind.ACTION)) == ["ACT-001"]
        assert "ACT-001 is back in the lists" in words_on(pilot)
        await press(pilot, "ctrl+z")
        assert [row.ref for row in binned(filled)] == ["ACT-001", "NET-001"]


async def test_the_bin_says_why_something_is_not_brought_back(
    app: EdiApp, filled: Register
) -> None:
    withdraw(filled, "MEA-001")
    withdraw(filled, "OBJ-001")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2", "b", "down", "r")
        assert isinstance(app.screen, BinScreen)
        assert "MEA-001 points at OBJ-001 (objective)" in words_on(pilot)
        await press(pilot, "up", "r", "b", "r")
    assert binned(filled) == []


async def test_an_empty_bin_says_so(app: EdiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "b")
        assert "The bin is empty." in words_on(pilot)
        await press(pilot, "r", "enter", "escape")
        assert place(pilot).table.has_focus


async def test_nothing_is_undone_from_where_words_are_typed(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "slash", "a", "ctrl+z")
        assert len(rows_of(filled, Kind.UPDATE)) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_leaver_hands_over_after_a_preview(
    app: EdiApp, filled: Register, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "7", "H")
        assert isinstance(app.screen, HandoverForm)
        await press(pilot, "ctrl+s")
        assert problem(pilot, "successor") == "Choose who takes over."
        fill(pilot, successor="MEM-002")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, HandoverPreview)
        assert "OBJ-001" in words_on(pilot)
        assert "MEM-001" in refs(rows_of(filled, Kind.MEMBER))
        await press(pilot, "escape")
        assert isinstance(app.screen, HandoverForm)
        await press(pilot, "ctrl+s", "ctrl+s")
        stored = records.get(filled, "OBJ-001").draft
        assert isinstance(stored, ObjectiveDraft)
        assert stored.owner == "MEM-002"
        await press(pilot, "ctrl+z")
        assert records.get(filled, "OBJ-001").draft != stored


async def test_a_refused_handover_shows_the_form_again(app: EdiApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "7", "H")
        fill(pilot, successor="MEM-001")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, HandoverForm)
        assert "cannot hand over to the same seat" in words_on(pilot)


async def test_only_a_member_hands_over(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "7", "left_square_bracket", "H")
        assert "Nothing to hand over here" in words_on(pilot)


async def test_hostile_words_are_shown_as_they_are(app: EdiApp, filled: Register) -> None:
    words = hostile.ALL.replace("\x00", "")
    ref = records.add(filled, ActionDraft(text=words)).ref
    records.edit(filled, ref, ActionDraft(text=f"Now {words}"), version=1)
    withdraw(filled, ref, words)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "3", "b", "enter", "down", "escape", "r", "ctrl+z", "1", "h")
        assert isinstance(app.screen, HistoryScreen)

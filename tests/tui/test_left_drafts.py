"""What was typed comes back after the program ended, however it ended."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from time import monotonic

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.services import records
from edi_tui.services.kept_drafts import KeptDraft, KeptDrafts
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.modals.conflict import Conflict
from edi_tui.tui.modals.left_draft import LeftDraft
from edi_tui.tui.screens.today import TodayScreen
from edi_tui.tui.surroundings import Surroundings
from tests.tui.conftest import box, fill, press, refs, settled, words_on


def leave(register: Register, state: Path, *drafts: KeptDraft) -> None:
    """Leave drafts behind as a program that ended."""
    earlier = KeptDrafts(state / "drafts", register.path)
    for draft in drafts:
        earlier.keep(draft, earlier.turn())
    earlier.close()


def kept_in(register: Register, state: Path) -> list[KeptDraft]:
    """Return what a next run of the program would offer."""
    return KeptDrafts(state / "drafts", register.path).left()


def new_objective(title: str, at: str = "2026-11-20T16:05:00+00:00") -> KeptDraft:
    """Return the draft of an objective."""
    return KeptDraft(Kind.OBJECTIVE, "New objective", {"title": ""}, {"title": title}, at=at)


def edit_of(ref: str, version: int, begun: dict[str, str], words: dict[str, str]) -> KeptDraft:
    """Return the draft of a change to an objective."""
    at = "2026-11-20T16:05:00+00:00"
    return KeptDraft(Kind.OBJECTIVE, f"Edit {ref}", begun, words, ref=ref, version=version, at=at)


async def test_a_draft_is_offered_at_the_next_start_and_goes_when_it_is_stored(
    filled: Register, tmp_path: Path
) -> None:
    leave(filled, tmp_path, new_objective("Halve the [gap]"))
    app = EdiApp(lambda: filled, surroundings=Surroundings(state=tmp_path))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, LeftDraft)
        shown = words_on(pilot)
        assert "New objective, on 20 Nov 2026 at" in shown
        assert "Halve the [gap]" in shown
        await press(pilot, "enter")
        assert box(pilot, "title").words == "Halve the [gap]"
        fill(pilot, plan="People plan")
        await press(pilot, "ctrl+s")
        assert records.get(filled, "OBJ-003").draft == ObjectiveDraft(
            title="Halve the [gap]", plan="People plan"
        )
    assert kept_in(filled, tmp_path) == []


async def test_drafts_are_thrown_away_or_wait_until_later(filled: Register, tmp_path: Path) -> None:
    later = new_objective("Later", "2026-11-21T08:00:00+00:00")
    leave(filled, tmp_path, later, new_objective("Never"))
    app = EdiApp(lambda: filled, surroundings=Surroundings(state=tmp_path))
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        await settled(pilot)
        assert "Never" in words_on(pilot)
        await press(pilot, "x")
        assert "Never" in words_on(pilot), "x is Export on Today, where a person may type ahead"
        await press(pilot, "delete")
        assert "Later" in words_on(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)
    assert kept_in(filled, tmp_path) == [later]
    assert refs(rows_of(filled, Kind.OBJECTIVE)) == ["OBJ-001", "OBJ-002"]


async def test_a_draft_of_a_record_that_was_changed_meanwhile_shows_both(
    filled: Register, tmp_path: Path
) -> None:
    begun = {"title": "Raise the share to 18%", "owner": "MEM-001", "plan": ""}
    typed = {"title": "Raise the share to 19%", "owner": "MEM-001", "plan": ""}
    leave(filled, tmp_path, edit_of("OBJ-001", 1, begun, typed))
    theirs = ObjectiveDraft(title="Raise it to 20%", owner="MEM-002", frameworks=("HIA2",))
    records.edit(filled, "OBJ-001", theirs, version=1)
    app = EdiApp(lambda: filled, surroundings=Surroundings(state=tmp_path))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, Conflict)
        shown = words_on(pilot)
        assert "● Raise the share to 19%" in shown
        assert "● MEM-002" in shown
        await press(pilot, "ctrl+s")
        draft = records.get(filled, "OBJ-001").draft
        assert isinstance(draft, ObjectiveDraft)
        assert (draft.title, draft.owner) == ("Raise the share to 19%", "MEM-002")
    assert kept_in(filled, tmp_path) == []


async def test_a_draft_of_a_record_that_was_withdrawn_is_shown_and_says_so(
    filled: Register, tmp_path: Path
) -> None:
    leave(filled, tmp_path, edit_of("OBJ-001", 1, {"plan": ""}, {"plan": "People plan"}))
    records.withdraw(filled, "OBJ-001", "Said twice", version=1)
    app = EdiApp(lambda: filled, surroundings=Surroundings(state=tmp_path))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "ctrl+s")
        assert isinstance(app.screen, RecordForm)
        assert "OBJ-001 has been withdrawn (Said twice)" in words_on(pilot)
        assert box(pilot, "plan").words == "People plan"


async def test_what_is_typed_is_kept_until_it_is_stored_or_given_up(
    filled: Register, tmp_path: Path
) -> None:
    app = EdiApp(lambda: filled, surroundings=Surroundings(state=tmp_path))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "n")
        await pilot.press(*"Half", "tab")
        await settled(pilot)
        assert list(tmp_path.rglob("*.json"))
        await press(pilot, "escape", "escape")
        assert not list(tmp_path.rglob("*.json"))
        await press(pilot, "n")
        await pilot.press(*"Whole", "tab")
        await press(pilot, "ctrl+q", "ctrl+q")
    assert kept_in(filled, tmp_path) == []


async def test_a_folder_that_cannot_be_written_is_said_once_and_stops_nobody(
    filled: Register, tmp_path: Path
) -> None:
    (tmp_path / "drafts").write_text("no folder", encoding="utf-8")
    app = EdiApp(lambda: filled, surroundings=Surroundings(state=tmp_path))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "n")
        await pilot.press(*"Half", "tab")
        await settled(pilot)
        assert "is not kept against a crash" in words_on(pilot)
        await press(pilot, "ctrl+s")
        assert refs(rows_of(filled, Kind.OBJECTIVE))[-1] == "OBJ-003"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pseudo-terminals.")
def test_what_was_typed_outlives_a_kill(filled: Register) -> None:
    from tests.tui.terminal import PATIENCE, program_over, running, terminal

    drafts = Path.home() / ".local" / "state" / "edi-tui" / "drafts"
    with terminal() as (screen, slave), running(slave, *program_over(filled)) as program:
        screen.press("2n", until="New objective")
        screen.press("Halve the gap", until="13 characters")
        deadline = monotonic() + PATIENCE
        while not any("Halve the gap" in path.read_text() for path in drafts.rglob("*.json")):
            assert monotonic() < deadline, "What was typed was not kept."
            screen.rest()
        program.send_signal(signal.SIGKILL)
        assert program.wait(PATIENCE) == -signal.SIGKILL
    with terminal() as (screen, slave), running(slave, *program_over(filled)):
        screen.press("", until="It was not stored")
        screen.press("\r", until="Halve the gap")
        screen.press("\x13", until="OBJ-003")
    assert records.get(filled, "OBJ-003").draft == ObjectiveDraft(title="Halve the gap")

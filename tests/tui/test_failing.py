"""Whatever goes wrong around the program, it says so once and nothing that was typed is lost."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from edi_tui.services.records import get
from edi_tui.services.register import Register, open_register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.modals.too_small import TooSmall
from edi_tui.tui.screens.place import PlaceScreen
from tests.conftest import NOW
from tests.tui.conftest import box, current, fill, place, press, refusal, settled, words_on

CRASH = """
import sys
from pathlib import Path
from edi_tui.tui.app import EdiApp
from edi_tui.tui.surroundings import Surroundings
def opener():
    narrative = 'in confid' + 'ence'
    try:
        raise ValueError(narrative)
    except ValueError as error:
        raise ZeroDivisionError(narrative) from error
app = EdiApp(opener, surroundings=Surroundings(state=Path(sys.argv[1])))
app.run(headless=True)
print(app.return_code)
print(app.last_words, file=sys.stderr)
"""


async def test_a_register_that_goes_away_is_missed_and_nothing_typed_is_lost(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "5", "n")
        fill(pilot, name="Carers")
        away = filled.path.rename(filled.path.with_suffix(".away"))
        await press(pilot, "ctrl+s")
        assert "cannot be opened. Check that the file" in refusal(pilot)
        assert box(pilot, "name").words == "Carers"
        away.rename(filled.path)
        await press(pilot, "ctrl+s")
        assert current(pilot) == "NET-002"
        filled.path.rename(away)
        await press(pilot, "r")
        assert "cannot be opened" in words_on(pilot)
        assert place(pilot).table.row_count == 2
        away.rename(filled.path)
    assert app.failure is None


async def test_another_program_that_writes_is_waited_for_and_named(filled: Register) -> None:
    impatient = open_register(filled.path, who="tester", now=lambda: NOW, wait_ms=50)
    app = EdiApp(lambda: impatient)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "n")
        fill(pilot, name="Carers")
        with closing(sqlite3.connect(filled.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await press(pilot, "ctrl+s")
            assert "is in use by another program. Nothing was stored" in refusal(pilot)
            other.execute("ROLLBACK")
        await press(pilot, "ctrl+s")
        assert current(pilot) == "NET-002"
    assert get(filled, "NET-002")


async def test_a_window_without_room_says_so_and_comes_back_as_it_was(app: EdiApp) -> None:
    async with app.run_test(size=(20, 5)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, TooSmall)
        assert "Too small to show. Make this" in words_on(pilot)
        await pilot.resize_terminal(80, 24)
        await press(pilot, "5", "n")
        await pilot.press(*"Carers")
        await pilot.resize_terminal(20, 5)
        await press(pilot, "x", "f10", "escape")
        assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(40, 12)
        await settled(pilot)
        assert isinstance(app.screen, RecordForm)
        assert box(pilot, "name").words == "Carers"
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, PlaceScreen)
        assert current(pilot) == "NET-002"


@pytest.mark.parametrize("size", [(30, 8), (31, 9)])
async def test_the_smallest_window_shows_every_place_and_form(
    app: EdiApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        for key in "1234567":
            await press(pilot, key)
        for key in ("n", "f1", "f10", "f9", "x"):
            await press(pilot, key, "escape")
        assert isinstance(app.screen, PlaceScreen)


def crash(state: Path) -> subprocess.CompletedProcess[str]:
    """Run a program that meets an error nobody foresaw."""
    return subprocess.run(
        [sys.executable, "-c", CRASH, str(state)], capture_output=True, text=True, check=True
    )


def test_a_fault_leaves_a_log_without_a_word_of_any_record(tmp_path: Path) -> None:
    drafts = tmp_path / "state" / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "1.json").touch()
    done = crash(tmp_path / "state")
    (log,) = (tmp_path / "state").glob("*.log")
    text = log.read_text(encoding="utf-8")
    assert done.stdout.strip() == "1"
    assert f"Please send {log} with your report" in done.stderr
    assert f"What you had typed is kept in {drafts}" in done.stderr
    assert "ZeroDivisionError" in text
    assert "ValueError" in text
    assert "<string>:11 opener" in text
    assert "Records: none" in text
    assert "confidence" not in done.stderr + text
    if sys.platform != "win32":
        assert stat.S_IMODE(log.stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has other permissions.")
def test_a_fault_is_shown_where_no_log_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be", encoding="utf-8")
    done = crash(tmp_path / "state")
    assert "ZeroDivisionError" in done.stderr
    assert "opener" in done.stderr
    assert "confidence" not in done.stderr

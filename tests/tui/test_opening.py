"""The first frame comes before the register, and what fails is never silent."""

from __future__ import annotations

import subprocess
import sys
from threading import Event

import pytest

from edi_tui.domain.errors import NoRegisterError
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from tests.tui.conftest import fill, press, settled, words_on


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run a program of its own."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)


async def test_the_first_frame_is_painted_while_the_register_is_opened(filled: Register) -> None:
    may_open = Event()

    def opener() -> Register:
        may_open.wait(30)
        return filled

    app = EdiApp(opener)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        try:
            await pilot.pause()
            assert "1 Today 2 Objectives 3 Actions" in words_on(pilot)
            assert "Wessex Vale" not in words_on(pilot)
            await pilot.press("2")
            assert app.current_mode == "objectives"
            await pilot.press("1")
        finally:
            may_open.set()
        await settled(pilot)
        assert "Wessex Vale NHS Foundation Trust" in words_on(pilot)
        assert "2026/27 Q3" in words_on(pilot)


def test_the_store_is_not_imported_for_the_first_frame() -> None:
    done = run(
        "import sys\n"
        "from edi_tui.domain.errors import NoRegisterError\n"
        "from edi_tui.tui.app import EdiApp\n"
        "def opener():\n"
        "    print(bool(app.screen.query('#body')), {'sqlalchemy', 'sqlmodel'} & {*sys.modules})\n"
        "    raise NoRegisterError('None here.')\n"
        "app = EdiApp(opener)\n"
        "app.run(headless=True)\n"
        "print(app.return_code, app.failure)\n"
    )
    assert done.stdout.splitlines() == ["True set()", "10 None here."]


async def test_without_a_register_the_program_ends_and_says_why() -> None:
    missing = NoRegisterError("There is no register yet.")

    def opener() -> Register:
        raise missing

    app = EdiApp(opener)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
    assert app.failure is missing
    assert app.return_code == 10


async def test_what_nobody_foresaw_ends_the_program(
    filled: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    app = EdiApp(lambda: filled)

    async def save_a_network() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "5", "n")
            monkeypatch.setattr("edi_tui.services.records.add", broken)
            fill(pilot, name="New")
            await pilot.press("ctrl+s")
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await save_a_network()
    assert app.return_code == 1
    assert "ZeroDivisionError" in app.last_words
    assert "Records: NET-001" in app.last_words


def test_no_part_of_the_terminal_program_imports_the_services_when_it_is_loaded() -> None:
    done = run(
        "import pkgutil, sys, edi_tui.tui\n"
        "for found in pkgutil.walk_packages(edi_tui.tui.__path__, 'edi_tui.tui.'):\n"
        "    __import__(found.name)\n"
        "heavy = ('edi_tui.services', 'edi_tui.store', 'edi_tui.exports', 'edi_tui.imports')\n"
        "light = ('edi_tui.exports', 'edi_tui.exports.paper')\n"  # what a paper is made of
        "print([one for one in sys.modules if one.startswith(heavy) and one not in light])\n"
    )
    assert done.stdout.strip() == "[]"

"""The status line says what has just happened, and the command that does the same."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from edi_tui.services.records import get
from edi_tui.services.register import Register, open_register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.surroundings import Surroundings
from edi_tui.tui.widgets.status_line import StatusLine
from tests.cli.conftest import Cli
from tests.conftest import NOW
from tests.tui.conftest import SIZES, press, save, words_on

NARRATIVE = "Half of the panels are briefed; it's slow.\nThe rest follow in January."


async def test_the_command_shown_does_what_was_done(
    app: EdiApp, filled: Register, tmp_path: Path
) -> None:
    twin = tmp_path / "twin.db"
    shutil.copy(filled.path, twin)
    commands = []

    def did(message: str) -> None:
        assert app.happened.message.startswith(message)
        commands.append(app.happened.command)

    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "n")
        await save(pilot, title="Halve the gap", owner="MEM-002", frameworks="HIA6; hia1", due="Q4")
        did("OBJ-003 added.")
        await press(pilot, "e")
        await save(pilot, title="Halve the gap “by half”", owner="MEM-001", due="")
        did("OBJ-003 changed.")
        await press(pilot, "u")
        await save(pilot, status="Off track", narrative=NARRATIVE, forecast_on="31 March 2027")
        did("UPD-002 added.")
        await press(pilot, "a")
        await save(pilot, title="Minutes", note="What the board said")
        did("EVI-001 added.")
        await press(pilot, "5", "d", *"gone", "enter")
        did("NET-001 withdrawn.")

    for command in commands:
        Cli(twin).done(*shlex.split(command)[1:])
    other = open_register(twin, who="tester", now=lambda: NOW)
    for ref in ("OBJ-003", "UPD-002", "EVI-001", "NET-001"):
        here, there = get(filled, ref), get(other, ref)
        assert here.draft == there.draft
        assert bool(here.withdrawn_at) == bool(there.withdrawn_at)


async def test_what_happened_stays_until_the_next_wherever_one_goes(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "5", "n")
        await save(pilot, name="Carers")
        assert "NET-002 added." in words_on(pilot, StatusLine)
        assert "edi-tui add network --name Carers" in words_on(pilot, StatusLine)
        await press(pilot, "3", "1", "5")
        assert "NET-002 added." in words_on(pilot, StatusLine)
        await press(pilot, "e", "ctrl+s")
        assert words_on(pilot, StatusLine) == "NET-002 was so already."


@pytest.mark.parametrize("size", SIZES)
async def test_the_message_is_seen_at_every_size(filled: Register, size: tuple[int, int]) -> None:
    app = EdiApp(lambda: filled, surroundings=Surroundings(db="/somewhere/else.db"))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "5", "n")
        await save(pilot, name="Carers [b]")
        assert "NET-002 added." in words_on(pilot, StatusLine)
        assert app.happened.command == (
            "edi-tui add network --name 'Carers [b]' --db /somewhere/else.db"
        )

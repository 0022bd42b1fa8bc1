"""The walks through the program that pictures are taken on."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from edi_tui.imports.sample import build_sample
from edi_tui.services.register import Register, create_register, open_register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.keys.places import PLACES
from tests.conftest import HIGH_IMPACT_ACTIONS, NOW, TRUST
from tests.tui import hostile
from tests.tui.conftest import fill, press, settled
from tests.tui.snapshots.picture import picture

KEPT = Path(__file__).parent / "kept"
"""Where the pictures are kept, one file for each walk."""
PLAN = """Action,Zieltermin,Lead,Update notes
Open a quiet room on every site,31/6/2027,Chief People Officer,Two sites of five so far
Ask every network what it needs,1 May 2027,Chair,Not begun
"""
"""A plan to import, with a heading that nobody knows and a day that does not exist."""
_MOST = 40
"""How often a screen is looked at until it stays as it is."""


@dataclass(frozen=True)
class Step:
    """Keys, and what the picture after them is called."""

    name: str
    keys: str
    """With blanks between them."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What is put into fields after them."""


@dataclass(frozen=True)
class Walk:
    """One run of the program."""

    name: str
    register: str
    """One of `REGISTERS`."""
    size: tuple[int, int]
    steps: tuple[Step, ...]
    theme: str = "textual-dark"
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        """Where its pictures are kept."""
        return KEPT / f"{self.name}.txt"


def _lists(place: str, key: str, *names: str) -> tuple[Step, ...]:
    """Return the steps to each list of a place."""
    first = (Step(f"{place}: {names[0]}", key),)
    return first + tuple(Step(f"{place}: {name}", "right_square_bracket") for name in names[1:])


_PLACES = tuple(Step(place.name, place.key) for place in PLACES)
_LISTS = (
    Step("today", "1"),
    *_lists("objectives", "2", "objectives", "commitments", "waivers"),
    *_lists("actions", "3", "actions", "updates"),
    *_lists("measures", "4", "measures", "readings"),
    *_lists("networks", "5", "networks", "sponsorships", "engagements", "concerns", "heard"),
    Step("evidence", "6"),
    *_lists("board", "7", "members", "coverage", "appraisals", "challenges", "frameworks"),
    *_lists("quarters", "8", "objectives", "actions"),
)
_READ = tuple(
    Step(f"{place.name}, read", f"{place.key} enter") for place in PLACES if place.name != "today"
)
_DIALOGS = (
    Step("new objective", "2 n"),
    Step("new objective without a title", "ctrl+s"),
    Step("edit objective", "escape escape e"),
    Step("update", "escape u"),
    Step("attach", "escape a"),
    Step("withdraw", "escape d"),
    Step("set aside", "escape w"),
    Step("filter", "escape slash s t a t u s : a t underscore r i s k enter"),
    Step("filter that is not understood", "slash space x x : y"),
    Step("statement", "escape right_square_bracket n"),
    Step("keys", "escape question_mark"),
    Step("guide", "escape f1"),
    Step("find", "escape ctrl+p"),
    Step("menu", "escape f10"),
    Step("themes", "escape f9"),
    Step("history", "escape 2 left_square_bracket h"),
    Step("bin", "escape b"),
    Step("marked", "escape space space"),
    Step("field of many", "e"),
    Step("handover", "escape escape 7 down H"),
    Step("what if", "escape 4 t"),
    Step("new reading", "escape u"),
    Step("export", "escape 8 x", {"path": "/papers/status.docx"}),
    Step("export without a quarter", "ctrl+s", {"quarter": "soon"}),
)
_DESK = (
    Step("desk", "1 D"),
    Step("desk, next proposal", "right"),
    Step("desk, put right", "e"),
    Step("desk, kept as text", "escape t"),
    Step("desk, next thing", "escape down"),
    Step("file to import", "escape i ctrl+u p l a n"),
    Step("columns of it", "enter"),
    Step("import before it is stored", "ctrl+s"),
    Step("import", "y"),
)

WALKS = (
    Walk("wide", "sample", (120, 40), _LISTS),
    Walk("widest", "sample", (160, 48), _PLACES),
    Walk("narrow", "sample", (80, 24), _LISTS),
    Walk("tiny", "sample", (40, 12), (*_PLACES, *_READ)),
    Walk("light", "sample", (120, 40), _PLACES, theme="textual-light"),
    Walk("ansi", "sample", (80, 24), _PLACES, theme="ansi-dark"),
    Walk("no-colour", "sample", (80, 24), _PLACES, environment={"NO_COLOR": "1"}),
    Walk("empty", "empty", (80, 24), _LISTS),
    Walk("hostile", "hostile", (80, 24), _LISTS),
    Walk("dialogs-wide", "sample", (120, 40), _DIALOGS),
    Walk("dialogs-narrow", "sample", (80, 24), _DIALOGS),
    Walk("dialogs-tiny", "sample", (40, 12), _DIALOGS),
    Walk("desk-wide", "sample", (120, 40), _DESK),
    Walk("desk-narrow", "sample", (80, 24), _DESK),
    Walk("desk-tiny", "sample", (40, 12), _DESK),
    Walk("dialogs-light", "sample", (80, 24), _DIALOGS[:6], theme="textual-light"),
)

REGISTERS: Mapping[str, Callable[[Path], Register]] = {
    "sample": lambda path: build_sample(path, who="secretary"),
    "empty": lambda path: create_register(
        path, TRUST, HIGH_IMPACT_ACTIONS, who="tester", now=lambda: NOW
    ),
    "hostile": hostile.register,
}


class Registers:
    """The registers that walks begin with, each made once."""

    def __init__(self, folder: Path) -> None:
        """Keep where they are made."""
        self._folder = folder
        self._clocks: dict[str, Register] = {}

    def opened(self, name: str, folder: Path) -> Register:
        """Return a register of a walk's own, in an empty folder."""
        made = self._folder / name
        if name not in self._clocks:
            made.mkdir(parents=True)
            self._clocks[name] = REGISTERS[name](made / "register.db")
        shutil.copytree(made, folder)
        first = self._clocks[name]
        return open_register(folder / "register.db", who=first.who, now=first.now)


async def taken(walk: Walk, register: Register) -> dict[str, str]:
    """Return the pictures of a walk by name."""
    with _surroundings(walk.environment), _steady():
        app = EdiApp(lambda: register)
        app.theme = walk.theme
        async with app.run_test(size=walk.size) as pilot:
            await settled(pilot)
            return {step.name: await _step(pilot, step) for step in walk.steps}


@contextmanager
def _surroundings(wanted: Mapping[str, str]) -> Iterator[None]:
    """Keep the settings and the drafts of whoever runs it out of the pictures."""
    before = dict(os.environ)
    with TemporaryDirectory() as home:
        ours = ("EDI_TUI_", "TEXTUAL_", "XDG_", "NO_COLOR")
        kept = {name: text for name, text in before.items() if not name.startswith(ours)}
        _leave_plan(Path(home) / "plan.csv")
        os.environ.clear()
        os.environ.update(kept | {"HOME": home, "USERPROFILE": home, "TZ": "UTC"} | dict(wanted))
        _heed_zone()
        try:
            with chdir(home):
                yield
        finally:
            os.environ.clear()
            os.environ.update(before)
            _heed_zone()


def _leave_plan(path: Path) -> None:
    """Write the plan to import, as old as the day of the sample register."""
    path.write_text(PLAN, encoding="utf-8", newline="\n")
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))


def _heed_zone() -> None:
    """Take the time zone from the environment, where the system can."""
    if sys.platform != "win32":
        time.tzset()


@contextmanager
def _steady() -> Iterator[None]:
    """Keep cursors from blinking; what they are told they draw only as they blink."""
    with (
        patch.object(Input, "_toggle_cursor", _nothing),
        patch.object(TextArea, "_toggle_cursor_blink_visible", _nothing),
    ):
        yield


def _nothing(entry: Input | TextArea) -> None:
    """Leave the cursor as it is."""


async def _step(pilot: Pilot[None], step: Step) -> str:
    await press(pilot, *step.keys.split())
    fill(pilot, **step.words)
    return await _at_rest(pilot)


async def _at_rest(pilot: Pilot[None]) -> str:
    """Return the picture of the screen once it stays as it is."""
    shown = picture(pilot.app)
    for _ in range(_MOST):
        await settled(pilot)
        before, shown = shown, picture(pilot.app)
        if shown == before:
            return shown
    raise AssertionError(f"The screen of {pilot.app.screen} never comes to rest.")


def written(pictures: Mapping[str, str]) -> str:
    """Return the pictures of a walk as one file holds them."""
    return "\n".join(f"=== {name}\n{shown}" for name, shown in pictures.items())

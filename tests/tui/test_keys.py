"""Every key works where it is listed, and nowhere that people type."""

from __future__ import annotations

import string
from collections.abc import Iterable
from typing import Any

from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import Screen
from textual.widgets import Button, TextArea

from edi_tui.domain.kinds import Kind
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.keys.app import APP
from edi_tui.tui.keys.entry import Menu
from edi_tui.tui.keys.lists import FILTER, LIST
from edi_tui.tui.keys.places import PLACES
from edi_tui.tui.keys.rows import MARKING, TABLE
from edi_tui.tui.keys.today import TODAY
from edi_tui.tui.modals.bin import BinScreen
from edi_tui.tui.modals.export import ExportForm
from edi_tui.tui.modals.file_picker import FilePicker
from edi_tui.tui.modals.guide import GuideScreen
from edi_tui.tui.modals.history import HistoryScreen
from edi_tui.tui.modals.menu import MenuScreen
from edi_tui.tui.modals.reason import ViewName, Withdrawal
from edi_tui.tui.modals.themes import ThemeChoice
from edi_tui.tui.screens.place import PlaceScreen
from edi_tui.tui.widgets.detail import Detail
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.record_table import RecordTable
from edi_tui.tui.widgets.status_line import StatusLine
from tests.tui.conftest import box, current, fill, place, press, problem, settled, typed, words_on

LISTED = (
    *APP,
    *LIST,
    *TABLE,
    *MARKING,
    *FILTER,
    *TODAY,
)
TYPED = string.digits + string.ascii_letters + string.punctuation + " "
"""Every character that a key of its own types."""
MODALS: dict[str, type[Screen[Any]]] = {
    "n": RecordForm,
    "w": RecordForm,
    "e": RecordForm,
    "u": RecordForm,
    "a": RecordForm,
    "d": Withdrawal,
    "x": ExportForm,
    "f1": GuideScreen,
    "question_mark": GuideScreen,
    "ctrl+p": CommandPalette,
    "h": HistoryScreen,
    "b": BinScreen,
    "f9": ThemeChoice,
    "f10": MenuScreen,
    **{menu.key: MenuScreen for menu in Menu},
}

STEPS = {
    "j": "OBJ-002",
    "k": "OBJ-001",
    "G": "OBJ-002",
    "g": "OBJ-001",
    "end": "OBJ-002",
    "home": "OBJ-001",
    "down": "OBJ-002",
    "up": "OBJ-001",
    "pagedown": "OBJ-002",
    "pageup": "OBJ-001",
}
MARKS = {
    "space": ["OBJ-001"],
    "asterisk": ["OBJ-001", "OBJ-002"],
    "escape": [],
    "v": ["OBJ-002"],
}
PARTS = {
    "right": "Progress",
    "greater_than_sign": "Measures",
    "left": "Progress",
    "less_than_sign": "Detail",
}


def keys_of(listed: Iterable[Binding]) -> set[str]:
    """Return every key of some bindings."""
    return {key for binding in listed for key in binding.key.split(",")}


async def test_every_key_of_a_list_does_what_it_says(app: EdiApp, filled: Register) -> None:
    tried: set[str] = set()

    async with app.run_test(size=(80, 24), notifications=True) as pilot:

        async def tap(key: str) -> None:
            tried.add(key)
            await press(pilot, key)

        await tap("1")
        for name in PLACES:
            await tap(name.key)
            assert app.current_mode == name.name
        await tap("2")
        for key, modal in MODALS.items():
            await tap(key)
            assert isinstance(app.screen, modal), key
            await tap("escape")
            assert isinstance(app.screen, PlaceScreen), key
        for key, ref in STEPS.items():
            await tap(key)
            assert current(pilot) == ref, key
        for key, marked in MARKS.items():
            await tap(key)
            assert place(pilot).marked == marked, key
        await tap("escape")
        for key, part in PARTS.items():
            await tap(key)
            assert place(pilot).detail.part == part, key
        for key, arrow in {"s": "▲", "S": "▼"}.items():
            await tap(key)
            assert arrow in words_on(pilot, RecordTable), key
        for key in ("c", "C"):
            await tap(key)
            assert "OBJ-002" in app.clipboard, key
        await tap("enter")
        assert place(pilot).query_one(Detail).has_focus
        await tap("escape")
        await tap("r")
        assert place(pilot).table.has_focus
        await tap("slash")
        assert place(pilot).filter.has_focus_within
        await pilot.press(*"n1edu?")
        await settled(pilot)
        assert place(pilot).filter.value == "n1edu?"
        await tap("up")
        await tap("tab")
        place(pilot).table.focus()
        await tap("V")
        assert isinstance(app.screen, ViewName)
        await tap("escape")
        await tap("escape")
        assert place(pilot).filter.value == ""
        await tap("3")
        for key in ("right_square_bracket", "left_square_bracket"):
            before = place(pilot).kind
            await tap(key)
            assert place(pilot).kind is not before
        await tap("ctrl+z")
        assert len(rows_of(filled, Kind.UPDATE)) == 0
        await tap("ctrl+y")
        assert len(rows_of(filled, Kind.UPDATE)) == 1
        await press(pilot, "1")
        await tap("D")
        assert app.current_mode == "desk"
        await tap("i")
        assert isinstance(app.screen, FilePicker)
        await press(pilot, "escape", "escape")
        tried.add("ctrl+q")
        await pilot.press("ctrl+q")
    assert app.return_code == 0
    assert keys_of(LISTED) - tried == set()


async def test_keys_without_anything_to_act_on_are_dimmed_and_say_why(register: Register) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2")
        keys = place(pilot).query_one(KeyLine).shown
        assert {"Open", "Mark", "Edit", "Update"} <= {key.verb for key in keys if not key.enabled}
        await press(pilot, "e", "u", "a", "d")
        assert isinstance(app.screen, PlaceScreen)
        assert "There is no record under the cursor yet." in words_on(pilot)
        await press(pilot, "enter")
        assert place(pilot).listing.empty in words_on(pilot, StatusLine)
        await press(pilot, "7", "left_square_bracket")
        assert place(pilot).active_bindings["e"].enabled
        await press(pilot, "u")
        assert "Nothing to update here: a framework item has no progress" in words_on(pilot)


async def test_every_character_is_typed_wherever_people_type(app: EdiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "slash")
        await typed(pilot, TYPED)
        assert place(pilot).filter.value == TYPED
        await press(pilot, "escape", "n")
        await typed(pilot, TYPED)
        assert box(pilot, "title").words == TYPED
        assert isinstance(box(pilot, "title").entry, TextArea)
        app.screen.query_one("#cancel", Button).focus()
        await press(pilot, "2", "q", "x")
        assert isinstance(app.screen, RecordForm)


async def test_a_status_paper_is_written_and_never_over_another(
    app: EdiApp, filled: Register
) -> None:
    folder = filled.path.parent
    (folder / "there.md").write_text("mine", encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "x")
        fill(pilot, quarter="soon", path="", format="Markdown (.md)")
        await press(pilot, "ctrl+s")
        assert problem(pilot, "quarter")
        assert problem(pilot, "path") == "Say where to write it."
        fill(pilot, quarter="2026/27 Q2", path=str(folder / "there"))
        await press(pilot, "ctrl+s")
        assert "There is a file of that name already" in problem(pilot, "path")
        assert box(pilot, "path").entry.has_focus
        assert box(pilot, "quarter").words == "2026/27 Q2"
        fill(pilot, path=str(folder / "other.md"))
        await press(pilot, "f2")
        assert "Written to" in words_on(pilot)
    assert (folder / "there.md").read_text(encoding="utf-8") == "mine"
    assert "Wessex Vale" in (folder / "other.md").read_text(encoding="utf-8")

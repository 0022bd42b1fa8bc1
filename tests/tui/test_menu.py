"""Whatever a key does can be found in a menu, with the key and, where it rests, the reason."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.keys.entry import Menu
from edi_tui.tui.modals.guide import GuideScreen
from edi_tui.tui.modals.menu import MenuScreen
from edi_tui.tui.screens.place import PlaceScreen
from edi_tui.tui.widgets.menu_bar import MenuBar
from tests.tui.conftest import SIZES, press, words_on


def offered(pilot: Pilot[None]) -> list[str]:
    """Return the verbs of the menu that is open."""
    assert isinstance(pilot.app.screen, MenuScreen)
    return [active.binding.description for active in pilot.app.screen.items]


def told(pilot: Pilot[None]) -> str:
    """Return what is said of the entry under the cursor."""
    return str(pilot.app.screen.query_one("#told", Static).content)


@pytest.mark.parametrize("size", SIZES)
async def test_a_menu_is_opened_and_walked_through_with_the_arrows(
    app: EdiApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "f10")
        assert offered(pilot)[-1] == "Quit"
        await press(pilot, "right")
        assert offered(pilot)[:3] == ["New", "Edit", "Update"]
        assert told(pilot) == "Write a new record of the kind listed"
        assert words_on(pilot).endswith("esc Close")
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, RecordForm)
        assert app.screen.question.ref == "OBJ-001"


async def test_a_letter_with_alt_opens_its_menu(app: EdiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        for menu in Menu:
            await press(pilot, menu.key)
            assert isinstance(app.screen, MenuScreen)
            assert offered(pilot)
            await press(pilot, "escape")
            assert isinstance(app.screen, PlaceScreen)
        await press(pilot, "alt+h", "enter")
        assert isinstance(app.screen, GuideScreen)


async def test_an_entry_that_rests_says_why_and_does_nothing(register: Register) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "alt+e", "down")
        assert told(pilot) == "There is no record under the cursor yet."
        await press(pilot, "enter")
        assert isinstance(app.screen, MenuScreen)


async def test_the_mouse_opens_menus_chooses_and_closes_them(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2")
        bar = app.screen.query_one(MenuBar)
        await pilot.click(MenuBar, offset=(bar.left_of(Menu.VIEW) + 3, 0))
        assert offered(pilot)[0] == "Filter"
        await pilot.click(MenuBar, offset=(bar.left_of(Menu.GO) + 3, 0))
        assert offered(pilot)[0] == "Today"
        await pilot.click(offset=(110, 30))
        assert isinstance(app.screen, PlaceScreen)
        await pilot.click(MenuBar, offset=(bar.left_of(Menu.GO) + 3, 0))
        await pilot.click("OptionList", offset=(3, 2))
        assert app.current_mode == "actions"

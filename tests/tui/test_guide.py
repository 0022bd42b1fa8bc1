"""The guide is read inside the program, with keys alone or with the mouse."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Markdown

from edi_tui.guide.pages import NAMES, page
from edi_tui.tui.app import EdiApp
from edi_tui.tui.keys.places import PLACES
from edi_tui.tui.modals.guide import GuideScreen, page_of
from edi_tui.tui.screens.place import PlaceScreen
from tests.tui.conftest import SIZES, press, settled, words_on


async def opened(pilot: Pilot[None], name: str = "start") -> GuideScreen:
    """Open the guide at a page."""
    await settled(pilot)
    guide = GuideScreen(name)
    await pilot.app.push_screen(guide)
    await settled(pilot)
    return guide


@pytest.mark.parametrize("size", SIZES)
async def test_pages_are_read_with_keys_alone(app: EdiApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        guide = await opened(pilot)
        for name in NAMES[:2]:
            assert guide.name_shown == name
            await press(pilot, "enter")
            assert page(name).title in words_on(pilot)
            if size[0] < 60:
                await press(pilot, "escape")
            await press(pilot, "shift+tab", "down")
        await press(pilot, "escape")
        assert isinstance(app.screen, PlaceScreen)


async def test_a_page_is_read_on_without_going_into_it(app: EdiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        guide = await opened(pilot, "smart")
        await press(pilot, "space", "pagedown")
        assert guide.query_one("#text").scroll_offset.y > 10
        await press(pilot, "backspace", "pageup")
        assert guide.query_one("#text").scroll_offset.y == 0
        assert guide.name_shown == "smart"


async def test_it_opens_at_the_page_of_the_place_or_at_its_keys(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "5", "f1")
        assert "Sponsorship alone is no objective" in words_on(pilot)
        await press(pilot, "f1", "question_mark")
        assert "] Show the next list of this place" in words_on(pilot)
        await press(pilot, "q")
        assert isinstance(app.screen, PlaceScreen)


async def test_a_link_turns_to_its_page_and_no_other_place(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        guide = await opened(pilot, "smart")
        text = guide.query_one(Markdown)
        for link, name in (
            ("https://example.org", "smart"),
            ("sponsorship.md", "sponsorship"),
            ("../../README.md", "sponsorship"),
        ):
            text.post_message(Markdown.LinkClicked(text, link))
            await settled(pilot)
            assert guide.name_shown == name
        assert "Sponsorship alone is no objective" in words_on(pilot)


async def test_a_page_is_clicked_on(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        guide = await opened(pilot)
        await pilot.click("#pages", offset=(4, len(NAMES)))
        await settled(pilot)
        assert guide.name_shown == NAMES[-1]


def test_every_place_has_a_page() -> None:
    assert {page_of(place.name) for place in PLACES} <= set(NAMES)
    assert page_of("networks") == "sponsorship"

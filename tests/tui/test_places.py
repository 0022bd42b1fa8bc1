"""Getting about."""

from __future__ import annotations

import pytest

from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.bindings import PLACES
from tests.tui.conftest import screen_text, settled

SIZES = [(120, 40), (80, 24), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
async def test_every_place_opens_with_its_key_at_every_size(
    app: EdiApp, place: object, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press(place.key)  # type: ignore[attr-defined] # a Place
        await settled(pilot)
        assert app.current_mode == place.name  # type: ignore[attr-defined] # a Place


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
async def test_an_empty_register_says_what_to_do_first(register: Register, place: object) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(place.key)  # type: ignore[attr-defined] # a Place
        await settled(pilot)
        assert "ress" in screen_text(pilot)

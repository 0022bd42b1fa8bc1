"""Getting about."""

from __future__ import annotations

from edi_tui.tui.app import EdiApp
from edi_tui.tui.keys.places import PLACES
from tests.tui.conftest import SIZES, press, settled, words_on


async def test_every_place_opens_with_its_key_at_every_size(app: EdiApp) -> None:
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        for size in reversed(SIZES):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            for place in PLACES:
                await press(pilot, place.key)
                assert app.current_mode == place.name
                assert place.title in words_on(pilot)

"""Getting about."""

from __future__ import annotations

import pytest

from edi_tui.tui.app import EdiApp
from edi_tui.tui.bindings import PLACES
from tests.tui.conftest import SIZES, press, settled


@pytest.mark.parametrize("size", SIZES)
async def test_every_place_opens_with_its_key_at_every_size(
    app: EdiApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        for name in reversed(PLACES):
            await press(pilot, name.key)
            assert app.current_mode == name.name

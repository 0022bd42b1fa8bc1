"""What a key does is found without asking of every other key whether it rests."""

from __future__ import annotations

import pytest

from edi_tui.tui.app import EdiApp
from tests.tui.conftest import press


@pytest.mark.parametrize("keys", [("1",), ("2",), ("2", "slash"), ("3", "enter"), ("2", "n")])
async def test_each_key_does_what_the_help_says(app: EdiApp, keys: tuple[str, ...]) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, *keys)
        told = app.screen.active_bindings
        assert {key: app._active(key) for key in told} == told
        assert app._active("f24") is None

"""The rules of how things look are read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.parse import parse

from edi_tui.tui.app import EdiApp
from tests.tui.conftest import place, press


async def test_rules_are_read_again_only_for_other_colours(
    app: EdiApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: Counter[str] = Counter()

    def counted(scope: str, css: str, *args: Any, **others: Any) -> Iterable[RuleSet]:
        read[css] += 1
        return parse(scope, css, *args, **others)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        monkeypatch.setattr("textual.css.stylesheet.parse", counted)
        await press(pilot, "3", "n", "escape", "7")
        assert read
        assert max(read.values()) == 1
        dark = place(pilot).styles.background
        app.theme = "light"
        await press(pilot, "2")
        assert place(pilot).styles.background != dark
        assert max(read.values()) == 2

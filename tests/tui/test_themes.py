"""Every word can be read in every theme, and the theme that was chosen is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color
from textual.pilot import Pilot

from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.surroundings import Surroundings
from edi_tui.tui.themes import TITLES
from tests.tui.conftest import current, press, words_on

ENOUGH = 4.5
"""The contrast that WCAG 2.2 asks of text, at level AA."""
OURS = [name for name in TITLES if not name.startswith("ansi")]


def luminance(colour: Color) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [part / 255 for part in colour.get_truecolor()]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def faint(pilot: Pilot[None]) -> set[str]:
    """Return the words that are too faint to read.

    What lies below a dialog is meant to be, and so is what rests.
    """
    resting = Color.parse(pilot.app.theme_variables["foreground-disabled"])
    found = set()
    screen = pilot.app.screen
    region = next((box.region for box in screen.query("#dialog, #menu")), screen.region)
    for strip in screen._compositor.render_strips()[region.y : region.bottom]:
        for text, style, _ in strip.crop(region.x, region.right):
            if style is None or not any(map(str.isalnum, text)):
                continue
            assert style.color is not None
            if style.color == resting:
                continue
            assert style.bgcolor is not None
            if (ratio := contrast(style.color, style.bgcolor)) < ENOUGH:
                found.add(f"{text.strip()} {style} {ratio:.1f}")
    return found


@pytest.mark.parametrize("theme", OURS)
async def test_every_word_can_be_read(app: EdiApp, theme: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        for keys in ("1", "2", "n", "escape f10 right", "escape 7 ]"):
            await press(pilot, *keys.replace("]", "right_square_bracket").split())
            assert faint(pilot) == set(), keys


@pytest.mark.parametrize("theme", [name for name in TITLES if name.startswith("ansi")])
async def test_the_terminal_lends_every_colour(app: EdiApp, theme: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await press(pilot, "2", "n")
        assert isinstance(app.screen, RecordForm)
        await press(pilot, "escape")
        strips = app.screen._compositor.render_strips()
        styles = [style for strip in strips for _, style, _ in strip if style]
        numbers = [style.color.number for style in styles if style.color]
        assert "A At risk" in words_on(pilot)
        assert all(number is None or number < 16 for number in numbers)


async def test_a_theme_is_tried_left_and_kept(filled: Register, tmp_path: Path) -> None:
    around = Surroundings(state=tmp_path / "state")
    app = EdiApp(lambda: filled, surroundings=around)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "f9", "down")
        assert app.theme == "light"
        await press(pilot, "escape")
        assert app.theme == "dark"
        await press(pilot, "f9", "down", "down", "enter")
        assert app.theme == "contrast"
        assert current(pilot) == "OBJ-001"
        await press(pilot, "f9", "up", "enter")
        assert faint(pilot) == set()
    assert EdiApp(lambda: filled, surroundings=around).theme == "light"


@pytest.mark.parametrize("content", ["no-such-theme", "", "\x00\xff"])
def test_a_choice_that_is_none_is_passed_over(
    filled: Register, tmp_path: Path, content: str
) -> None:
    (tmp_path / "theme").write_text(content, encoding="latin-1")
    app = EdiApp(lambda: filled, surroundings=Surroundings(state=tmp_path, light=True))
    assert app.theme == "light"


async def test_without_colour_words_and_signs_say_it_all(
    filled: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2")
        styles = [
            style for strip in app.screen._compositor.render_strips() for _, style, _ in strip
        ]
        shades = {style.color.get_truecolor() for style in styles if style and style.color}
        assert all(len(set(shade)) == 1 for shade in shades)
        assert "A At risk" in words_on(pilot)

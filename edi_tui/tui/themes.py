"""The themes that people choose from, and the one that was chosen last."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from textual.app import App

DARK = Theme(
    name="dark",
    primary="#0067B8",
    secondary="#004578",
    accent="#FFA62B",
    warning="#FFA62B",
    error="#BA3C5B",
    success="#4EBF71",
    foreground="#E0E0E0",
    variables={
        "block-cursor-background": "#0C314F",
        "block-cursor-foreground": "#E0E0E0",
        "border": "#2A8FE0",
        "primary-muted": "#0C314F",
        "text-primary": "#57A5E2",
        "text-error": "#E08A9F",
        "foreground-muted": "#A3A3A3",
        "foreground-disabled": "#6E6E6E",
    },
)
LIGHT = Theme(
    name="light",
    primary="#00508A",
    secondary="#00639C",
    accent="#7A4A00",
    warning="#7A4A00",
    error="#A3123A",
    success="#146034",
    foreground="#1C1C1C",
    background="#F4F4F4",
    surface="#FCFCFC",
    panel="#E6E9EC",
    dark=False,
    variables={
        "block-cursor-background": "#CFE3F3",
        "block-cursor-foreground": "#1C1C1C",
        "primary-muted": "#CFE3F3",
        "text-primary": "#00508A",
        "text-accent": "#7A4A00",
        "text-warning": "#7A4A00",
        "text-error": "#A3123A",
        "text-success": "#146034",
        "text-muted": "#4A4A4A",
        "foreground-muted": "#4A4A4A",
        "foreground-disabled": "#8C8C8C",
    },
)
CONTRAST = Theme(
    name="contrast",
    primary="#00BFFF",
    secondary="#7FDFFF",
    accent="#FFD700",
    warning="#FFD700",
    error="#FF8080",
    success="#5CFF5C",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#1A1A1A",
    variables={
        "block-cursor-background": "#003A66",
        "block-cursor-foreground": "#FFFFFF",
        "border": "#FFFFFF",
        "border-blurred": "#A0A0A0",
        "primary-muted": "#003A66",
        "text-primary": "#7FDFFF",
        "text-accent": "#FFD700",
        "text-warning": "#FFD700",
        "text-error": "#FF9C9C",
        "text-success": "#5CFF5C",
        "text-muted": "#D0D0D0",
        "foreground-muted": "#D0D0D0",
        "foreground-disabled": "#8C8C8C",
    },
)

TITLES = {
    "dark": "Dark",
    "light": "Light",
    "contrast": "High contrast",
    "ansi-dark": "The colours of a dark terminal",
    "ansi-light": "The colours of a light terminal",
}
"""What the themes are called; the last two take every colour from the terminal itself."""

_FILE = "theme"


def adopt(app: App[None], *, light: bool, state: Path | None) -> None:
    """Give the program its themes and show the one chosen last, else one like the terminal.

    Args:
        app: The program.
        light: Whether the terminal has a light background.
        state: The folder where the choice is remembered.
    """
    for theme in (DARK, LIGHT, CONTRAST):
        app.register_theme(theme)
    app.theme = _chosen(state) or ("light" if light else "dark")


def remember(name: str, state: Path | None) -> None:
    """Keep a choice for the next time; where it cannot be written it holds for now only."""
    if state is not None:
        with suppress(OSError):
            state.mkdir(parents=True, exist_ok=True)
            (state / _FILE).write_text(name, encoding="utf-8")


def _chosen(state: Path | None) -> str:
    if state is None:
        return ""
    try:
        name = (state / _FILE).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""
    return name if name in TITLES else ""

"""The colour of a status; its letter and words always stand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from edi_tui.domain.words import Status

_VARIABLES = {"G": "text-success", "A": "text-warning", "R": "text-error", "B": "text-primary"}


def status_style(app: App[None], status: Status) -> str:
    """Return the style of a status in the theme that is shown; dim where it has no letter."""
    return colours(app).get(_VARIABLES.get(status.letter, ""), "dim")


def colours(app: App[None]) -> Mapping[str, str]:
    """Return the theme's colours by name, as the text of tables and pages takes them."""
    return {name: value.removeprefix("ansi_") for name, value in app.theme_variables.items()}

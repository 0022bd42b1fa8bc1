"""The colour of a status; its letter and words always stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from edi_tui.tui.colours import colours

if TYPE_CHECKING:
    from edi_tui.domain.words import Status

_VARIABLES = {"G": "text-success", "A": "text-warning", "R": "text-error", "B": "text-primary"}


def status_style(app: App[None], status: Status) -> str:
    """Return the style of a status in the theme that is shown; dim where it has no letter."""
    return colours(app).get(_VARIABLES.get(status.letter, ""), "dim")

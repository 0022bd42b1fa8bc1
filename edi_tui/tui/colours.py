"""The colours of the theme that is shown, as Rich names them."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import App

_NAMES = ("text-success", "text-warning", "text-error", "text-primary", "text-accent")
_ANSI = "ansi_"
"""What Textual puts before the names of the terminal's own colours."""


def colours(app: App[None]) -> Mapping[str, str]:
    """Return the styles of texts that mean something, by the theme's name for them."""
    known = app.theme_variables
    return {name: known[name].removeprefix(_ANSI) for name in _NAMES}

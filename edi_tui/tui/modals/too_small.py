"""What is shown where the window has no room for the program."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

LEAST = Size(30, 8)
"""Columns and rows below which nothing else is shown."""


class TooSmall(ModalScreen[None]):
    """One sentence, until the window is larger; whatever lies below it waits as it was."""

    DEFAULT_CSS = "TooSmall { background: $background; }"

    def compose(self) -> ComposeResult:
        """Say what to do."""
        yield Static("Too small to show. Make this window larger, or press ctrl+q to leave.")

    @on(events.Resize)
    @on(events.ScreenResume)
    def leave(self) -> None:
        """Make way as soon as there is room."""
        if self.is_current and fits(self.app.size):
            self.dismiss(None)


def fits(size: Size) -> bool:
    """Tell whether there is room for the program."""
    return size.width >= LEAST.width and size.height >= LEAST.height

"""The line that says where you are and where else you can go."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from edi_tui.tui.bindings import PLACES, Place
from edi_tui.tui.text import plain


class PlaceTab(Static):
    """The name of one place."""

    def __init__(self, place: Place, *, current: bool) -> None:
        """Show a place's key and title."""
        super().__init__(plain(f" {place.key} {place.title} "), classes="-current" * current)
        self.place = place


class PlaceBar(Horizontal):
    """All places in one line; the current one stands out."""

    DEFAULT_CSS = """
    PlaceBar {
        height: 1;
        padding: 0 1;
        PlaceTab { width: auto; color: $text-muted; }
        PlaceTab:hover { color: $text; }
        PlaceTab.-current { color: $text; background: $primary-muted; text-style: bold; }
    }
    """

    class Chosen(Message):
        """A place was clicked."""

        def __init__(self, name: str) -> None:
            """Carry the place's name."""
            super().__init__()
            self.name = name

    def __init__(self, current: str) -> None:
        """Mark the place that is shown."""
        super().__init__()
        self._current = current

    def compose(self) -> ComposeResult:
        """Lay the places out in the order of their keys."""
        for place in PLACES:
            yield PlaceTab(place, current=place.name == self._current)

    @on(Click)
    def choose(self, event: Click) -> None:
        """Tell which place was clicked."""
        if isinstance(event.widget, PlaceTab):
            self.post_message(self.Chosen(event.widget.place.name))

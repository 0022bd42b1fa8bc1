"""The line that says where you are and where else you can go."""

from __future__ import annotations

from textual import on
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from edi_tui.tui.bindings import PLACES, Place


class PlaceBar(Static):
    """All places in one line; the current one stands out."""

    DEFAULT_CSS = "PlaceBar { height: 1; padding: 0 1; color: $text-muted; }"

    class Chosen(Message):
        """A place was clicked."""

        def __init__(self, name: str) -> None:
            """Carry the place's name."""
            super().__init__()
            self.name = name

    def __init__(self, current: str) -> None:
        """Mark the place that is shown."""
        parts = [
            (_tab(place), "bold $text on $primary-muted" if place.name == current else "")
            for place in PLACES
        ]
        super().__init__(Content.assemble(*parts))

    @on(Click)
    def choose(self, event: Click) -> None:
        """Tell which place was clicked."""
        end = self.styles.padding.left
        for place in PLACES:
            end += len(_tab(place))
            if event.x < end:
                self.post_message(self.Chosen(place.name))
                return


def _tab(place: Place) -> str:
    return f" {place.key} {place.title} "

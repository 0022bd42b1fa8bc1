"""The line that says where you are and where else you can go."""

from __future__ import annotations

from textual import on
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from edi_tui.tui.keys.places import PLACES, Place


class PlaceBar(Static):
    """All places in one line, in as many words as there is room for; the current one stands out."""

    DEFAULT_CSS = "PlaceBar { height: 1; padding: 0 1; color: $text-muted; }"

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

    def render(self) -> Content:
        """Set the places side by side."""
        return Content.assemble(
            *(
                (tab, "bold $text on $primary-muted" if place.name == self._current else "")
                for place, tab in self._tabs()
            )
        )

    @on(Click)
    def choose(self, event: Click) -> None:
        """Tell which place was clicked."""
        end = self.styles.padding.left
        for place, tab in self._tabs():
            end += len(tab)
            if event.x < end:
                self.post_message(self.Chosen(place.name))
                return

    def _tabs(self) -> list[tuple[Place, str]]:
        """Return the words of each place: whole, brief, or the keys alone but for this place."""
        room = self.content_size.width
        for write in (_whole, _brief, self._key):
            tabs = [(place, write(place)) for place in PLACES]
            if sum(len(tab) for _, tab in tabs) <= room:
                break
        return tabs

    def _key(self, place: Place) -> str:
        return _whole(place) if place.name == self._current else f" {place.key} "


def _whole(place: Place) -> str:
    return f" {place.key} {place.title} "


def _brief(place: Place) -> str:
    return f" {place.key} {place.brief or place.title}"

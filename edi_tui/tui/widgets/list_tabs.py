"""The names of the lists that a place has."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalScroll
from textual.events import Click
from textual.message import Message
from textual.widgets import Static


class ListTab(Static):
    """The name of one list."""

    def __init__(self, title: str, place: int) -> None:
        """Show the name of the list at a place in the line."""
        super().__init__(title, classes="-current" * (place == 0), markup=False)
        self.place = place


class ListTabs(HorizontalScroll, can_focus=False):
    """The lists of a place in one line; hidden where there is only one."""

    DEFAULT_CSS = """
    ListTabs {
        height: 1;
        margin: 0 0 1 1;
        scrollbar-size-horizontal: 0;
        ListTab { width: auto; margin-right: 3; color: $text-muted; }
        ListTab:hover { color: $text; }
        ListTab.-current { color: $text-accent; text-style: bold underline; }
    }
    """

    class Chosen(Message):
        """Another list was chosen."""

        def __init__(self, place: int) -> None:
            """Carry the place of the list in the line."""
            super().__init__()
            self.place = place

    def __init__(self, titles: Sequence[str]) -> None:
        """Begin with the first list."""
        super().__init__()
        self._titles = titles
        self._place = 0
        self.display = len(titles) > 1

    def compose(self) -> ComposeResult:
        """Lay the names out."""
        for place, title in enumerate(self._titles):
            yield ListTab(title.capitalize(), place)

    def show(self, place: int) -> None:
        """Mark the list that is shown."""
        self._place = place
        for tab in self.query(ListTab):
            tab.set_class(tab.place == place, "-current")
            if tab.place == place:
                self.scroll_to_widget(tab, animate=False)

    def move(self, step: int) -> None:
        """Choose a list a number of steps on, round the end."""
        self._choose((self._place + step) % len(self._titles))

    @on(Click)
    def choose(self, event: Click) -> None:
        """Choose the list that was clicked."""
        if isinstance(event.widget, ListTab):
            self._choose(event.widget.place)

    def _choose(self, place: int) -> None:
        self.show(place)
        self.post_message(self.Chosen(place))

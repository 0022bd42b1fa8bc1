"""The names of the lists that a place has."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from edi_tui.domain.kinds import Kind


class ListTab(Static):
    """The name of one list."""

    def __init__(self, kind: Kind, *, current: bool) -> None:
        """Show the plural of the kind."""
        title = kind.plural.replace("frameworks", "framework items").capitalize()
        super().__init__(title, classes="-current" * current)
        self.kind = kind


class ListTabs(Horizontal):
    """The lists of a place in one line; hidden where there is only one."""

    DEFAULT_CSS = """
    ListTabs {
        height: 1;
        margin: 0 0 1 1;
        ListTab { width: auto; margin-right: 3; color: $text-muted; }
        ListTab:hover { color: $text; }
        ListTab.-current { color: $text-accent; text-style: bold underline; }
    }
    """

    class Chosen(Message):
        """Another list was chosen."""

        def __init__(self, kind: Kind) -> None:
            """Carry the kind of record listed."""
            super().__init__()
            self.kind = kind

    def __init__(self, kinds: Sequence[Kind]) -> None:
        """Begin with the first list."""
        super().__init__()
        self._kinds = kinds
        self._place = 0
        self.display = len(kinds) > 1

    def compose(self) -> ComposeResult:
        """Lay the names out."""
        for place, kind in enumerate(self._kinds):
            yield ListTab(kind, current=place == self._place)

    def show(self, kind: Kind) -> None:
        """Mark the list that is shown."""
        self._place = self._kinds.index(kind)
        for tab in self.query(ListTab):
            tab.set_class(tab.kind is kind, "-current")

    def move(self, step: int) -> None:
        """Choose a list a number of steps on, round the end."""
        self._choose((self._place + step) % len(self._kinds))

    @on(Click)
    def choose(self, event: Click) -> None:
        """Choose the list that was clicked."""
        if isinstance(event.widget, ListTab):
            self._choose(self._kinds.index(event.widget.kind))

    def _choose(self, place: int) -> None:
        self.show(self._kinds[place])
        self.post_message(self.Chosen(self._kinds[place]))

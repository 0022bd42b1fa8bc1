"""The entries of a field that is typed."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.events import Blur, Focus, Key
from textual.geometry import Region

from edi_tui.domain.text import visible
from edi_tui.tui.keys.forms import PROSE
from edi_tui.tui.widgets.entry import LineEntry, ProseEntry


class FieldEntry(LineEntry):
    """One line of a form, which enter leaves for the next field."""

    def __init__(self, words: str, *, select_on_focus: bool = False) -> None:
        """Begin with words.

        Args:
            words: What stands there to begin with.
            select_on_focus: Whether what is typed first replaces them.
        """
        super().__init__(words, select_on_focus=select_on_focus, classes="entry", compact=True)

    @property
    def words(self) -> str:
        """What stands here."""
        return self.value

    async def action_submit(self) -> None:
        """Leave the key to the form."""
        raise SkipAction

    def _on_focus(self, _: Focus) -> None:
        at = Region(cell_len(self.value[: self.cursor_position]), 0, 1, 1)
        self.scroll_to_region(at, force=True, animate=False)

    def _on_blur(self, _: Blur) -> None:
        # Textual leaves the line where the cursor was, so that its first letters stay hidden.
        self.scroll_to(x=0, force=True, animate=False)


class FieldProse(ProseEntry):
    """Several lines of a form: enter begins a new one, and tab leaves for the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [*PROSE]

    def __init__(self, words: str, *, sentence: bool = False) -> None:
        """Begin with words.

        Args:
            words: What stands there to begin with.
            sentence: Whether it is one sentence, however long, which enter leaves too.
        """
        super().__init__(visible(words), classes="entry", compact=True, highlight_cursor_line=False)
        self._sentence = sentence

    async def _on_key(self, event: Key) -> None:
        if self._sentence and event.key == "enter":
            event.prevent_default()  # and goes on to the form

    def action_leave(self) -> None:
        """Go on to the next field."""
        self.screen.focus_next(".entry")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show the key that leaves only where enter does not."""
        return not (action == "leave" and self._sentence)

    @property
    def words(self) -> str:
        """What stands here."""
        return self.text

"""Asks for one of several words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from edi_tui.tui.keys.desk import CHOOSE
from edi_tui.tui.modals.dialog import ListDialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine


class Choose(ListDialog[str | None]):
    """Lists the words under what is asked; enter takes the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*CHOOSE]

    def __init__(
        self, heading: str, told: str, options: Sequence[tuple[str, str]], chosen: str = ""
    ) -> None:
        """Ask.

        Args:
            heading: What is asked.
            told: What it is asked about.
            options: What may be chosen, and how each reads.
            chosen: Where the cursor begins.
        """
        super().__init__()
        self._heading, self._told, self._options, self._chosen = heading, told, options, chosen

    def compose(self) -> ComposeResult:
        """List the options."""
        with Vertical(id="dialog", classes="-small") as dialog:
            dialog.border_title = plain(self._heading)
            yield Static(plain(self._told), id="explained")
            yield OptionList(*(Option(plain(shown)) for _, shown in self._options))
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at what is chosen already."""
        values = [value for value, _ in self._options]
        place = values.index(self._chosen) if self._chosen in values else 0
        self.query_one(OptionList).highlighted = place

    @on(OptionList.OptionSelected)
    def take(self, message: OptionList.OptionSelected) -> None:
        """Hand over what was chosen."""
        self.dismiss(self._options[message.option_index][0])

    def action_choose(self) -> None:
        """Take what the cursor is on."""
        self.query_one(OptionList).action_select()

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

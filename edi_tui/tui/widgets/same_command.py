"""The command that does what a dialog is about to do."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from edi_tui.tui.command_line import command
from edi_tui.tui.text import plain


class SameCommand(Static):
    """Shows the command under a word on what it is."""

    DEFAULT_CSS = "SameCommand { height: auto; max-height: 4; margin-top: 1; }"

    def show(self, words: Sequence[str], db: str) -> None:
        """Show a command.

        Args:
            words: What follows `edi-tui`.
            db: The register, where it is not the one that commands open by themselves.
        """
        told = plain("The same as a command:\n", "$text-muted")
        self.update(Content.assemble(told, plain(command(*words, db=db))))

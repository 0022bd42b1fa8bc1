"""The line of a dialog that says why it does not go on."""

from __future__ import annotations

from textual.widgets import Static

from edi_tui.tui.text import plain


class Refusal(Static):
    """Why something was refused; out of sight while nothing was."""

    DEFAULT_CSS = """
    Refusal { color: $text-error; margin-bottom: 1; }
    """

    def __init__(self, problem: str = "") -> None:
        """Begin with why it was refused before, if it was."""
        super().__init__(id="refusal")
        self.say(problem)

    def say(self, problem: str) -> None:
        """Say why, or nothing."""
        self.update(plain(problem))
        self.display = bool(problem)

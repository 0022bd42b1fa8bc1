"""The line that says what has just happened, and the command that does the same."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.widgets import Static

from edi_tui.domain.text import one_line
from edi_tui.tui.text import plain

_GAP = 3
"""Blank characters between message and command."""
_LEAST = 20
"""Columns below which a command is not worth beginning."""


@dataclass(frozen=True, slots=True)
class Happened:
    """What was done last."""

    message: str = ""
    command: str = ""
    """The command that does the same, whole; empty where there is none."""


class StatusLine(Static):
    """The last thing that happened; it stays until the next."""

    DEFAULT_CSS = "StatusLine { dock: bottom; height: 1; margin-bottom: 1; padding: 0 1; }"

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self._happened = Happened()

    def show(self, happened: Happened) -> None:
        """Say what happened."""
        self._happened = happened
        self.set_class(bool(happened.message), "-told")
        self.refresh()

    def render(self) -> Content:
        """Set the message left and as much of the command as there is room for right."""
        message = one_line(self._happened.message)
        width = self.content_size.width
        room = width - len(message) - _GAP
        said = plain(message).truncate(width, ellipsis=True)
        if not self._happened.command or room < _LEAST:
            return said
        command = plain(one_line(self._happened.command), "$foreground-muted")
        shown = command.truncate(room, ellipsis=True)
        blank = max(width - said.cell_length - shown.cell_length, 1)
        return Content.assemble(said, " " * blank, shown)

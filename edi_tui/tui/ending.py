"""How the program ends: when it is left, with its terminal, or over an error."""

from __future__ import annotations

import select
import signal
import sys
from asyncio import get_running_loop

from textual.app import App

from edi_tui.domain.errors import EdiError
from edi_tui.tui.surroundings import Surroundings

_LOOK = 1.0
"""Seconds between two looks whether the terminal is still there."""
if sys.platform != "win32":
    _GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


class EndingApp(App[None]):
    """A program that says why it ends, and leaves terminal and disk in order."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Begin without a reason to end."""
        super().__init__()
        self.surroundings = surroundings
        self.failure: EdiError | None = None
        """Why the program ended by itself; the command prints it."""
        self.last_words = ""
        """What is said of an error that nobody foresaw; the command prints it."""

    def on_mount(self) -> None:
        """End with the terminal: without one, reading keys would go round and round."""
        if sys.platform != "win32":
            get_running_loop().add_signal_handler(signal.SIGHUP, self.exit)
            if isinstance(reads_from := getattr(self._driver, "fileno", None), int):
                self.set_interval(_LOOK, lambda: self._end_without(reads_from))

    def _end_without(self, terminal: int) -> None:
        """End where the terminal has gone: not everyone who closes one says so with a hang-up."""
        watch = select.poll()
        watch.register(terminal, select.POLLIN)
        if any(found & _GONE for _, found in watch.poll(0)):
            self.exit()

    def looked_at(self) -> list[str]:
        """Return the references of the records that are being looked at."""
        return []

    def panic_for(self, error: BaseException) -> None:
        """End the program over an error that nobody foresaw."""
        self._handle_exception(error if isinstance(error, Exception) else RuntimeError(str(error)))

    def let_go(self) -> None:
        """Let the thread that reads keys end; called when the program has.

        Where the terminal went away while it was being set up, Textual leaves that thread reading
        nothing, round and round, and the process would never end.
        """
        ended = getattr(self._driver, "exit_event", None)
        if ended is not None:
            ended.set()

    def _fatal_error(self) -> None:
        # Textual's own prints the local variables of every call, and so the words of records.
        from edi_tui.tui.crash import farewell

        if (error := self._exception) is not None and not self.last_words:
            self.last_words = farewell(error, self.looked_at(), self.surroundings.state)
            self._close_messages_no_wait()

"""Whether the terminal has a light background, as the terminal itself says.

It is asked before the libraries of the screen are loaded and answers while they are, so that
nobody waits. A terminal that has not answered in time is taken for a dark one. One at the far end
of a network is not asked: what it answers too late would be taken for typing.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
"""What colour is your background, and what are you: every terminal answers the second."""
_SILENT = (None, "dumb", "linux")
_END = re.compile(rb"\x1b\[\?[0-9;]*c")
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_ANSWER = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b\[\?[0-9;]*c?")
_PATIENCE = 0.5
"""Seconds from the question within which a terminal answers."""


class Asked:
    """A question to the terminal, and what has come back."""

    def __init__(self) -> None:
        """Begin without an answer."""
        self.light = _told_light()
        """Whether the background is light."""
        self.typed = ""
        """What was typed meanwhile, as the terminal sends it."""


@contextmanager
def asking() -> Iterator[Asked]:
    """Ask the terminal, let something else be done, and read the answer at the end of that."""
    asked = Asked()
    if not _may_be_asked():
        yield asked
        return
    import termios
    import tty

    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard, termios.TCSANOW)
        os.write(sys.stdout.fileno(), _QUESTION)
        deadline = monotonic() + _PATIENCE
        yield asked
        received = _received(keyboard, deadline)
        if found := _COLOUR.search(received):
            asked.light = _luminance(*found.groups()) > 0.5
        asked.typed = _typed(received)
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)


def _may_be_asked() -> bool:
    far = "SSH_CONNECTION" in os.environ
    return sys.platform != "win32" and not far and os.environ.get("TERM") not in _SILENT


def _told_light() -> bool:
    """Return what some terminals leave in COLORFGBG: foreground and background, as 0 to 15."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def _received(keyboard: int, deadline: float) -> bytes:
    """Read up to the end of the answer, or all that has come by the deadline."""
    import select

    received = b""
    while not _END.search(received):
        patience = max(0.0, deadline - monotonic())
        if not select.select([keyboard], [], [], patience)[0]:
            break
        received += os.read(keyboard, 1)
    return received


def _typed(received: bytes) -> str:
    """Return what a person typed; the terminal has made line feeds of their returns."""
    return _ANSWER.sub(b"", received).decode(errors="ignore").replace("\n", "\r")


def _luminance(red: bytes, green: bytes, blue: bytes) -> float:
    """Return how light a colour is, from 0 to 1, each part being of one to four hex digits."""
    parts = [int(part, 16) / int("f" * len(part), 16) for part in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

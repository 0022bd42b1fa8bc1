"""Whether the terminal has a light background, as the terminal itself says.

It is asked before the libraries of the screen are loaded and answers while they are, so that
nobody waits. A terminal that has not answered by then is taken for a dark one.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
"""What colour is your background, and what are you: every terminal answers the second."""
_END = re.compile(rb"\x1b\[\?[0-9;]*c")
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_LONGEST = 200
"""Bytes that an answer may have; beyond them it is somebody typing."""


class Asked:
    """A question to the terminal, and what has come back."""

    def __init__(self) -> None:
        """Begin without an answer."""
        self.light = _told_light()
        """Whether the background is light."""


@contextmanager
def asking() -> Iterator[Asked]:
    """Ask the terminal, let something else be done, and read the answer at the end of that."""
    asked = Asked()
    if sys.platform == "win32" or os.environ.get("TERM", "dumb") in ("dumb", "linux"):
        yield asked
        return
    import termios
    import tty

    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard, termios.TCSANOW)
        os.write(sys.stdout.fileno(), _QUESTION)
        yield asked
        if found := _COLOUR.search(_answer(keyboard)):
            asked.light = _luminance(*found.groups()) > 0.5
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)


def _told_light() -> bool:
    """Return what some terminals leave in COLORFGBG: foreground and background, as 0 to 15."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def _answer(keyboard: int) -> bytes:
    """Read what has come, up to the end of the answer; what is typed after it stays unread."""
    import select

    answer = b""
    while not _END.search(answer) and len(answer) < _LONGEST:
        if not select.select([keyboard], [], [], 0)[0]:
            break
        answer += os.read(keyboard, 1)
    return answer


def _luminance(red: bytes, green: bytes, blue: bytes) -> float:
    """Return how light a colour is, from 0 to 1, each part being of one to four hex digits."""
    parts = [int(part, 16) / int("f" * len(part), 16) for part in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

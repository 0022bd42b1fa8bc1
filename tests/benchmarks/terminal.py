"""A program in a pseudo-terminal, timed to its first frame."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyte

COLUMNS, LINES = 140, 40
SETTLED = 0.6
"""Seconds of silence after which a screen counts as settled."""
LONGEST = 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """When a program had painted most of its first screen."""

    first: float
    """Seconds from start until the first frame stood: a twentieth of the screen."""
    content: float
    """Seconds until 40 % of what the settled screen shows stood."""
    memory: float
    """Resident set size once settled, MiB."""


def first_frame(command: list[str], environment: dict[str, str]) -> Frame:
    """Start a program in a terminal and measure its first frame."""
    started = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    chunks = _output(terminal, started)
    memory = _memory(child)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)
    cells = _cells(chunks)
    final = cells[-1][1] if cells else 0
    return Frame(_reached(cells, COLUMNS * LINES // 20), _reached(cells, 0.4 * final), memory)


def _output(terminal: int, started: float) -> list[tuple[float, bytes]]:
    chunks: list[tuple[float, bytes]] = []
    quiet_since = time.perf_counter()
    while (now := time.perf_counter()) - started < LONGEST:
        ready, _, _ = select.select([terminal], [], [], 0.02)
        if ready:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            if not data:
                break
            quiet_since = now
            chunks.append((time.perf_counter() - started, data))
            _answer(terminal, data)
        elif len(b"".join(data for _, data in chunks)) > 500 and now - quiet_since > SETTLED:
            break
    return chunks


def _answer(terminal: int, data: bytes) -> None:
    """Answer what terminals are asked, so that no program waits for it."""
    for question, answer in ((b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62c")):
        if question in data:
            os.write(terminal, answer)


def _cells(chunks: list[tuple[float, bytes]]) -> list[tuple[float, int]]:
    """Return how many cells were not blank after each chunk of output."""
    cells = []
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    for when, data in chunks:
        stream.feed(data.replace(b"\x1b[?2026h", b"").replace(b"\x1b[?2026l", b""))
        cells.append((when, sum(len(line.replace(" ", "")) for line in screen.display)))
    return cells


def _reached(cells: list[tuple[float, int]], wanted: float) -> float:
    return next((when for when, count in cells if count >= max(wanted, 1)), float("nan"))


def _memory(child: int) -> float:
    pages = int(Path(f"/proc/{child}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def environment() -> dict[str, str]:
    """Return an environment in which terminal programs behave alike."""
    return os.environ | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_ANIMATIONS": "none",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }


@dataclass(frozen=True, slots=True)
class Took:
    """How long a program took for something, in seconds."""

    wall: float
    computing: float
    """Of all its threads, which the load of the machine changes little."""


class Terminal:
    """A program in a pseudo-terminal, to which keys are sent and whose screen is read."""

    def __init__(self, command: list[str], surroundings: dict[str, str]) -> None:
        """Start the program."""
        self._started = time.perf_counter()
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.execvpe(command[0], command, surroundings)
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Terminal:
        """Return it, to be ended with the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, keys.encode())

    def shows(self, text: str) -> bool:
        """Tell whether a text stands on the screen."""
        return any(text in line for line in self._screen.display)

    def changed(self) -> Callable[[], bool]:
        """Return what tells whether anything has been painted from now on."""
        before = self._painted()
        return lambda: self._painted() != before

    def _painted(self) -> list[tuple[str, str]]:
        """Return character and background here and there in the left half of every line."""
        buffer = self._screen.buffer
        cells = (buffer[line][at] for line in range(LINES) for at in range(2, COLUMNS // 2, 3))
        return [(cell.data, cell.bg) for cell in cells]

    def press(self, key: str, done: Callable[[], bool] | None) -> Took:
        """Press a key and return how long it took until the screen was as wanted; then rest."""
        started, computed = time.perf_counter(), self._computing()
        self.send(key)
        wall = self.until(done) - started if done else 0.0
        took = Took(wall, self._computing() - computed)
        self.rest()
        return took

    def started(self, done: Callable[[], bool], longest: float = 4 * LONGEST) -> Took:
        """Wait until the screen is as wanted and return how long that took from the start."""
        return Took(self.until(done, longest) - self._started, self._computing())

    def _computing(self) -> float:
        """Return the seconds that the program has computed, in threads that have ended too."""
        return time.clock_gettime(~self._child << 3 | 2)  # what clock_getcpuclockid(3) makes of it

    def until(self, done: Callable[[], bool], longest: float = 4 * LONGEST) -> float:
        """Read until the screen is as wanted and return when that came.

        Args:
            done: Tells whether it is.
            longest: Seconds after which to give up.
        """
        deadline = time.perf_counter() + longest
        came = 0.0
        while not came and time.perf_counter() < deadline:
            for when, data in self._read(0.05):
                self._feed(data)
                if not came and done():
                    came = when
        if not came:
            raise TimeoutError("\n".join(self._screen.display))
        return came

    def rest(self) -> None:
        """Read until no other text has come for a while; a cursor may go on blinking."""
        quiet, shown = time.perf_counter(), self._screen.display
        while time.perf_counter() - quiet < SETTLED:
            for when, data in self._read(0.05):
                self._feed(data)
                if (now := self._screen.display) != shown:
                    quiet, shown = when, now

    def _read(self, wait: float) -> list[tuple[float, bytes]]:
        """Return what comes, and when, until nothing more does for a moment.

        It is painted afterwards, since painting takes longer than the program takes to write.
        """
        chunks: list[tuple[float, bytes]] = []
        while select.select([self._terminal], [], [], 0.005 if chunks else wait)[0]:
            data = os.read(self._terminal, 65536)
            chunks.append((time.perf_counter(), data))
            _answer(self._terminal, data)
        return chunks

    def _feed(self, data: bytes) -> None:
        self._stream.feed(data.replace(b"\x1b[?2026h", b"").replace(b"\x1b[?2026l", b""))

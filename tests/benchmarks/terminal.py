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

"""A pseudo-terminal with the program in it."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from edi_tui.services.register import Register

PATIENCE = 90
"""Seconds after which something that does not come is not waited for any longer."""


class Terminal:
    """A terminal of 120 by 40 with the program in it."""

    def __init__(self, master: int) -> None:
        """Begin with nothing received."""
        self._master = master
        self.received = b""

    def press(self, keys: str, *, until: str) -> None:
        """Press keys, and read until a text is drawn, and whatever is drawn with it."""
        before = len(self.received)
        os.write(self._master, keys.encode())
        wanted, deadline = until.encode(), monotonic() + PATIENCE
        while wanted not in self.received[before:]:
            assert monotonic() < deadline, f"{until!r} never came: {self.received[before:]!r}"
            self._read(1)
        self.rest()

    def answer(self, words: bytes) -> None:
        """Send what a terminal sends by itself."""
        os.write(self._master, words)

    def rest(self) -> bytes:
        """Read on until nothing more is drawn, and return the last of it."""
        while self._read(0.2):
            pass
        return self.received[-400:]

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], patience)
        if not ready:
            return False
        self.received += os.read(self._master, 65536)
        return True


@contextmanager
def terminal() -> Iterator[tuple[Terminal, int]]:
    """Open a terminal, and give its far end to a program."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    try:
        yield Terminal(master), slave
    finally:
        os.close(master)
        os.close(slave)


@contextmanager
def running(slave: int, *command: str, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command in a terminal, and end it with the test."""
    program = subprocess.Popen(
        command,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={name: value for name, value in os.environ.items() if name != "SSH_CONNECTION"}
        | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        | settings,
        start_new_session=True,
    )
    try:
        yield program
    finally:
        program.kill()
        program.wait()


def program_over(register: Register) -> tuple[str, ...]:
    """Return the command that opens a register."""
    return sys.executable, "-m", "edi_tui", "--db", str(register.path)

"""A real terminal receives no control sequence that stands in the register's own words."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from edi_tui.domain.records import OrganisationDraft
from edi_tui.services.batches import keep
from edi_tui.services.register import Register, create_register
from tests.tui import hostile
from tests.tui.conftest import imported, stored

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind.", allow_module_level=True)

import fcntl
import select
import struct
import termios

STEERING = (
    "\x1b]0;pwned\x07",
    "\x1b[31mMARK",
    "\x1b[2JMARK",
    "\x9b31mMARK",
    "\x08MARK",
    "\x7fMARK",
    "\u202eMARK",
    "\u2066MARK",
    "\u2028MARK",
)
NEVER = (
    b"\x1b]0;pwned",
    b"\x1b[31mMARK",
    b"\x1b[2JMARK",
    b"\x9b31mMARK",
    b"\x08",
    b"\x7f",
    b"\x00",
    *(char.encode() for char in "\x9b\u202e\u2066\u2028"),
)
"""What the terminal must not be sent; the program itself has no use for any of it."""
UNHEARING = ("/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh")
"""What starts a program deaf to hang-ups, as nohup and some session managers do."""
PATIENCE = 30
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


@pytest.fixture
def steering(tmp_path: Path) -> Register:
    """A register whose every text would steer a terminal."""
    text = " ".join(STEERING)
    register = create_register(
        tmp_path / "register.db", OrganisationDraft(name=f"Trust {text}"), (), who="tester"
    )
    stored(register, *hostile.drafts(text))
    with register.writing("import") as changes:
        keep(changes, imported("ACT-001", {f"Heading {text}": f"Cell {text}"}))
    return register


def test_no_control_sequence_of_the_register_reaches_the_terminal(steering: Register) -> None:
    environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    with terminal() as (screen, slave):
        before = termios.tcgetattr(slave)
        program = subprocess.Popen(
            [sys.executable, "-m", "edi_tui", "--db", str(steering.path)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        try:
            screen.press("", until="Objective ␛]0;pwned␇")
            screen.press("2", until="Objective OBJ-001")
            screen.press("e", until="Edit OBJ-001")
            screen.press("\x1b", until="Objective OBJ-001")
            screen.press("d", until="Withdraw OBJ-001?")
            screen.press("\x1b", until="Objective OBJ-001")
            screen.press("3", until="Action ACT-001")
            screen.press("\r", until="Action ACT-001")
            screen.press("\x1b[F", until="As imported")
            screen.press("\x1b", until="Action ACT-001")
            screen.press("]", until="Update UPD-001")
            screen.press("4", until="Measure MEA-001")
            screen.press("]", until="Reading RDG-001")
            screen.press("5", until="Network NET-001")
            screen.press("]", until="Sponsorship SPO-001")
            screen.press("]", until="Engagement ENG-001")
            screen.press("6", until="Evidence EVI-001")
            screen.press("7", until="Board member MEM-001")
            screen.press("]", until="not needed")
            screen.press("]", until="Appraisal APP-001")
            screen.press("]", until="Challenge CHA-001")
            screen.press("]", until="Framework item FWK-001")
            screen.press("\x10", until="Search for commands")
            screen.press("pwned", until="ACT-001 Action ␛")
            screen.press("\x1b", until="Framework item FWK-001")
            screen.press("\x11", until="\x1b[?1049l")
            assert program.wait(PATIENCE) == 0
        finally:
            program.kill()
            program.wait()
        end = screen.rest()
        assert termios.tcgetattr(slave) == before
    assert b"\x1b[?1049l" in end
    assert b"\x1b[?25h" in end
    for sequence in NEVER:
        assert sequence not in screen.received, sequence


def test_the_program_ends_where_its_terminal_goes_without_a_word(steering: Register) -> None:
    with terminal() as (screen, slave):
        program = subprocess.Popen(
            [sys.executable, "-m", "edi_tui", "--db", str(steering.path)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=os.environ | {"TERM": "xterm-256color"},
        )
        screen.press("", until="Objective ␛]0;pwned␇")
    try:
        assert program.wait(PATIENCE) == 0
    finally:
        program.kill()
        program.wait()


@pytest.mark.parametrize("moment", ["edi-tui", "Objective ␛]0;pwned␇"])
def test_the_program_ends_with_its_terminal(steering: Register, moment: str) -> None:
    with terminal() as (screen, slave):
        program = subprocess.Popen(
            [*UNHEARING, sys.executable, "-m", "edi_tui", "--db", str(steering.path)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=os.environ | {"TERM": "xterm-256color"},
            start_new_session=True,
        )
        screen.press("", until=moment)
        program.send_signal(signal.SIGHUP)
        assert program.wait(PATIENCE) == 0


FAULTY = """
import sys
from edi_tui.services import desk
def today(register):
    raise ZeroDivisionError("in confid" + "ence")
desk.today = today
from edi_tui.__main__ import main
sys.argv = ["edi-tui", "--db", sys.argv[1]]
sys.exit(main())
"""


def test_a_fault_gives_the_terminal_back_and_says_where_its_log_is(steering: Register) -> None:
    with terminal() as (screen, slave):
        before = termios.tcgetattr(slave)
        program = subprocess.Popen(
            [sys.executable, "-c", FAULTY, str(steering.path)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=os.environ | {"TERM": "xterm-256color"},
            start_new_session=True,
        )
        screen.press("", until="holds no words of records.")
        assert program.wait(PATIENCE) == 1
        assert termios.tcgetattr(slave) == before
    ended = screen.received.rpartition(b"\x1b[?1049l")[2]
    assert b"edi-tui stopped because of a fault in it (ZeroDivisionError)." in ended
    assert b"confidence" not in screen.received


@pytest.mark.parametrize(
    ("answer", "theme"),
    [
        (b"\x1b]11;rgb:ffff/ffff/f0f0\x1b\\\x1b[?62;22c", "light"),
        (b"\x1b]11;rgb:1e/1e/1e\x07\x1b[?62c", "dark"),
        (b"\x1b[?1;2c", "dark"),
        (b"", "dark"),
    ],
)
def test_the_terminal_says_whether_it_is_light(answer: bytes, theme: str) -> None:
    code = (
        "import sys\n"
        "from edi_tui.cli.background import asking\n"
        "with asking() as terminal:\n"
        "    print('asked', flush=True)\n"
        "    import select; select.select([sys.stdin], [], [], 30 if sys.argv[1] else 0)\n"
        "print('light' if terminal.light else 'dark', 'and', sys.stdin.readline())\n"
    )
    with terminal() as (screen, slave):
        before = termios.tcgetattr(slave)
        program = subprocess.Popen(
            [sys.executable, "-c", code, answer.decode()],
            stdin=slave,
            stdout=slave,
            env=os.environ | {"TERM": "xterm-256color"},
            start_new_session=True,
        )
        screen.press("", until="asked")
        assert b"\x1b]11;?\x1b\\\x1b[c" in screen.received
        screen.answer(answer + b"typed\n")
        screen.press("", until=f"{theme} and typed")
        assert program.wait(PATIENCE) == 0
        assert termios.tcgetattr(slave) == before

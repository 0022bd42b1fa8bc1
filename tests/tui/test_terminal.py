"""A real terminal receives no control sequence that stands in the register's own words."""

from __future__ import annotations

import signal
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from edi_tui.domain.records import OrganisationDraft
from edi_tui.services.batches import keep
from edi_tui.services.register import Register, create_register
from tests.tui import hostile
from tests.tui.conftest import imported, stored

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind.", allow_module_level=True)

import termios

from tests.tui.terminal import PATIENCE, program_over, running, terminal

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
    with terminal() as (screen, slave):
        before = termios.tcgetattr(slave)
        with running(slave, *program_over(steering)) as program:
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
            screen.press("\x10", until="Type part of a command")
            screen.press("pwned", until="ACT-001 Action ␛")
            screen.press("\x1b", until="Framework item FWK-001")
            screen.press("\x11", until="\x1b[?1049l")
            assert program.wait(PATIENCE) == 0
        end = screen.rest()
        assert termios.tcgetattr(slave) == before
    assert b"\x1b[?1049l" in end
    assert b"\x1b[?25h" in end
    for sequence in NEVER:
        assert sequence not in screen.received, sequence


def test_the_program_ends_where_its_terminal_goes_without_a_word(steering: Register) -> None:
    with ExitStack() as program_runs:
        with terminal() as (screen, slave):
            program = program_runs.enter_context(running(slave, *program_over(steering)))
            screen.press("", until="Objective ␛]0;pwned␇")
        assert program.wait(PATIENCE) == 0


@pytest.mark.parametrize("moment", ["edi-tui", "Objective ␛]0;pwned␇"])
def test_the_program_ends_with_its_terminal(steering: Register, moment: str) -> None:
    with (
        terminal() as (screen, slave),
        running(slave, *UNHEARING, *program_over(steering)) as program,
    ):
        screen.press("", until=moment)
        program.send_signal(signal.SIGHUP)
        assert program.wait(PATIENCE) == 0


FAULTY = """
import sys
from edi_tui.services import today
def fail(register):
    raise ZeroDivisionError("in confid" + "ence")
today.today = fail
from edi_tui.__main__ import main
sys.argv = ["edi-tui", "--db", sys.argv[1]]
sys.exit(main())
"""


def test_a_fault_gives_the_terminal_back_and_says_where_its_log_is(steering: Register) -> None:
    with terminal() as (screen, slave):
        before = termios.tcgetattr(slave)
        with running(slave, sys.executable, "-c", FAULTY, str(steering.path)) as program:
            screen.press("", until="holds no words of records.")
            assert program.wait(PATIENCE) == 1
        assert termios.tcgetattr(slave) == before
    ended = screen.received.rpartition(b"\x1b[?1049l")[2]
    assert b"edi-tui stopped because of a fault in it (ZeroDivisionError)." in ended
    assert b"confidence" not in screen.received


QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
"""What colour the background is, and what kind of terminal it is."""
LIGHT = b"\x1b]11;rgb:ffff/ffff/f0f0\x1b\\\x1b[?62;22c"
ASKING = """
import select, sys
from edi_tui.cli.background import asking
with asking() as terminal:
    print("asked", flush=True)
    select.select([sys.stdin], [], [], 30)
typed = terminal.typed
while not typed.endswith(("\\r", "\\n")):
    typed += sys.stdin.readline()
print("light" if terminal.light else "dark", "and", typed)
"""


@pytest.mark.parametrize(
    ("answer", "theme"),
    [
        (LIGHT, "light"),
        (b"\x1b]11;rgb:1e/1e/1e\x07\x1b[?62c", "dark"),
        (b"\x1b[?1;2c", "dark"),
        (b"", "dark"),
    ],
)
def test_the_terminal_says_whether_it_is_light(answer: bytes, theme: str) -> None:
    with terminal() as (screen, slave):
        before = termios.tcgetattr(slave)
        with running(slave, sys.executable, "-c", ASKING) as program:
            screen.press("", until="asked")
            assert QUESTION in screen.received
            screen.answer(b"ty" + answer + b"ped\n")
            screen.press("", until=f"{theme} and typed")
            assert program.wait(PATIENCE) == 0
        assert termios.tcgetattr(slave) == before


def test_a_terminal_far_away_is_not_asked_what_it_might_answer_too_late() -> None:
    with (
        terminal() as (screen, slave),
        running(slave, sys.executable, "-c", ASKING, SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22"),
    ):
        screen.press("", until="asked")
        screen.press("typed\n", until="dark and typed")
    assert QUESTION not in screen.received


@pytest.mark.parametrize("answer", [LIGHT, b""])
def test_what_is_typed_before_the_program_is_there_is_not_lost(
    filled: Register, answer: bytes
) -> None:
    with terminal() as (screen, slave), running(slave, *program_over(filled)):
        screen.answer(b"2n" + answer + b"Halve the gap")
        screen.press("", until="13 characters")

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer
from typer.core import TyperGroup

from edi_tui import __version__
from edi_tui.cli.main import Program, app, hoisted
from edi_tui.domain.text import stored, visible
from edi_tui.services import register
from tests.cli.conftest import ROOT, Cli, program
from tests.cli.test_output import HOSTILE, STEERING

if TYPE_CHECKING:
    from typer._click import Command, Context


def walked(command: Command, context: Context) -> Iterator[tuple[str, Command]]:
    """Yield every command below one, with its whole name."""
    yield context.command_path, command
    if isinstance(command, TyperGroup):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            with typer.Context(below, info_name=name, parent=context) as inner:
                yield from walked(below, inner)


def everything() -> list[tuple[str, Command]]:
    command = typer.main.get_command(app)
    with typer.Context(command, info_name="edi-tui") as context:
        return list(walked(command, context))


def test_every_command_and_option_is_explained() -> None:
    found = everything()
    assert {"edi-tui evidence verify", "edi-tui add action", "edi-tui edit OBJ-001"} <= {
        name for name, _ in found
    }
    for name, command in found:
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"


def test_the_list_of_commands_says_what_each_one_says_of_itself() -> None:
    for name, later in Program.LATER.items():
        command = later.made(name)
        assert command.help
        assert later.help.rstrip(".").split()[0] == command.help.split()[0].rstrip(",.;"), name


def test_every_option_of_a_record_is_one_of_its_fields() -> None:
    options = {
        name.rsplit(" ", 1)[1]: {parameter.name for parameter in command.params}
        for name, command in everything()
        if name.startswith("edi-tui add ")
    }
    assert {"text", "due", "lead", "json"} <= options["action"]
    assert "sha256" not in options["evidence"]
    assert "owner_text" not in options["objective"]


def test_the_commands_load_nothing_heavy() -> None:
    code = (
        "import sys; from edi_tui.cli.main import app; import typer; typer.main.get_command(app);"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    heavy = {"textual", "sqlmodel", "sqlalchemy", "pydantic", "rich", "alembic", "docx", "jinja2",
             "platformdirs", "dateutil", "xlsxwriter", "python_calamine"}  # fmt: skip
    assert not heavy & set(result.stdout.split())
    assert "edi_tui.domain.records" not in result.stdout


@pytest.mark.parametrize("args", [("--version",), ("-V",), ("--quiet", "--version")])
def test_the_version_is_told(args: tuple[str, ...]) -> None:
    assert program(*args).stdout == f"edi-tui {__version__}\n"


def test_help_is_plain_and_complete() -> None:
    result = program("--help")
    assert (result.returncode, result.stderr) == (0, "")
    assert not STEERING & set(result.stdout)
    assert all(f"  {name} " in result.stdout for name in Program.LATER)


def test_without_a_terminal_the_status_is_summed_up(filled: Cli) -> None:
    filled.done("update", "OBJ-1", "--status", "off_track", "--note", "Slow")
    result = program("--db", str(filled.path))
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Wessex Vale NHS Foundation Trust",
        "2026/27 Q3, as at 21 Nov 2026",
        "",
        "Objectives  1: 1 off track",
        "Actions     1: 1 no update",
        "Seats       1 of 2 have an objective (high impact action 1)",
        "",
        "Needing attention (2)",
        "Ref      Status     Due          What",
        "OBJ-001  Off track  31 Mar 2027  Mixed panels for bands 8a and above",
        "ACT-001  No update  31/4/2016    Publish the data",
    ]


def test_an_empty_register_has_a_summary_too(cli: Cli) -> None:
    assert "Objectives  none yet" in cli.done()


def test_the_environment_names_the_register(cli: Cli) -> None:
    result = program("list", "frameworks", env={"EDI_TUI_DB": str(cli.path)})
    assert (result.returncode, result.stderr) == (0, "6 frameworks\n")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'm9999'")


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 12] = b"\xff" * (4096 * 11)
    path.write_bytes(data)


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE other (x)")


@pytest.mark.parametrize(
    ("spoil", "code", "title"),
    [
        (Path.unlink, 10, "No register yet: "),
        (newer, 12, "Register is newer: "),
        (damaged, 13, "Register damaged: "),
        (foreign, 1, "Register not opened: "),
        (lambda path: path.write_bytes(b""), 1, "Register not opened: "),
        (lambda path: path.write_text("Ref,Action"), 1, "Register not opened: "),
    ],
)
@pytest.mark.parametrize("args", [(), ("list", "objectives"), ("show", "OBJ-1")])
def test_a_register_that_cannot_be_used_ends_with_its_own_code(
    cli: Cli, spoil: object, code: int, title: str, args: tuple[str, ...]
) -> None:
    assert callable(spoil)
    spoil(cli.path)
    result = cli(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(title)
    assert str(cli.path) in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_register_in_use_ends_with_its_own_code(
    filled: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "open_register", partial(register.open_register, wait_ms=10))
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = filled("add", "network", "--name", "Another")
    assert (result.exit_code, result.stdout) == (11, "")
    assert result.stderr.startswith("Register in use: ")


def test_an_address_in_place_of_a_file_is_refused() -> None:
    result = program("--db", "postgresql://u:secret@host/edi", "list", "actions")
    assert result.returncode == 1
    assert result.stderr.startswith("Register not opened: This release keeps registers in SQLite")
    assert "secret" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_output_that_cannot_be_written_is_said(filled: Cli) -> None:
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "edi_tui", "--db", str(filled.path), "list", "actions"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr.decode().endswith("Refused: The output: No space left on device.\n")


def test_what_the_output_cannot_spell_is_no_error(filled: Cli) -> None:
    filled.done("edit", "ACT-1", "--lead", "Zoë")
    ascii_only = {"PYTHONIOENCODING": "ascii"}
    where = ("--db", str(filled.path), "list", "actions")
    assert "Zo?" in program(*where, env=ascii_only).stdout
    assert "Zoë" in program(*where, "--json", env=ascii_only).stdout


def test_a_path_that_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    result = Cli(tmp_path / ("a" * 300))("list", "actions")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "too long" in result.stderr


def test_no_mistake_of_a_person_shows_a_traceback(tmp_path: Path) -> None:
    result = program("--db", str(tmp_path / "none.db"), "import", "none.csv")
    assert result.returncode == 1
    assert result.stderr.startswith("File refused: There is no file none.csv")
    assert "Traceback" not in result.stderr


def test_a_reader_that_goes_away_is_no_error(filled: Cli) -> None:
    for _ in range(4):
        filled.done("add", "action", "--text", "word " * 3999)
    process = subprocess.Popen(
        [sys.executable, "-m", "edi_tui", "--db", str(filled.path), "list", "actions"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    process.wait()
    assert said == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_stored_is_shown_literally_everywhere(filled: Cli, text: str) -> None:
    text = text.replace("\x00", "")
    filled.done("add", "action", f"--text={text} end", f"--lead={text}")
    filled.done("update", "ACT-2", f"--note={text}")
    filled.done("add", "evidence", f"--title={text}", "--note=x", "--supports=ACT-2")
    shown = visible(stored(text))
    for args in (("list", "actions"), ("show", "ACT-2"), ("list", "evidence"), ("history",), ()):
        result = filled(*args)
        assert result.exit_code == 0
        assert not STEERING & set(result.stdout + result.stderr)
    page = filled.done("show", "ACT-2")
    assert all(line in page for line in shown.split("\n"))
    assert filled.json("list", "actions")["rows"][1]["text"] == f"{stored(text)} end"


needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="pty is for Unix")


def in_terminal(*args: str, typed: bytes = b"", **env: str) -> tuple[int, str]:
    """Run the program with a terminal at both ends, typing at the first question."""
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "edi_tui", *args],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "60", **env},
    )
    os.close(theirs)
    written = bytearray()
    while block := read_from(ours):
        written += block
        if typed and written.endswith(b": "):
            os.write(ours, typed)
            typed = b""
    os.close(ours)
    return process.wait(), written.decode()


def read_from(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end has closed
        return b""


@needs_terminal
def test_a_terminal_that_cannot_show_the_program_gets_the_summary(filled: Cli) -> None:
    _, written = in_terminal("--db", str(filled.path), TERM="dumb")
    assert written.startswith("This terminal cannot show the program. Use the commands")
    assert "Needing attention (2)" in written


@needs_terminal
def test_a_list_fits_the_terminal_and_has_no_colour(filled: Cli) -> None:
    _, written = in_terminal("--db", str(filled.path), "list", "objectives")
    assert "\x1b" not in written
    assert all(len(line) <= 60 for line in written.splitlines())
    assert "…" in written


@needs_terminal
def test_a_binary_file_is_not_written_to_a_terminal(filled: Cli) -> None:
    _, written = in_terminal("--db", str(filled.path), "export", "status", "-f", "xlsx")
    assert "-o" in written
    assert "PK" not in written


@needs_terminal
def test_the_name_is_asked_for_in_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    code, written = in_terminal("--db", str(path), "init", typed=b"Wessex Vale\n")
    assert code == 0
    assert "The register of Wessex Vale is at" in written
    assert path.exists()


@needs_terminal
def test_an_interrupted_command_ends_with_its_own_code(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    code, written = in_terminal("--db", str(path), "init", typed=b"\x03")
    assert code == 130
    assert "Traceback" not in written
    assert not path.exists()


@needs_terminal
def test_the_terminal_program_ends_with_why_it_could_not_open(tmp_path: Path) -> None:
    code, written = in_terminal("--db", str(tmp_path / "none.db"), TERM="xterm-256color")
    assert code == 10
    assert "No register yet: There is no register at" in written


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["list", "actions", "--db", "x.db"], ["--db", "x.db", "list", "actions"]),
        (["list", "--db=x.db", "-q", "actions"], ["--db=x.db", "-q", "list", "actions"]),
        (["list", "actions", "--", "--db"], ["list", "actions", "--", "--db"]),
        (["list", "--db"], ["--db", "list"]),
        ([], []),
    ],
)
def test_the_program_s_own_options_may_stand_anywhere(written: list[str], read: list[str]) -> None:
    assert hoisted(written) == read

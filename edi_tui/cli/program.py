"""What happens without a command: the terminal program, or the summary of the status."""

from __future__ import annotations

import gc
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edi_tui.services.register import Register

_DUMB = (
    "This terminal cannot show the program. Use the commands, such as edi-tui list objectives; "
    "edi-tui --help names them all."
)


def start(opener: Callable[[], Register], *, db: str = "", demo: bool = False) -> int:
    """Open the terminal program, or print the summary where there is no terminal for it.

    Args:
        opener: Opens the register, or raises an `EdiError`.
        db: The register that was named; empty for the usual one.
        demo: Whether it is the sample register.

    Returns:
        The exit code.
    """
    if in_terminal() and os.environ.get("TERM") != "dumb":
        return _run_program(opener, db=db, demo=demo)
    from edi_tui.cli.summary import say_summary

    if in_terminal():
        print(_DUMB, file=sys.stderr)
    say_summary(opener(), _more(db, demo))
    return 0


def _more(db: str, demo: bool) -> str:
    """Return where all is found of which a summary says the first."""
    if demo:
        return "edi-tui demo --keep sample.db keeps the register to look into"
    named = f"edi-tui --db {shlex.quote(db)}" if db else "edi-tui"
    return f"{named} list objectives, {named} list actions"


def in_terminal() -> bool:
    """Tell whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _run_program(opener: Callable[[], Register], *, db: str, demo: bool) -> int:
    from edi_tui.cli.background import asking

    with asking() as terminal:
        import_module("edi_tui.tui.app")
    return run_program(opener, db=db, demo=demo, light=terminal.light, typed=terminal.typed)


def run_program(
    opener: Callable[[], Register],
    *,
    db: str = "",
    demo: bool = False,
    light: bool = False,
    typed: str = "",
) -> int:
    """Run the program in whatever shows it.

    Args:
        opener: Opens the register, or raises an `EdiError`.
        db: The register that was named; empty for the usual one.
        demo: Whether it is the sample register.
        light: Whether the background is light.
        typed: What was typed before there was a program to type into.

    Returns:
        The exit code.
    """
    from edi_tui.cli import settings
    from edi_tui.tui.app import EdiApp
    from edi_tui.tui.surroundings import Surroundings

    collect_rarely()
    around = Surroundings(settings.keys(), settings.state_folder(), db, light, typed)
    app = EdiApp(opener, demo=demo, surroundings=around)
    try:
        app.run()
    finally:
        app.let_go()
        close_output()
    if app.last_words:
        print(app.last_words, end="", file=sys.stderr)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def collect_rarely() -> None:
    """Look for memory to give back less often than Python does by itself.

    The libraries keep half a million objects for good; going through them all holds a key up for
    a tenth of a second and more.
    """
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, 1_000)


def close_output() -> None:
    """Flush what is left; a reader or a terminal that has gone away is no error."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def named_register(arguments: Sequence[str]) -> str | None:
    """Return the `--db` of a command line that says nothing else, or None for any other one.

    The text is empty where the command line is.
    """
    if not arguments:
        return ""
    if len(arguments) == 2 and arguments[0] == "--db":
        return arguments[1]
    if len(arguments) == 1 and arguments[0].startswith("--db="):
        return arguments[0].removeprefix("--db=")
    return None


def open_at_once(db: str) -> int:
    """Open the terminal program past the command parser, which costs as much as the program.

    Args:
        db: The register that was named; empty for the usual one.

    Returns:
        The exit code.
    """
    from edi_tui.cli.settings import Options, opened
    from edi_tui.domain.errors import EdiError

    try:
        return start(lambda: opened(Options(db)), db=db)
    except EdiError as error:
        from edi_tui.cli.output import say_error

        say_error(error)
        return error.exit_code

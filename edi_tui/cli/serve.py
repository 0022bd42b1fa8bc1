"""The command that shows the program in a browser of this machine."""

from __future__ import annotations

import sys
from functools import partial
from typing import Annotated

import typer

from edi_tui.cli import settings
from edi_tui.cli.output import say, tell
from edi_tui.cli.settings import Options, options_of
from edi_tui.cli.whole_numbers import whole
from edi_tui.domain.errors import EdiError

_HOW = """Open this address in a browser on this computer. It works once, and for that browser only.
No other computer can reach it. Press ctrl+c here to stop."""


def serve(
    context: typer.Context,
    port: Annotated[
        int,
        typer.Option(
            metavar="PORT", parser=whole(0, 65_535), help="The port; 0 finds one that is free."
        ),
    ] = 0,
) -> None:
    """Show the program in a browser of this computer, and of no other.

    Prints the address that opens it, which works once. Every window is a program of its own on
    the same register. Needs the extra “serve”.
    """
    try:
        from edi_tui.cli.browser.gate import Gate
        from edi_tui.cli.browser.server import address_of, make_app, run, take_port
    except ModuleNotFoundError as error:
        raise EdiError(
            f"The part that serves a browser is not installed ({error.name} is missing). Install "
            'it with: pip install "edi-tui[serve]"'
        ) from error
    options = options_of(context)
    settings.opened(options)
    command = [sys.executable, "-m", "edi_tui.cli.browser.session", options.db]
    with take_port(port) as taken:
        gate = Gate(address_of(taken))
        run(taken, make_app(gate, command), partial(_invite, options, gate.url))


def _invite(options: Options, url: str) -> None:
    say(url)
    sys.stdout.flush()
    tell(options, _HOW)

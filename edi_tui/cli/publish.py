"""The command that publishes for all staff and the public."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from edi_tui.cli.output import say, tell
from edi_tui.cli.public_papers import Acknowledged
from edi_tui.cli.settings import opened, options_of
from edi_tui.domain.kinds import Kind


def publish(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make or renew.")],
    acknowledge: Acknowledged = None,
    log: Annotated[
        bool, typer.Option("--log", help="Print what is hidden, and why; write nothing.")
    ] = False,
) -> None:
    """Make a site for all staff and the public of the closed quarters, that needs no server.

    In it are the objectives and staff networks that were opted in, with their sponsors and owners
    by role: edi-tui edit OBJ-001 --published yes --summary TEXT; edi-tui edit NET-001 --published
    yes. Everything else is private, but for the organisation's name.
    """
    from edi_tui.exports.publish import publish as published
    from edi_tui.exports.publish import published_quarters
    from edi_tui.services.unpublished import opted_in_late

    options = options_of(context)
    register = opened(options)
    if log:
        for report in published_quarters(register):
            for line in report.log:
                say(f"{report.quarter}: {line}")
        return
    reports = published(register, folder, acknowledged=acknowledge or ())
    newest = reports[0]
    tell(
        options,
        f"{Kind.OBJECTIVE.counted(len(newest.objectives))} published in {folder}, "
        f"{newest.unpublished:,} not; {newest.hidden:,} hidden numbers, of which --log says why. "
        f"Open {folder / 'index.html'}.",
    )
    if late := opted_in_late(register, newest):
        tell(options, late)

"""The command that publishes for all staff and the public."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.output import say, tell
from edi_tui.cli.public_papers import Acknowledged
from edi_tui.cli.settings import Options, opened, options_of
from edi_tui.domain.kinds import Kind

if TYPE_CHECKING:
    from edi_tui.services.public_content import PublicReport
    from edi_tui.services.register import Register


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
    _tell_late(options, register, newest)


def _tell_late(options: Options, register: Register, newest: PublicReport) -> None:
    """Say what was opted in too late for the quarter that the public reads."""
    from edi_tui.services.unpublished import left_out

    late = [ref for one in left_out(register, newest) for ref in one.since]
    if late:
        quarter = newest.quarter
        tell(
            options,
            f"Opted in since {quarter} was closed, so not in it: {', '.join(late)}. They come "
            f"with the next quarter that is closed, or with this one issued again: edi-tui quarter "
            f'reissue "{quarter}" --because REASON.',
        )

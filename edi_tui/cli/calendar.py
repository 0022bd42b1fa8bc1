"""The command that writes the calendar."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from edi_tui.cli.formats import refuse_other_name
from edi_tui.cli.output import tell
from edi_tui.cli.settings import opened, options_of


def write_calendar(
    context: typer.Context,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The .ics file; - for standard output.")
    ] = "-",
    owner: Annotated[
        str,
        typer.Option(metavar="OWNER", help="Only what a member answers for, or another lead."),
    ] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there already.")
    ] = False,
) -> None:
    """Write due dates, reviews, appraisals and paper deadlines as a calendar file.

    Bring it into your calendar again whenever the register has changed: entries are replaced, not
    doubled. What appraisals say is not in it.
    """
    from edi_tui.exports.order import CALENDAR, Order, make

    target = None if output == "-" else Path(output)
    refuse_other_name(target, "ics")
    options = options_of(context)
    order = Order(what=CALENDAR, format="ics", member=owner)
    for remark in make(opened(options), order).put(target, force):
        tell(options, remark)
    if target is not None:
        tell(options, f"Written to {target}.")

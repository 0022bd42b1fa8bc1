"""The command that writes the calendar."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from edi_tui.cli.formats import refuse_other_name
from edi_tui.cli.output import tell
from edi_tui.cli.settings import opened, options_of
from edi_tui.domain.errors import OutputExistsError


def write_calendar(
    context: typer.Context,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The .ics file; - for standard output.")
    ] = "-",
    owner: Annotated[
        str, typer.Option(metavar="REF", help="Only what this board member answers for.")
    ] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there already.")
    ] = False,
) -> None:
    """Write due dates, reviews, appraisals and paper deadlines as a calendar file.

    Bring it into your calendar again whenever the register has changed: entries are replaced, not
    doubled. What appraisals say is not in it.
    """
    from edi_tui.exports.export import deliver
    from edi_tui.exports.to_calendar import to_calendar
    from edi_tui.services.calendar import calendar_of

    target = None if output == "-" else Path(output)
    refuse_other_name(target, "ics")
    options = options_of(context)
    register = opened(options)
    if target is not None and register.lies_at(target):
        raise OutputExistsError(f"{target} is the register itself. Choose another name.")
    calendar = calendar_of(register, owner)
    deliver(to_calendar(calendar), target, force=force)
    for remark in calendar.remarks:
        tell(options, remark)
    count = len(calendar.entries)
    written = f" written to {target}" if target else ""
    tell(options, f"{count:,} {'day' if count == 1 else 'days'}{written}.")

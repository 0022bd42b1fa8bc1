"""The command that agrees an objective."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from edi_tui.cli.output import say, tell
from edi_tui.cli.records import Ref
from edi_tui.cli.settings import opened, options_of
from edi_tui.domain.errors import InvalidError


def agree(
    context: typer.Context,
    ref: Ref,
    on: Annotated[
        str | None,
        typer.Option(
            *("--on", "--agreed", "--agreed-on"),
            metavar="DATE",
            help="The day it was agreed; today.",
        ),
    ] = None,
) -> None:
    """Agree an objective, so that it is no draft any more; say what is missing where it is not.

    From then on its due date, target and wording are followed. Agreed is not yet SMART, so the
    five verdicts are printed.
    """
    from edi_tui.domain.rules.smart import in_words
    from edi_tui.services.agreement import agree as agreed
    from edi_tui.services.agreement import verdicts_of

    options = options_of(context)
    register = opened(options)
    saved = agreed(register, ref, _day(on or "", register.today))
    say(saved.ref)
    if not saved.changed:
        tell(options, f"{saved.ref} was agreed already.")
        return
    tell(options, f"{saved.ref} agreed.")
    tell(options, f"SMART: {in_words(verdicts_of(register, saved.ref))}.")


def _day(text: str, today: date) -> date | None:
    from edi_tui.domain.values import read_day

    try:
        return read_day(text, today)
    except ValueError as error:
        raise InvalidError({"on": str(error)}) from error

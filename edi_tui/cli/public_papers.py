"""Papers for the public as files, and the options that concern who reads a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.output import say
from edi_tui.cli.quarters import quarter_named
from edi_tui.domain.words import Audience

if TYPE_CHECKING:
    from edi_tui.services.register import Register

Acknowledged = Annotated[
    list[str] | None,
    typer.Option(
        metavar="REF",
        help="A record of which what is personal, or too small to hide, may be published.",
    ),
]


def audience_named(text: str) -> Audience:
    """Return the audience that was typed."""
    try:
        return Audience(text.strip().lower())
    except ValueError as error:
        raise typer.BadParameter(f"Choose {', '.join(Audience)}.", param_hint="--for") from error


def say_hidden(register: Register, quarter: str | None) -> None:
    """Print what the public paper of a quarter hides; of the newest closed one without a name."""
    from edi_tui.services.public_report import public_report
    from edi_tui.services.publishing import newest_closed

    report = public_report(register, quarter_named(quarter) if quarter else newest_closed(register))
    say("\n".join(report.log) or "Nothing is hidden.")

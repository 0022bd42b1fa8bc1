"""Papers for the public as files, and the options that concern who reads a paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.output import say, tell
from edi_tui.cli.quarters import quarter_named
from edi_tui.cli.settings import Options
from edi_tui.domain.words import Audience

if TYPE_CHECKING:
    from edi_tui.services.register import Register

Acknowledged = Annotated[
    list[str] | None,
    typer.Option(metavar="REF", help="A record whose personal details may be published."),
]


def audience_named(text: str) -> Audience:
    """Return the audience that was typed."""
    try:
        return Audience(text.strip().lower())
    except ValueError as error:
        raise typer.BadParameter(f"Choose {', '.join(Audience)}.", param_hint="--for") from error


def refuse_date(as_at: str | None) -> None:
    """Refuse a date for the public, whose quarters are frozen."""
    if as_at is not None:
        raise typer.BadParameter(
            "The public reads a quarter as it was closed; leave the date out.",
            param_hint="--as-at",
        )


def public_file(
    options: Options,
    register: Register,
    quarter: str | None,
    layout: str,
    acknowledged: Sequence[str],
    template: bytes | None,
    *,
    log: bool,
) -> bytes | None:
    """Return the public paper of a quarter, the newest closed one where none is named."""
    from edi_tui.exports.export import public_bytes
    from edi_tui.services.public_report import public_report
    from edi_tui.services.publishing import newest_closed, refuse_personal

    chosen = quarter_named(quarter) if quarter is not None else newest_closed(register)
    looked_at = public_report(register, chosen, keep=False)
    if log:
        say("\n".join(looked_at.log) or "Nothing is hidden.")
        return None
    refuse_personal(looked_at.personal, acknowledged)
    report = public_report(register, chosen)
    data = public_bytes(report, layout, template=template)
    for text in report.warnings:
        tell(options, text)
    return data

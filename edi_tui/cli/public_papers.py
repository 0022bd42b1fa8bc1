"""Papers for the public as files, and the options that concern who reads a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.output import say
from edi_tui.cli.quarters import quarter_named
from edi_tui.cli.word_templates import template_named
from edi_tui.domain.words import Audience

if TYPE_CHECKING:
    from edi_tui.cli.export_wish import ExportWish
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


def public_paper(register: Register, wish: ExportWish) -> bool:
    """Write the public paper of a quarter, the newest closed one where none is named.

    False where nothing but the log was asked for.
    """
    from edi_tui.exports.publish import publish_paper
    from edi_tui.services.public_report import public_report
    from edi_tui.services.publishing import newest_closed

    quarter = quarter_named(wish.quarter) if wish.quarter else newest_closed(register)
    if wish.log:
        say("\n".join(public_report(register, quarter).log) or "Nothing is hidden.")
        return False
    publish_paper(
        register,
        quarter,
        wish.format,
        wish.target,
        template=template_named(wish.template),
        acknowledged=wish.acknowledged,
        force=wish.force,
    )
    return True

"""The command that writes papers and lists to files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.export_wish import ExportWish, order_of, refuse_unfit
from edi_tui.cli.lists import day_named
from edi_tui.cli.output import tell
from edi_tui.cli.public_papers import Acknowledged, say_hidden
from edi_tui.cli.settings import opened, options_of
from edi_tui.cli.word_templates import Template

if TYPE_CHECKING:
    from edi_tui.services.register import Register


def export(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(metavar="WHAT", help="status, another paper as below, or a kind."),
    ],
    quarter: Annotated[
        str | None, typer.Option(help="The quarter of the paper, such as “2026/27 Q2”.")
    ] = None,
    as_at: Annotated[
        str | None, typer.Option("--as-at", help="The date that progress is read at.")
    ] = None,
    layout: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="md, html, docx, pdf, xlsx, ods, csv, json; a list the last four, a paper "
            "other than status pptx too, but not the last two.",
        ),
    ] = None,
    audience: Annotated[
        str, typer.Option("--for", help="committee, board or public; public reads closed quarters.")
    ] = "committee",
    log: Annotated[
        bool, typer.Option("--log", help="Print what a public paper hides, and why; write nothing.")
    ] = False,
    acknowledge: Acknowledged = None,
    wanted: Annotated[
        str | None, typer.Option("--filter", help="Only the rows of a list that match.")
    ] = None,
    member: Annotated[
        str, typer.Option(metavar="REF", help="Whose appraisal sheet: reference, role or name.")
    ] = "",
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file to write; - for standard output.")
    ] = "-",
    template: Template = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there already.")
    ] = False,
) -> None:
    """Write the status paper of a quarter, or a list, as a file.

    Other papers of a quarter: cover (the cover sheet), baf (what is contributed to each risk), eds
    (evidence for domain 3), hia1 (the return for metric 1a), upward (the report to the board), said
    (“you said, we did”), summary (for a meeting); appraisal --member REF (confidential).
    """
    wish = ExportWish(
        what=what,
        quarter=quarter,
        as_at=as_at,
        layout=layout,
        audience=audience,
        log=log,
        acknowledged=acknowledge or (),
        wanted=wanted or "",
        member=member,
        output=output,
        template=template,
        force=force,
    )
    refuse_unfit(wish)
    options = options_of(context)
    register = opened(options)
    if wish.log:
        say_hidden(register, wish.quarter)
        return
    for remark in _written(register, wish):
        tell(options, remark)
    if wish.target is not None:
        tell(options, f"Written to {wish.target}.")


def _written(register: Register, wish: ExportWish) -> Sequence[str]:
    """Write what is asked for, and return what there is to say of it."""
    from edi_tui.exports.order import make

    order = order_of(wish, day_named(register, wish.as_at))
    return make(register, order).put(wish.target, wish.force)

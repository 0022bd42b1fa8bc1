"""The command that writes papers and lists to files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.export_wish import ExportWish, refuse_unfit
from edi_tui.cli.list_files import list_file
from edi_tui.cli.lists import day_named, whole
from edi_tui.cli.output import tell
from edi_tui.cli.public_papers import Acknowledged, public_paper
from edi_tui.cli.quarters import quarter_named
from edi_tui.cli.settings import Options, opened, options_of
from edi_tui.cli.word_templates import Template, template_named
from edi_tui.domain.errors import OutputExistsError

if TYPE_CHECKING:
    from edi_tui.services.register import Register
    from edi_tui.services.report import StatusReport


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
        wanted=whole(wanted or ""),
        member=member,
        output=output,
        template=template,
        force=force,
    )
    refuse_unfit(wish)
    options = options_of(context)
    if _written(options, opened(options), wish) and wish.target is not None:
        tell(options, f"Written to {wish.target}.")


def _written(options: Options, register: Register, wish: ExportWish) -> bool:
    """Write what is asked for; False where there was nothing to write."""
    from edi_tui.exports.export import deliver

    if wish.target is not None and register.lies_at(wish.target):
        raise OutputExistsError(f"{wish.target} is the register itself. Choose another name.")
    if wish.is_public:
        return public_paper(register, wish)
    made = _paper if wish.is_status or wish.is_shape else _list
    deliver(made(options, register, wish), wish.target, force=wish.force)
    return True


def _paper(options: Options, register: Register, wish: ExportWish) -> bytes:
    """Return the status paper of a quarter, or another shape of it."""
    from edi_tui.services.report import status_report

    template = template_named(wish.template)
    chosen = quarter_named(wish.quarter) if wish.quarter is not None else None
    report = status_report(register, chosen, as_at=day_named(register, wish.as_at))
    data = _status(report, wish, template) if wish.is_status else _shape(register, report, wish)
    if report.later:
        tell(options, report.later)
    return data


def _status(report: StatusReport, wish: ExportWish, template: bytes | None) -> bytes:
    from edi_tui.exports.export import status_bytes

    return status_bytes(report, wish.format, wish.reader, template=template)


def _shape(register: Register, report: StatusReport, wish: ExportWish) -> bytes:
    from edi_tui.exports.appraisal_sheet import sheet_bytes
    from edi_tui.exports.shapes import shape_bytes
    from edi_tui.services.member_appraisals import member_appraisals

    if wish.member:
        return sheet_bytes(member_appraisals(register, report, wish.member), wish.format)
    return shape_bytes(wish.what, report, wish.format)


def _list(options: Options, register: Register, wish: ExportWish) -> bytes:
    return list_file(options, register, wish.what, wish.wanted, wish.as_at, wish.format)

"""The command that writes papers and lists to files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.formats import format_named
from edi_tui.cli.list_files import list_file
from edi_tui.cli.lists import day_named
from edi_tui.cli.output import tell
from edi_tui.cli.public_papers import Acknowledged, audience_named, public_file, refuse_date
from edi_tui.cli.quarters import quarter_named
from edi_tui.cli.settings import Options, opened, options_of
from edi_tui.cli.word_templates import Template, template_named
from edi_tui.domain.errors import OutputExistsError
from edi_tui.domain.words import Audience

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
    from edi_tui.exports.appraisal_sheet import SHEET
    from edi_tui.exports.export import FORMATS, LIST_FORMATS, deliver
    from edi_tui.exports.shapes import SHAPE_FORMATS, SHAPES

    target = None if output == "-" else Path(output)
    shaped = what in SHAPES or bool(member)
    formats = SHAPE_FORMATS if shaped else FORMATS if what == "status" else LIST_FORMATS
    chosen = format_named(layout, target, formats)
    if member and what != SHEET:
        told = "Only the appraisal sheet is of one member."
        raise typer.BadParameter(told, param_hint="--member")
    if wanted and shaped:
        raise typer.BadParameter("Only a list is filtered.", param_hint="--filter")
    if quarter is not None and what != "status" and not shaped:
        raise typer.BadParameter("Only papers have a quarter.", param_hint="--quarter")
    if wanted and what == "status":
        raise typer.BadParameter(
            "The status paper shows the whole register; filter a list.", param_hint="--filter"
        )
    if template is not None and (chosen != "docx" or what != "status"):
        told = "Only a status paper as docx takes on a template."
        raise typer.BadParameter(told, param_hint="--template")
    options = options_of(context)
    register = opened(options)
    if target is not None and register.lies_at(target):
        raise OutputExistsError(f"{target} is the register itself. Choose another name.")
    reader = audience_named(audience)
    if reader is Audience.PUBLIC and what == "status":
        refuse_date(as_at)
        made = template_named(template)
        data = public_file(options, register, quarter, chosen, acknowledge or [], made, log=log)
        if data is None:
            return
    elif log:
        raise typer.BadParameter("Nothing is hidden in this paper.", param_hint="--log")
    elif what == "status":
        report = _report(register, quarter, as_at)
        data = _paper(report, chosen, reader, template)
        _tell_later(options, report)
    elif reader is not Audience.COMMITTEE:
        told = "Only the status paper is written for others than the committee."
        raise typer.BadParameter(told, param_hint="--for")
    elif shaped:
        report = _report(register, quarter, as_at)
        data = _shape(register, report, what, member, chosen)
        _tell_later(options, report)
    else:
        data = list_file(options, register, what, wanted or "", as_at, chosen)
    deliver(data, target, force=force)
    if target is not None:
        tell(options, f"Written to {target}.")


def _report(register: Register, quarter: str | None, as_at: str | None) -> StatusReport:
    from edi_tui.services.report import status_report

    chosen = quarter_named(quarter) if quarter is not None else None
    return status_report(register, chosen, as_at=day_named(register, as_at))


def _paper(report: StatusReport, layout: str, audience: Audience, template: Path | None) -> bytes:
    from edi_tui.exports.export import status_bytes

    return status_bytes(report, layout, audience, template=template_named(template))


def _shape(register: Register, report: StatusReport, what: str, member: str, layout: str) -> bytes:
    from edi_tui.exports.appraisal_sheet import sheet_bytes
    from edi_tui.exports.shapes import shape_bytes
    from edi_tui.services.member_appraisals import member_appraisals

    if member:
        return sheet_bytes(member_appraisals(register, report, member), layout)
    return shape_bytes(what, report, layout)


def _tell_later(options: Options, report: StatusReport) -> None:
    if report.later:
        tell(options, report.later)

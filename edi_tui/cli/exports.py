"""The command that writes papers and lists to files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.kinds import kind_named
from edi_tui.cli.lists import counted, day_named
from edi_tui.cli.output import tell
from edi_tui.cli.quarters import quarter_named
from edi_tui.cli.settings import Options, opened, options_of
from edi_tui.domain.errors import FileRefusedError, OutputExistsError

if TYPE_CHECKING:
    from edi_tui.domain.rows import Row
    from edi_tui.services.register import Register
    from edi_tui.services.report import StatusReport

Template = Annotated[
    Path | None,
    typer.Option(metavar="DOCX", help="Your own Word document, whose styles a docx takes on."),
]
_BINARY = ("xlsx", "ods", "docx", "pdf")


def export(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(metavar="WHAT", help="status for the status paper, or a kind to list."),
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
            help="md, html, docx, pdf, xlsx, ods, csv, json; a list the last four.",
        ),
    ] = None,
    wanted: Annotated[
        str | None, typer.Option("--filter", help="Only the rows of a list that match.")
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file to write; - for standard output.")
    ] = "-",
    template: Template = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there already.")
    ] = False,
) -> None:
    """Write the status paper of a quarter, or a list, as a file."""
    from edi_tui.exports.export import FORMATS, LIST_FORMATS, deliver

    target = None if output == "-" else Path(output)
    chosen = _format(layout, target, FORMATS if what == "status" else LIST_FORMATS)
    if quarter is not None and what != "status":
        raise typer.BadParameter("Only the status paper has a quarter.", param_hint="--quarter")
    if wanted and what == "status":
        raise typer.BadParameter(
            "The status paper shows the whole register; filter a list.", param_hint="--filter"
        )
    if template is not None and chosen != "docx":
        raise typer.BadParameter("Only a docx takes on a template.", param_hint="--template")
    options = options_of(context)
    register = opened(options)
    if target is not None and register.lies_at(target):
        raise OutputExistsError(f"{target} is the register itself. Choose another name.")
    if what == "status":
        report = _report(register, quarter, as_at)
        data = _paper(report, chosen, template)
        _tell_later(options, report)
    else:
        rows = _rows(options, register, what, wanted or "", as_at)
        data = _list(options, register, what, rows, chosen)
    deliver(data, target, force=force)
    if target is not None:
        tell(options, f"Written to {target}.")


def _format(layout: str | None, target: Path | None, formats: tuple[str, ...]) -> str:
    """Return the format that was asked for, else that of the file's name, else the first."""
    suffix = target.suffix.lstrip(".").lower() if target else ""
    chosen = layout.lower() if layout else suffix if suffix in formats else formats[0]
    if chosen not in formats:
        raise typer.BadParameter(f"Choose {', '.join(formats)}.", param_hint="--format")
    if chosen in _BINARY and target is None and sys.stdout.isatty():
        raise typer.BadParameter(
            f"A .{chosen} file is nothing for a terminal; name a file with -o.",
            param_hint="--output",
        )
    return chosen


def _report(register: Register, quarter: str | None, as_at: str | None) -> StatusReport:
    from edi_tui.services.report import status_report

    chosen = quarter_named(quarter) if quarter is not None else None
    return status_report(register, chosen, as_at=day_named(register, as_at))


def _paper(report: StatusReport, layout: str, template: Path | None) -> bytes:
    from edi_tui.exports.export import status_bytes

    return status_bytes(report, layout, template_named(template))


def template_named(template: Path | None) -> bytes | None:
    """Return the content of the Word document that was named; None where none was.

    Raises:
        FileRefusedError: It is no file.
    """
    if template is None:
        return None
    if not template.is_file():
        raise FileRefusedError(f"{template} is no file. Name a Word document.")
    return template.read_bytes()


def _tell_later(options: Options, report: StatusReport) -> None:
    if report.later:
        tell(options, report.later)


def _rows(
    options: Options, register: Register, what: str, wanted: str, as_at: str | None
) -> Sequence[Row]:
    """Return the rows of a list that match a filter, and say what was understood of it."""
    from edi_tui.services.lists import LISTED, rows_of
    from edi_tui.services.search import search

    kind, day = kind_named(what, LISTED), day_named(register, as_at)
    found = search(register, kind, wanted, as_at=day)
    if wanted.strip():
        tell(options, counted(kind, found, wanted))
    return rows_of(register, kind, as_at=day, numbers=found.numbers)


def _list(
    options: Options, register: Register, what: str, rows: Sequence[Row], layout: str
) -> bytes:
    from edi_tui.exports.export import list_bytes
    from edi_tui.services.lists import LISTED

    return list_bytes(kind_named(what, LISTED), _shown(options, register, rows), layout)


def _shown(options: Options, register: Register, rows: Sequence[Row]) -> Sequence[Row]:
    """Return rows without the heard scores of too few people, and say that they are left out."""
    from edi_tui.domain.heard import without_hidden
    from edi_tui.domain.thresholds import thresholds_of
    from edi_tui.services.lists import organisation_of

    least = thresholds_of(organisation_of(register)).heard_people
    shown = without_hidden(rows, least)
    if hidden := len(rows) - len(shown):
        scores = "heard score" if hidden == 1 else "heard scores"
        tell(options, f"{hidden:,} {scores} of fewer than {least:f} people left out.")
    return shown

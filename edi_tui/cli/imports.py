"""The command that brings plans and lists in from files."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from edi_tui.cli.bundle import bring_back
from edi_tui.cli.kinds import kind_named
from edi_tui.cli.lists import Json, day_named
from edi_tui.cli.output import say, say_json, tell
from edi_tui.cli.settings import Options, opened, options_of
from edi_tui.domain.desk import matter_of
from edi_tui.domain.errors import (
    FileRefusedError,
    InvalidError,
    NoRegisterError,
    OutputExistsError,
)
from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.text import shortened

if TYPE_CHECKING:
    from datetime import date

    from edi_tui.domain.kinds import Kind
    from edi_tui.imports.run import ImportOptions, ImportResult, Source
    from edi_tui.services.register import Register

_LEVELS = {
    FindingLevel.FAIL: "To settle",
    FindingLevel.WARN: "To look at",
    FindingLevel.NOTE: "To know",
}
_WAITS = "What was not understood waits on the Desk. Next: edi-tui desk"
_SET_ASIDE = "Rows set aside are not in the lists. Next: edi-tui desk"


def import_files(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="CSV, .xlsx, .ods or .docx files, or a bundle."),
    ],
    kind: Annotated[
        str | None,
        typer.Option(
            "--as", help="actions, objectives, members, networks, sponsorships or frameworks."
        ),
    ] = None,
    chosen: Annotated[
        list[str] | None,
        typer.Option("--map", help="“Heading=field”; “Heading=-” leaves it out. Repeatable."),
    ] = None,
    sheet: Annotated[
        list[str] | None, typer.Option("--sheet", help="Read only this sheet. Repeatable.")
    ] = None,
    table: Annotated[
        list[str] | None, typer.Option("--table", help="Read only this table. Repeatable.")
    ] = None,
    plan: Annotated[str, typer.Option(help="The plan's name; else the file's.")] = "",
    as_at: Annotated[
        str | None,
        typer.Option("--as-at", help="The day that the progress in it is of; else today."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen; store nothing.")
    ] = False,
    as_json: Json = False,
    report: Annotated[
        str | None,
        typer.Option(help="Write the rows with findings to a .xlsx or .csv file."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the report if it is there already.")
    ] = False,
    encoding: Annotated[
        str | None, typer.Option(help="How a CSV file is encoded, such as cp1252.")
    ] = None,
    delimiter: Annotated[
        str | None, typer.Option(help="What stands between the cells of a CSV file.")
    ] = None,
) -> None:
    """Bring plans and lists in from files; the same file twice changes nothing."""
    from edi_tui.imports.run import ImportOptions, run_import

    options = options_of(context)
    if _is_bundle(files):
        if any((kind, chosen, sheet, table, plan, as_at, report, encoding, delimiter)):
            raise typer.BadParameter(
                "A bundle is brought back whole; only --dry-run and --json go with it."
            )
        bring_back(options, Path(files[0]), dry_run=dry_run, as_json=as_json)
        return
    _check_report(report, force=force)
    sources = [_source(file) for file in files]
    choices = ImportOptions(
        kind=_kind(kind),
        chosen=dict(map(_mapping, chosen or ())),
        only=(*(sheet or ()), *(table or ())),
        plan=plan,
        dry_run=dry_run,
        encoding=encoding,
        delimiter=delimiter,
    )
    register = _register(options, sources, choices)
    choices = replace(choices, as_at=_past(register, as_at))
    try:
        result = run_import(register, sources, choices)
    except InvalidError as error:
        raise InvalidError({"map": str(error)}) from error
    _say(options, result, as_json=as_json)
    _report(options, result, report, force=force)
    if result.plain()["quarantined"]:
        raise typer.Exit(1)


def _is_bundle(files: Sequence[str]) -> bool:
    """Tell whether a bundle is to be brought back, which takes a command of its own."""
    from edi_tui.imports.bundle_gate import is_bundle

    found = [file for file in files if file != "-" and is_bundle(Path(file))]
    if found and len(files) > 1:
        raise typer.BadParameter(f"{found[0]} is a bundle; bring it back by itself.")
    return bool(found)


def _register(options: Options, sources: Sequence[Source], choices: ImportOptions) -> Register:
    """Open the register; where there is none, what is wrong with a file is said first."""
    from edi_tui.imports.run import look_over

    try:
        return opened(options)
    except NoRegisterError:
        look_over(sources, choices)
        raise


def _past(register: Register, text: str | None) -> date | None:
    day = day_named(register, text)
    if day is not None and day > register.today:
        raise InvalidError({"as_at": f"“{text}” is after today; progress is of a day gone by."})
    return day


def _check_report(report: str | None, *, force: bool) -> None:
    if report is None:
        return
    if Path(report).suffix.lower() not in (".xlsx", ".csv"):
        raise typer.BadParameter("Name a .xlsx or .csv file.", param_hint="--report")
    if not Path(report).parent.is_dir():
        raise FileRefusedError(f"{report} cannot be written, since its folder does not exist.")
    if Path(report).exists() and not force:
        raise OutputExistsError(f"{report} is there already; use --force to replace it.")


def _source(file: str) -> Source:
    from edi_tui.imports.run import Source

    if file == "-":
        return Source("standard input", sys.stdin.buffer.read())
    return Source(Path(file).name, Path(file))


def _kind(word: str | None) -> Kind | None:
    from edi_tui.domain.kinds import Kind

    importable = (
        *(Kind.ACTION, Kind.OBJECTIVE, Kind.MEMBER),
        *(Kind.NETWORK, Kind.SPONSORSHIP, Kind.FRAMEWORK_ITEM),
    )
    return kind_named(word, importable) if word else None


def _mapping(text: str) -> tuple[str, str]:
    heading, equals, field = text.rpartition("=")
    if not equals or not heading.strip():
        raise typer.BadParameter(
            f"“{shortened(text, 60)}” is not of the form “Heading=field”.", param_hint="--map"
        )
    return heading.strip(), field.strip()


def _say(options: Options, result: ImportResult, *, as_json: bool) -> None:
    plain = result.plain()
    if as_json:
        say_json(plain)
        return
    say(_summary(plain))
    if result.dry_run:
        _say_rows(result)
    _say_findings(plain["findings"])
    if plain["dry_run"]:
        tell(options, "Nothing was stored. Leave out --dry-run to import.")
    elif (plain["created"] or plain["updated"]) and not plain["quarantined"]:
        waits = any(map(matter_of, result.findings))
        tell(options, _WAITS if waits else f"Next: edi-tui list {plain['kind']}")


def _summary(plain: Mapping[str, Any]) -> str:
    became = ("created", "updated", "unchanged", "joined", "quarantined")
    words = {"quarantined": "set aside"}
    counts = [f"{plain[name]:,} {words.get(name, name)}" for name in became if plain[name]]
    rows = f"row{'s' * (plain['read'] != 1)} of {plain['kind']}"
    read = f"{plain['read']:,} {rows} read{': ' if counts else ''}{', '.join(counts)}"
    skipped = f"; {plain['skipped']:,} headings or blank rows skipped" if plain["skipped"] else ""
    return read + skipped


def _say_rows(result: ImportResult) -> None:
    """Say of each row what would become of it, where something would."""
    from edi_tui.imports.result import NEWS

    for outcome in NEWS:
        found = [row for row in result.rows if row.outcome is outcome]
        if found:
            say(f"\n{outcome.label} ({len(found):,})")
        for row in found:
            say(f"  {result.told(row)}")


def _say_findings(findings: Sequence[Mapping[str, Any]]) -> None:
    for level, title in _LEVELS.items():
        found = [finding for finding in findings if finding["level"] == level.value]
        if found:
            say(f"\n{title} ({len(found):,})")
        for finding in found:
            say(_finding(finding))


def _finding(finding: Mapping[str, Any]) -> str:
    place = ", ".join(filter(None, (finding["where"], finding["column"])))
    value, message = f"“{shortened(finding['value'], 60)}”", finding["message"]
    said = message if not finding["value"] or value in message else f"{value}. {message}"
    return f"  {place}: {said}" if place else f"  {said}"


def _report(options: Options, result: ImportResult, report: str | None, *, force: bool) -> None:
    if report is not None:
        from edi_tui.exports.write import write_atomic
        from edi_tui.imports.report import report_bytes

        write_atomic(Path(report), report_bytes(result, report), force=force)
        tell(options, f"The rows with findings are in {report}.")
    if result.counts["quarantined"] and not result.dry_run:
        tell(options, _SET_ASIDE)

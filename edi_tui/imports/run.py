"""The import of files into a register: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import NamedTuple

from edi_tui.domain.desk import CONFLICT
from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import shortened, stored
from edi_tui.domain.words import Outcome
from edi_tui.imports.choices import check_named, check_written
from edi_tui.imports.grid import Grid
from edi_tui.imports.guess import guess_kind
from edi_tui.imports.header import MAIN, Headings, headings_of
from edi_tui.imports.options import ImportOptions
from edi_tui.imports.read_file import read_file
from edi_tui.imports.remembered import learn_choices
from edi_tui.imports.result import FileResult, ImportResult
from edi_tui.imports.store_file import Plan, store_file
from edi_tui.imports.tables import AmbiguousHeadingsError, NamedTables, chosen_tables, name_tables
from edi_tui.imports.watch import Watch
from edi_tui.services.batches import Batch
from edi_tui.services.intake import Intake
from edi_tui.services.learned import Memory, memory_of
from edi_tui.services.register import Register

__all__ = ["ImportOptions", "ImportResult", "Source", "look_over", "run_import"]


class Source(NamedTuple):
    """A file to import."""

    name: str
    content: Path | bytes
    """Where it lies, or what it holds."""


class _UndoError(Exception):
    """The register is to stay as it was."""


def look_over(sources: Sequence[Source], options: ImportOptions) -> None:
    """Refuse files that no register takes in, where there is none yet.

    Raises:
        FileRefusedError: A file cannot be read, or it is not clear what it holds.
    """
    _kind([_grid(source, options, Watch()) for source in sources], options, Memory())


def run_import(
    register: Register,
    sources: Sequence[Source],
    options: ImportOptions,
    watch: Watch | None = None,
) -> ImportResult:
    """Import files, or with `dry_run` tell exactly what importing them would do.

    A record is changed only in the fields whose words are not those of its last import. Where
    nothing is created or updated, the register's file stays as it is, but for rows set aside
    for the first time and cells that disagree with the register, which are kept to be dealt with.

    Args:
        register: The register.
        sources: The files.
        options: What a person chose.
        watch: Follows the import from another thread, which may stop it.

    Raises:
        StoppedError: It was stopped; nothing was stored.
        FileRefusedError: A file cannot be read, or it is not clear what its columns mean.
        InvalidError: A heading is mapped to a field that does not exist.
        RegisterError: The register cannot be written.
    """
    following = watch or Watch()
    grids = [_grid(source, options, following) for source in sources]
    check_written(grids, options.chosen)
    memory = memory_of(register)
    kind = _kind(grids, options, memory)
    headings = headings_of(kind, options.chosen, memory.headings(kind))
    named = _named(grids, headings)
    check_named(named, options.chosen)
    results: list[FileResult] = []
    files = shortened(", ".join(grid.file for grid in grids), 200)
    with suppress(_UndoError), register.writing(f"import {files}") as changes:
        intake = Intake(changes, today=options.as_at or register.today)
        for grid, tables in zip(grids, named, strict=True):
            name = stored(options.plan) or PurePath(grid.file).stem
            plan = Plan(kind, name, memory)
            results.append(store_file(intake, grid, tables, plan, following))
        kept = [_keep(intake, kind, file) for file in results]
        if options.dry_run or not any(kept):
            raise _UndoError
        learn_choices(intake, headings)
        following.check()
    return ImportResult(kind, options.dry_run, tuple(results))


def _grid(source: Source, options: ImportOptions, watch: Watch) -> Grid:
    name, content = source
    watch.begin(f"Opening {name}")
    grid = read_file(content, name=name, encoding=options.encoding, delimiter=options.delimiter)
    return chosen_tables(grid, options.only)


def _kind(grids: Sequence[Grid], options: ImportOptions, memory: Memory) -> Kind:
    if options.kind is None:
        return guess_kind(grids, options.chosen, memory)
    if options.kind not in MAIN:
        kinds = ", ".join(kind.plural for kind in MAIN)
        raise FileRefusedError(
            f"Files of {options.kind.plural} cannot be imported; those of {kinds} can."
        )
    return options.kind


def _named(grids: Sequence[Grid], headings: Headings) -> list[NamedTables]:
    """Name the columns of every file, or ask about the headings of all of them at once."""
    named: list[NamedTables] = []
    asked: list[Finding] = []
    for grid in grids:
        try:
            named.append(name_tables(grid, headings))
        except AmbiguousHeadingsError as error:
            asked += error.findings
    if asked:
        raise AmbiguousHeadingsError(asked)
    return named


def _keep(intake: Intake, kind: Kind, file: FileResult) -> bool:
    """Keep what a file held, if it changed something or left something new to a person."""
    outcomes = {row.outcome for row in file.rows}
    disputed = any(found.rule == CONFLICT for found in file.findings)
    news = bool(outcomes & {Outcome.CREATED, Outcome.UPDATED}) or disputed
    if not news and (Outcome.QUARANTINED not in outcomes or intake.kept(file.sha256, kind)):
        return False
    headings = {table.where: table.headings for table in file.tables}
    rows = [row for row in file.rows if row.cells or row.outcome is not Outcome.SKIPPED]
    intake.keep(Batch(kind, file.file, file.sha256, headings, rows, file.findings))
    return True

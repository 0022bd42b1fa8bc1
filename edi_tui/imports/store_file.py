"""The storing of one file's rows, within the import's transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.imported_fields import decided_by
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Outcome
from edi_tui.imports.contested import contested
from edi_tui.imports.grid import Grid
from edi_tui.imports.joins import entries
from edi_tui.imports.plan import plan_rows
from edi_tui.imports.planned_row import PlannedRow
from edi_tui.imports.remembered import remembered
from edi_tui.imports.result import FileResult, TableResult
from edi_tui.imports.row_reader import Surroundings
from edi_tui.imports.tables import NamedTables
from edi_tui.imports.watch import Watch
from edi_tui.imports.writes import Writes, changed_fields, changes_to, new_record
from edi_tui.services.intake import Intake
from edi_tui.services.learned import Memory


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rows of one file are read."""

    kind: Kind
    """What they hold."""
    name: str
    """The plan that they belong to."""
    memory: Memory
    """What was learned at earlier imports."""


def store_file(
    intake: Intake, grid: Grid, named: NamedTables, plan: Plan, watch: Watch
) -> FileResult:
    """Store the rows of a file and tell what became of each.

    Args:
        intake: The register.
        grid: The file.
        named: Its tables, with their columns named.
        plan: How they are read.
        watch: What follows the import, and may stop it.
    """
    kind, file = plan.kind, grid.file
    around = Surroundings(intake.today, plan.name, intake.lookup, intake.seats(), plan.memory)
    found = entries(named.tables, kind)
    rows = plan_rows(watch.over(f"Reading {file}", found), kind, around, intake.known(kind))
    for row in watch.over(f"Storing {file}", rows):
        if not row.entry.skipped:
            _store(intake, row, kind, around)
    findings = [one._replace(ref=row.ref) for row in rows for one in row.findings]
    recalled = remembered(named, plan.memory, kind, around.used.values())
    return FileResult(
        file,
        grid.sha256,
        plan.name,
        _tables(named, rows),
        tuple(source for row in rows for source in row.sources()),
        (*grid.notices, *recalled, *named.findings, *findings),
    )


def _store(intake: Intake, row: PlannedRow, kind: Kind, around: Surroundings) -> None:
    row.outcome = Outcome.QUARANTINED
    if row.twin is not None:
        _repeat(row, row.twin)
    elif row.reading is not None:
        writes = _writes(row, kind, around)
        try:
            writes.check(kind)
            row.ref = writes.store(intake, row.known)
        except InvalidError as error:
            row.findings += [_invalid(row, *problem) for problem in error.problems.items()]
        else:
            row.outcome = _outcome(row, writes)


def _repeat(row: PlannedRow, twin: PlannedRow) -> None:
    """Let a row that says the same as another share its fate."""
    row.ref = twin.ref
    if twin.outcome is not Outcome.QUARANTINED:
        row.outcome = Outcome.UNCHANGED
    row.findings += [
        one._replace(where=row.entry.where) for one in twin.findings if one.rule == "row-invalid"
    ]


def _writes(row: PlannedRow, kind: Kind, around: Surroundings) -> Writes:
    assert row.reading is not None
    if row.known is None:
        return new_record(row.reading)
    changed = changed_fields(row.words, row.known)
    disputed = contested(row, kind, around, changed)
    row.findings += disputed.values()
    return changes_to(row.known, row.reading, changed - disputed.keys())


def _outcome(row: PlannedRow, writes: Writes) -> Outcome:
    if row.known is None:
        return Outcome.CREATED
    return Outcome.UNCHANGED if writes.nothing else Outcome.UPDATED


def _invalid(row: PlannedRow, attribute: str, message: str) -> Finding:
    field = next((field for field in row.words if attribute in decided_by(field)), "")
    return Finding(
        rule="row-invalid",
        level=FindingLevel.FAIL,
        message=f"{message} The row was set aside.",
        fix="Correct it on the Desk, or in the file and import it again.",
        where=row.entry.where,
        column=row.entry.table.heading_of.get(field, ""),
        value=row.words.get(field, ""),
    )


def _tables(named: NamedTables, rows: Sequence[PlannedRow]) -> tuple[TableResult, ...]:
    read = Counter(
        part.table.where for row in rows if not row.entry.skipped for part in row.entry.parts
    )
    return tuple(
        TableResult(table.where, table.headings, read[table.where]) for table in named.tables
    )

"""The storing of one file's rows, within the import's transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.imported_fields import decided_by
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Outcome
from edi_tui.imports.grid import Grid
from edi_tui.imports.joins import entries
from edi_tui.imports.plan import plan_rows
from edi_tui.imports.planned_row import PlannedRow
from edi_tui.imports.result import FileResult, TableResult
from edi_tui.imports.row_reader import Surroundings
from edi_tui.imports.tables import NamedTables
from edi_tui.imports.writes import Writes, changed_fields, changes_to, new_record
from edi_tui.services.intake import Intake


def store_file(intake: Intake, grid: Grid, named: NamedTables, kind: Kind, plan: str) -> FileResult:
    """Store the rows of a file and tell what became of each.

    Args:
        intake: The register.
        grid: The file.
        named: Its tables, with their columns named.
        kind: What the rows hold.
        plan: The plan that they belong to.
    """
    around = Surroundings(intake.today, plan, intake.lookup, intake.seats())
    rows = plan_rows(entries(named.tables, kind), kind, around, intake.known(kind))
    for row in rows:
        if not row.entry.skipped:
            _store(intake, row, kind)
    findings = [one._replace(ref=row.ref) for row in rows for one in row.findings]
    return FileResult(
        grid.file,
        grid.sha256,
        plan,
        _tables(named, rows),
        tuple(source for row in rows for source in row.sources()),
        (*grid.notices, *named.findings, *findings),
    )


def _store(intake: Intake, row: PlannedRow, kind: Kind) -> None:
    row.outcome = Outcome.QUARANTINED
    if row.twin is not None:
        _repeat(row, row.twin)
    elif row.reading is not None:
        writes = _writes(row)
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


def _writes(row: PlannedRow) -> Writes:
    assert row.reading is not None
    if row.known is None:
        return new_record(row.reading)
    return changes_to(row.known, row.reading, changed_fields(row.words, row.known))


def _outcome(row: PlannedRow, writes: Writes) -> Outcome:
    if row.known is None:
        return Outcome.CREATED
    return Outcome.UNCHANGED if writes.nothing else Outcome.UPDATED


def _invalid(row: PlannedRow, attribute: str, message: str) -> Finding:
    field = next((field for field in row.words if attribute in decided_by(field)), "")
    return Finding(
        rule="row-invalid",
        level=FindingLevel.FAIL,
        message=f"{message} The row was set aside; correct it and import the file again.",
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

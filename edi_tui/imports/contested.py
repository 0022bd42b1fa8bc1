"""Cells of a later file that disagree with what people changed since the last import."""

from __future__ import annotations

import dataclasses
from collections.abc import Set
from typing import Any

from edi_tui.domain.desk import CONFLICT
from edi_tui.domain.due import Due
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.imported_fields import decided_by
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import Draft, fields_of
from edi_tui.domain.text import quoted
from edi_tui.domain.values import write_value
from edi_tui.imports.drafts import READERS
from edi_tui.imports.grid import Cell
from edi_tui.imports.planned_row import PlannedRow
from edi_tui.imports.row_reader import RowReader, Surroundings


def contested(
    row: PlannedRow, kind: Kind, around: Surroundings, changed: Set[str]
) -> dict[str, Finding]:
    """Return the changed fields in which register and file disagree, each with its finding.

    They do where somebody edited the field since the record was last imported, and the file
    now says something else than it did and than the register does.

    Args:
        row: A row that was read and is about a known record.
        kind: What the file holds.
        around: What rows are read against.
        changed: The fields whose words are not those of the last import.
    """
    assert row.known is not None
    assert row.reading is not None
    words = row.known.words
    asked = changed & words.keys()
    if not asked:
        return {}
    headings = {**dict.fromkeys(words, ""), **row.entry.table.heading_of}
    before = RowReader(row.entry.where, {k: Cell(v) for k, v in words.items()}, headings, around)
    said = READERS[kind](before).draft
    stands, says = row.known.stored.draft, row.reading.draft
    return {
        field: _finding(row, field, stands)
        for field in asked
        if _differ(stands, said, field) and _differ(stands, says, field)
    }


def _differ(one: Draft, other: Draft, field: str) -> bool:
    own = {spec.name for spec in dataclasses.fields(one)}
    names = [name for name in decided_by(field) if name in own]
    return any(_meant(getattr(one, name)) != _meant(getattr(other, name)) for name in names)


def _meant(value: Any) -> Any:
    """Return what is compared of a value: of a due date its day, its words where it has none."""
    return (value.on or value.text) if isinstance(value, Due) else value


def _finding(row: PlannedRow, field: str, stands: Draft) -> Finding:
    said = row.words[field]
    specs = {spec.name: spec for spec in fields_of(type(stands))}
    name = next(name for name in decided_by(field) if name in specs)
    now = write_value(specs[name], getattr(stands, name))
    return Finding(
        rule=CONFLICT,
        level=FindingLevel.WARN,
        message=f"The file now says {quoted(said) if said else 'nothing'}, but since the last "
        f"import the register was changed to {quoted(now) if now else 'nothing'}. The register "
        "was left as it is.",
        where=row.entry.where,
        column=row.entry.table.heading_of[field],
        value=said,
    )

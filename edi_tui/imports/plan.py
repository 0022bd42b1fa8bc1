"""The plan of an import: what each row says, and which record it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import shortened
from edi_tui.imports.drafts import READERS
from edi_tui.imports.header import MAIN
from edi_tui.imports.joins import Entry
from edi_tui.imports.matching import Key, key_of, match_rows
from edi_tui.imports.planned_row import PlannedRow
from edi_tui.imports.row_reader import RowReader, Surroundings
from edi_tui.services.intake import Known

_TWICE = "Every cell says the same as {where}, so the row was not stored again."
_ALIKE = (
    "It names the same {kind} as {where}, but not every cell agrees, so both were stored. "
    "Withdraw one of them if they are one."
)


def plan_rows(
    entries: Iterable[Entry], kind: Kind, around: Surroundings, known: Sequence[Known]
) -> list[PlannedRow]:
    """Read the rows of a file and find the records that they are about.

    Args:
        entries: Every row of the file.
        kind: What the rows hold.
        around: What they are read against.
        known: The standing records of the kind.
    """
    rows = [_planned(entry, kind, around) for entry in entries]
    _mark_duplicates(rows, kind)
    match_rows(rows, known)
    return rows


def _planned(entry: Entry, kind: Kind, around: Surroundings) -> PlannedRow:
    fields = entry.table.fields(entry.cells)
    words = {field: cell.text for field, cell in fields.items()}
    if entry.skipped:
        return PlannedRow(entry, words, _banner_findings(entry, kind))
    joined = [_joined_finding(entry, at) for at in range(1, len(entry.parts))]
    if not any(all(words.get(field) for field in needed) for needed in MAIN[kind]):
        return PlannedRow(entry, words, [_without_text(entry, kind), *joined])
    row = RowReader(entry.where, fields, entry.table.heading_of, around)
    reading = READERS[kind](row)
    found = sorted(row.findings, key=lambda one: entry.table.place(one.column))
    unlinked = any(one.rule == "link-unknown" and one.level is FindingLevel.FAIL for one in found)
    return PlannedRow(entry, words, [*found, *joined], None if unlinked else reading)


def _without_text(entry: Entry, kind: Kind) -> Finding:
    headings = entry.table.heading_of
    names = [
        headings[field] for needed in MAIN[kind] for field in sorted(needed) if field in headings
    ]
    blank = [name for name in names if not entry.table.texts(entry.cells).get(name)]
    said = " or ".join(f"“{name}”" for name in blank)
    return Finding(
        rule="row-without-text",
        level=FindingLevel.FAIL,
        message=f"The row says nothing under {said}, so it was set aside.",
        fix="Fill it in on the Desk, or in the file and import it again.",
        where=entry.where,
        column=blank[0],
    )


def _joined_finding(entry: Entry, at: int) -> Finding:
    part, above = entry.parts[at], entry.parts[at - 1]
    said = next(cell.text for cell in part.cells if cell.text)
    return Finding(
        rule="row-joined",
        level=FindingLevel.NOTE,
        message=f"“{shortened(said, 60)}” goes on from {above.where}, so the two were joined.",
        where=part.where,
        value=said,
    )


def _banner_findings(entry: Entry, kind: Kind) -> list[Finding]:
    """Tell of a banner in the main column, since it might have been a record."""
    mains = {field for needed in MAIN[kind] for field in needed}
    if not entry.banner or entry.table.columns.get(0) not in mains:
        return []
    text = entry.cells[0].text
    return [
        Finding(
            rule="row-banner",
            level=FindingLevel.NOTE,
            message=f"“{shortened(text, 60)}” stands alone in its row, so it was taken as a "
            f"heading and skipped. If it is {_a(kind)}, fill in another cell of the row.",
            where=entry.where,
            column=entry.table.labels[0],
            value=text,
        )
    ]


def _a(kind: Kind) -> str:
    word = kind.label.lower()
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _mark_duplicates(rows: Sequence[PlannedRow], kind: Kind) -> None:
    """Point each row to an earlier one that says the same, and tell of those much the same."""
    same: dict[object, PlannedRow] = {}
    keys: dict[Key, PlannedRow] = {}
    for row in rows:
        if row.reading is None:
            continue
        twin = same.setdefault((row.entry.cells, tuple(row.words.items())), row)
        first = keys.setdefault(key_of(row.reading.draft), row)
        if twin is not row:
            row.twin = twin
            row.findings = [_duplicate(row, twin, kind, FindingLevel.NOTE, _TWICE)]
        elif first is not row and kind is not Kind.FRAMEWORK_ITEM:  # a code is refused twice
            row.findings.append(_duplicate(row, first, kind, FindingLevel.WARN, _ALIKE))


def _duplicate(
    row: PlannedRow, first: PlannedRow, kind: Kind, level: FindingLevel, message: str
) -> Finding:
    mains = {field for needed in MAIN[kind] for field in needed}
    field = next(field for field in row.words if field in mains)
    return Finding(
        rule="row-duplicate",
        level=level,
        message=message.format(where=first.entry.where, kind=kind.label.lower()),
        where=row.entry.where,
        column=row.entry.table.heading_of[field],
        value=row.words[field],
    )

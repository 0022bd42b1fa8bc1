"""The ledger of drift, worked out from the change log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from edi_tui.domain.drift import Drift, Original
from edi_tui.domain.due import format_date
from edi_tui.domain.moves import (
    Move,
    Moved,
    asks_for_less,
    day_in,
    day_of,
    due_words,
    moved,
    of_measure,
)
from edi_tui.domain.rows import ChangeRow, MeasureRow, ObjectiveRow
from edi_tui.domain.words import Status

VERSION = 1
"""Counted up when the same edits would come to another drift."""
_NOT_MET = (Status.CLOSED_NOT_MET, Status.CARRIED_OVER, Status.WITHDRAWN)
"""What is declared of something that was closed without being achieved."""


def ledger_of(
    objectives: Sequence[ObjectiveRow],
    changes: Iterable[ChangeRow],
    measures: Iterable[MeasureRow] = (),
    *,
    as_at: date,
) -> dict[str, Drift]:
    """Return the drift of each objective that was changed or carried on, by its reference.

    In any other nothing has moved, and most of a register is so.

    Args:
        objectives: The objectives as they stand.
        changes: The edits of objectives and measures, oldest first.
        measures: The measures as they stand.
        as_at: The day at which it is judged; later changes do not count.
    """
    edits: dict[str, list[ChangeRow]] = {}
    later: dict[str, ChangeRow] = {}
    for change in changes:
        if day_of(change) <= as_at:
            edits.setdefault(_objective_of(change), []).append(change)
        else:
            later.setdefault(change.ref, change)
    by_ref, counted = {row.ref: row for row in objectives}, {row.ref: row for row in measures}
    return {
        row.ref: drift_of(
            _before(row, later.get(row.ref)),
            edits.get(row.ref, ()),
            counted,
            carried_from=_carried_from(row, by_ref),
        )
        for row in objectives
        if row.follows or row.ref in edits or row.ref in later
    }


def drift_of(
    row: ObjectiveRow,
    changes: Sequence[ChangeRow],
    measures: Mapping[str, MeasureRow] | None = None,
    *,
    carried_from: tuple[str, ...] = (),
) -> Drift:
    """Return what has moved since an objective was agreed, or else since it was entered.

    A target that asks for no less than was agreed has not moved, whatever it was meanwhile.

    Args:
        row: The objective as it stands.
        changes: Its edits and those of its measures, oldest first.
        measures: The measures as they stand, by reference.
        carried_from: The objectives before it that were not met.
    """
    since = _since_agreed(row, changes)
    known = measures or {}
    lowered = _lowered(since, known)
    entries = tuple(
        entry
        for change in since
        for entry in moved(change, known.get(change.ref))
        if entry.what is not Move.TARGET or entry.ref in lowered
    )
    return Drift(_original(row, since, entries), entries, carried_from, row.due_on)


def _before(row: ObjectiveRow, change: ChangeRow | None) -> ObjectiveRow:
    """Return an objective as it stood before a change; as it stands without one."""
    if change is None:
        return row
    said = change.before
    return replace(
        row,
        title=str(said.get("title", "")),
        due_on=day_in(said, "due_on"),
        due_text=str(said.get("due_text", "")),
        agreed_on=day_in(said, "agreed_on"),
    )


def _lowered(changes: Sequence[ChangeRow], measures: Mapping[str, MeasureRow]) -> set[str]:
    """Return the measures whose target asks for less than the first that they had."""
    ends: dict[str, tuple[ChangeRow, ChangeRow]] = {}
    for change in changes:
        if change.ref in measures and change.before.get("target") != change.after.get("target"):
            first = ends[change.ref][0] if change.ref in ends else change
            if first.before.get("target") is None:
                first = change
            ends[change.ref] = first, change
    return {ref for ref, (first, last) in ends.items() if asks_for_less(first, last, measures[ref])}


def _objective_of(change: ChangeRow) -> str:
    if not of_measure(change):
        return change.ref
    return str(change.before.get("objective") or change.after.get("objective") or "")


def _since_agreed(row: ObjectiveRow, changes: Sequence[ChangeRow]) -> list[ChangeRow]:
    """Return the changes after the agreement; on its day, those after it was entered."""
    agreed = row.agreed_on
    if agreed is None:
        return list(changes)
    entered = max((change.seq for change in changes if _agrees(change, agreed)), default=0)
    return [
        change
        for change in changes
        if day_of(change) > agreed or (day_of(change) == agreed and change.seq > entered)
    ]


def _agrees(change: ChangeRow, agreed: date) -> bool:
    said, before = change.after.get("agreed_on"), change.before.get("agreed_on")
    return said == agreed.isoformat() != before


def _original(
    row: ObjectiveRow, changes: Sequence[ChangeRow], entries: Sequence[Moved]
) -> Original:
    own = [change.before for change in changes if change.ref == row.ref]
    days = [*(day_in(said, "due_on") for said in own), row.due_on]
    due_on = next((day for day in days if day), None)
    words = due_words(own[0]) if own else row.due_text
    return Original(
        str(own[0]["title"]) if own else row.title,
        format_date(due_on) if due_on else words,
        {entry.ref: entry.was for entry in reversed(entries) if entry.what is Move.TARGET},
        due_on,
        row.agreed_on,
    )


def _carried_from(row: ObjectiveRow, rows: Mapping[str, ObjectiveRow]) -> tuple[str, ...]:
    """Return the objectives before it that were not met; a ring is followed once."""
    seen = {row.ref}
    before = rows.get(row.follows)
    found = []
    while before and before.ref not in seen:
        seen.add(before.ref)
        if before.status in _NOT_MET:
            found.append(before.ref)
        before = rows.get(before.follows)
    return tuple(found)

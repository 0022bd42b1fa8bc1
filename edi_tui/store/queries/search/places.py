"""Where a field of a list is kept: in the record itself, or in the records around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa

from edi_tui.domain.filters.conditions import Condition, Empty, Holds, Points
from edi_tui.domain.filters.values import fits
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Outcome, ReviewState
from edi_tui.store.mapping import EVIDENCE_LINKS, FRAMEWORK_LINKS, core, table_of
from edi_tui.store.models import ImportBatch, ImportRow
from edi_tui.store.queries.search.flags import flagged, flags_of
from edi_tui.store.queries.search.met import Clause, Column, met

Place = Callable[[Condition], Clause]
"""Requires that the field, wherever it is kept, meets a condition."""

_BATCHES, _ROWS = core(ImportBatch), core(ImportRow)


def own(column: Column) -> Place:
    """Keep it in a column of the record."""
    return lambda wanted: met(column, wanted)


def any_of(*places: Place) -> Place:
    """Keep it in several places, one of which has to pass."""
    return lambda wanted: sa.or_(*(place(wanted) for place in places))


def via(pointer: Column, table: sa.Table, column: str) -> Place:
    """Keep it in a record that this one points to."""
    return lambda wanted: pointer.in_(sa.select(table.c.id).where(met(table.c[column], wanted)))


def points(pointer: Column, kind: Kind) -> Place:
    """Keep it in a pointer to a record of a kind, whose reference people read."""

    def place(wanted: Condition) -> Clause:
        if isinstance(wanted, Empty):
            return pointer.is_not(None)
        if isinstance(wanted, Points):
            if wanted.prefix not in ("", kind.prefix):
                return sa.false()
            return pointer.is_not(None) if wanted.number is None else pointer == wanted.number
        return _spelt(pointer, kind, wanted) if isinstance(wanted, Holds) else sa.false()

    return place


def _spelt(pointer: Column, kind: Kind, wanted: Holds) -> Clause:
    """Require that the written reference begins as a word does; for other words never."""
    prefix = kind.prefix.lower()
    begun = wanted.text.strip().lower().replace(" ", "-")
    if not begun.startswith(prefix) or not begun.removeprefix(prefix).lstrip("-").isdecimal():
        return pointer.is_not(None) if begun.rstrip("-") == prefix else sa.false()
    digits = begun.removeprefix(prefix).lstrip("-")[:12]
    written = sa.func.printf("%03d", pointer)
    return sa.or_(written.startswith(digits), pointer == int(digits))


def worked_out(column: Column, values: Callable[[], Mapping[int, object]]) -> Place:
    """Take what only the domain can work out, by the number of each record.

    Args:
        column: The number of the record.
        values: Works it out; called only where a filter asks.
    """
    return lambda wanted: flagged(
        column, flags_of(number for number, value in values().items() if fits(wanted, value))
    )


def owner_of(pointer: Column, text: Column) -> Place:
    """Keep it in the role of the seat, or in words where no seat is known."""
    members = table_of(Kind.MEMBER)
    seat = via(pointer, members, "role")
    return lambda wanted: sa.or_(seat(wanted), sa.and_(pointer.is_(None), met(text, wanted)))


def codes_of(kind: Kind, *, prefix: str = "") -> Place:
    """Keep it in the codes of the framework items that a record answers to."""
    items = table_of(Kind.FRAMEWORK_ITEM)
    pointer = FRAMEWORK_LINKS.c[f"{kind.value}_id"]

    def place(wanted: Condition) -> Clause:
        found = (
            sa.select(pointer)
            .join(items, items.c.id == FRAMEWORK_LINKS.c.item_id)
            .where(pointer.is_not(None), items.c.code.startswith(prefix), met(items.c.code, wanted))
        )
        return table_of(kind).c.id.in_(found)

    return place


def source_of(kind: Kind) -> Place:
    """Keep it in the name of the file that a record was imported from."""
    number = sa.cast(sa.func.substr(_ROWS.c.ref, len(kind.prefix) + 2), sa.Integer)

    def place(wanted: Condition) -> Clause:
        files = sa.select(_BATCHES.c.id).where(met(_BATCHES.c.file, wanted))
        found = sa.select(number).where(
            _ROWS.c.batch_id.in_(files),
            _ROWS.c.outcome == Outcome.CREATED.value,
            _ROWS.c.ref.startswith(f"{kind.prefix}-"),
        )
        return table_of(kind).c.id.in_(found)

    return place


def count_of(kind: Kind, table: sa.Table, pointer: str) -> Place:
    """Count the standing records of a table that point to this one."""

    def place(wanted: Condition) -> Clause:
        pointing = (table.c[pointer] == table_of(kind).c.id, table.c.withdrawn_at.is_(None))
        counted = sa.select(sa.func.count()).select_from(table).where(*pointing)
        return met(counted.scalar_subquery(), wanted)

    return place


def evidence_of(kind: Kind) -> Place:
    """Count the standing items of evidence that prove something of this one."""

    def place(wanted: Condition) -> Clause:
        counted = proof_of(kind, table_of(kind).c.id, sa.func.count())
        return met(counted.scalar_subquery(), wanted)

    return place


def proof_of(kind: Kind, number: Column, what: Column) -> sa.Select[Any]:
    """Select something of the evidence that proves something of a record."""
    items = table_of(Kind.EVIDENCE)
    return (
        sa.select(what)
        .select_from(EVIDENCE_LINKS.join(items, items.c.id == EVIDENCE_LINKS.c.evidence_id))
        .where(
            EVIDENCE_LINKS.c[f"{kind.value}_id"] == number,
            items.c.withdrawn_at.is_(None),
            items.c.review != ReviewState.REJECTED.value,
        )
    )


def latest_of(kind: Kind, column: str, as_at: date) -> Place:
    """Keep it in the newest standing progress entry up to a day, the last entered of its day."""

    def place(wanted: Condition) -> Clause:
        updates = table_of(Kind.UPDATE).alias()
        newest = (
            sa.select(updates.c[column])
            .where(
                updates.c[f"{kind.value}_id"] == table_of(kind).c.id,
                updates.c.withdrawn_at.is_(None),
                updates.c.on <= as_at,
            )
            .order_by(updates.c.on.desc(), updates.c.id.desc())
            .limit(1)
        )
        return met(newest.correlate(table_of(kind)).scalar_subquery(), wanted)

    return place


def main_measure(column: str) -> Place:
    """Keep it in the measure of an objective that was entered first."""

    def place(wanted: Condition) -> Clause:
        measures, objectives = table_of(Kind.MEASURE).alias(), table_of(Kind.OBJECTIVE)
        first = (
            sa.select(measures.c[column])
            .where(measures.c.objective_id == objectives.c.id, measures.c.withdrawn_at.is_(None))
            .order_by(measures.c.id)
            .limit(1)
            .correlate(objectives)
        )
        return met(first.scalar_subquery(), wanted)

    return place

"""What several lists need: latest entries, sources, framework codes, counts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Outcome
from edi_tui.store.mapping import FRAMEWORK_LINKS, core, table_of
from edi_tui.store.models import ImportBatch, ImportRow

_BATCHES = core(ImportBatch)
_ROWS = core(ImportRow)


def latest(table: sa.Table, key: str, by: str, *where: sa.ColumnElement[bool]) -> sa.Subquery:
    """Return the newest standing row for each value of a key column, the last entered first."""
    rank = sa.func.row_number().over(
        partition_by=table.c[key], order_by=(table.c[by].desc(), table.c.id.desc())
    )
    inner = (
        sa.select(table, rank.label("place"))
        .where(table.c[key].is_not(None), table.c.withdrawn_at.is_(None), *where)
        .subquery()
    )
    return sa.select(inner).where(inner.c.place == 1).subquery()


def latest_updates(
    pointer: str, as_at: date, numbers: Collection[int] | None = None
) -> sa.Subquery:
    """Return the newest progress entry of each objective or action, or of some, up to a date."""
    updates = table_of(Kind.UPDATE)
    return latest(updates, pointer, "on", updates.c.on <= as_at, among(updates.c[pointer], numbers))


def framework_codes(
    session: Session, pointer: str, numbers: Collection[int] | None = None
) -> dict[int, tuple[str, ...]]:
    """Return the framework codes of each objective or action, or of some, by its number."""
    items = table_of(Kind.FRAMEWORK_ITEM)
    rows = session.execute(
        sa.select(FRAMEWORK_LINKS.c[pointer], items.c.code)
        .join(items, items.c.id == FRAMEWORK_LINKS.c.item_id)
        .where(FRAMEWORK_LINKS.c[pointer].is_not(None), among(FRAMEWORK_LINKS.c[pointer], numbers))
        .order_by(items.c.id)
    )
    codes: dict[int, list[str]] = defaultdict(list)
    for number, code in rows:
        codes[number].append(code)
    return {number: tuple(found) for number, found in codes.items()}


def sources(session: Session, kind: Kind, numbers: Collection[int] | None = None) -> dict[str, str]:
    """Return where each record of a kind, or some, was first imported from, by its reference."""
    refs = None if numbers is None else list(map(kind.ref, numbers))
    rows = session.execute(
        sa.select(_ROWS.c.ref, _BATCHES.c.file, _ROWS.c.where)
        .join(_BATCHES, _BATCHES.c.id == _ROWS.c.batch_id)
        .where(
            _ROWS.c.outcome == Outcome.CREATED.value,
            _ROWS.c.ref.startswith(f"{kind.prefix}-"),
            among(_ROWS.c.ref, refs),
        )
    )
    return {ref: f"{file}, {where}" for ref, file, where in rows}


def chosen(
    table: sa.Table, *, withdrawn: bool, numbers: Collection[int] | None
) -> sa.ColumnElement[bool]:
    """Return the condition for standing or withdrawn records, all or some of them."""
    return sa.and_(standing(table, withdrawn=withdrawn), among(table.c.id, numbers))


def among(
    column: sa.ColumnElement[Any], values: Iterable[int] | Iterable[str] | None
) -> sa.ColumnElement[bool]:
    """Return the condition that a column is one of any number of values; none ask for nothing.

    They are handed over as one, since a statement may have only so many.
    """
    if values is None:
        return sa.true()
    items = sa.func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(sa.select(items.c.value))


def standing(table: sa.Table, *, withdrawn: bool) -> sa.ColumnElement[bool]:
    """Return the condition for records that stand, or for those that were withdrawn."""
    return table.c.withdrawn_at.is_not(None) if withdrawn else table.c.withdrawn_at.is_(None)

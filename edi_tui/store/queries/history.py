"""The change log as a list."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from edi_tui.domain.rows import ChangeRow
from edi_tui.store.mapping import core
from edi_tui.store.models import Change
from edi_tui.store.queries.parts import among

_LOG = core(Change)


def undone(log: sa.FromClause) -> sa.ColumnElement[bool]:
    """Return the condition for entries that were taken back and not done again since."""
    back, again = _LOG.alias(), _LOG.alias()
    redone = sa.exists().where(again.c.undoes == back.c.group_id)
    return sa.exists().where(back.c.undoes == log.c.group_id, ~redone)


def changes(session: Session, *, ref: str = "", limit: int | None = None) -> list[ChangeRow]:
    """Return the change log, newest first; of one record where its reference is given."""
    wanted = sa.select(_LOG, undone(_LOG).label("undone"))
    wanted = wanted.order_by(_LOG.c.seq.desc()).limit(limit)
    if ref:
        wanted = wanted.where(_LOG.c.ref == ref)
    rows = session.execute(wanted).mappings()
    return [change_of(row, undone=bool(row["undone"])) for row in rows]


def masked(change: ChangeRow, instead: Mapping[str, str]) -> ChangeRow:
    """Return an entry with other words in the place of what some fields said.

    Args:
        change: The entry.
        instead: The words by field; a field that said nothing stays as it is.
    """
    sides = (
        side | {name: text for name, text in instead.items() if side.get(name)}
        for side in (change.before, change.after)
    )
    before, after = sides
    return replace(change, before=before, after=after) if instead else change


def moves(session: Session, refs: Collection[str] | None = None) -> list[ChangeRow]:
    """Return the edits that moved what an objective promises, oldest first.

    That is its wording, its due date, the day on which it was agreed, or the target of a measure.
    What was taken back has moved nothing.

    Args:
        session: A session.
        refs: The objectives and measures whose edits are wanted; all of them without it.
    """
    before, after = _LOG.c.before, _LOG.c.after
    differs = (
        _at(before, name).is_distinct_from(_at(after, name))
        for name in ("title", "due_on", "agreed_on", "target")
    )
    rows = session.execute(
        sa.select(_LOG)
        .where(
            sa.or_(_LOG.c.ref.op("GLOB")("OBJ-*"), _LOG.c.ref.op("GLOB")("MEA-*")),
            among(_LOG.c.ref, refs),
            _LOG.c.verb == "edit",
            sa.or_(*differs),
            ~undone(_LOG),
        )
        .order_by(_LOG.c.seq)
    ).mappings()
    return [change_of(row) for row in rows]


def _at(side: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[Any]:
    return sa.func.json_extract(side, f"$.{name}")


def change_of(row: RowMapping, *, undone: bool = False) -> ChangeRow:
    """Return an entry of the change log."""
    return ChangeRow(
        **{name: row[name] for name in ("seq", "at", "who", "verb", "ref", "summary")},
        group_id=row["group_id"],
        undoes=row["undoes"] or "",
        undone=undone,
        as_from=row["as_from"],
        before=row["before"] or {},
        after=row["after"] or {},
        hash=row["hash"],
    )

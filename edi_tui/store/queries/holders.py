"""Who answered for a record on an earlier day, by the change log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.store.mapping import core, table_of
from edi_tui.store.models import Change
from edi_tui.store.queries.history import undone
from edi_tui.store.queries.parts import among

_LOG = core(Change)
_MEMBERS = table_of(Kind.MEMBER)
_FIELDS = {
    Kind.OBJECTIVE: ("owner",),
    Kind.ACTION: ("lead", "supporting"),
    Kind.CHALLENGE: ("owner",),
}
"""The fields that say who answers for a record."""

Side = dict[str, Any]
"""What a record said, by field or column."""


def as_held(
    session: Session, kind: Kind, rows: Iterable[RowMapping], as_at: date, *, role: str = ""
) -> list[Side]:
    """Return rows of a table with those who answered for each on a day in place of today's.

    Args:
        session: A session.
        kind: Objectives, actions or challenges.
        rows: The rows, by column.
        as_at: The day.
        role: The column in which the owner's role stands.
    """
    held = held_at(session, kind, as_at)
    if not held:
        return [dict(row) for row in rows]
    known = session.execute(sa.select(_MEMBERS.c.id, _MEMBERS.c.role))
    roles: dict[int, str] = dict(known.all())
    return [dict(row) | _columns(held.get(row["id"], {}), roles, role) for row in rows]


def _columns(side: Side, roles: Mapping[int, str], role: str) -> Side:
    same: Side = {name: side[name] for name in ("lead", "supporting", "owner_text") if name in side}
    if "owner" not in side:
        return same
    number = _owner(side)
    return same | {"owner_id": number, role: roles.get(number) if number else None}


def _owner(side: Side) -> int | None:
    owner = read_ref(side["owner"])
    return owner[1] if owner else None


def owned_at(
    session: Session, as_at: date, members: Collection[int] | None = None
) -> Counter[int | None]:
    """Return how many standing objectives each board member, or some, owned on a day, by number."""
    table, held = table_of(Kind.OBJECTIVE), held_at(session, Kind.OBJECTIVE, as_at)
    stands, moved = table.c.withdrawn_at.is_(None), among(table.c.id, held)
    owned = (
        sa.select(table.c.owner_id, sa.func.count())
        .where(stands, among(table.c.owner_id, members), ~moved)
        .group_by(table.c.owner_id)
    )
    counts: Counter[int | None] = Counter(dict(session.execute(owned).all()))
    for number in session.scalars(sa.select(table.c.id).where(stands, moved)) if held else ():
        counts[_owner(held[number])] += 1
    return counts


def held_at(session: Session, kind: Kind, as_at: date) -> dict[int, Side]:
    """Return what each record said on a day that was held by somebody else then, by its number.

    A change of who answers counts from the day that it names, else from the day on which it was
    made. A record that was entered after the day is taken to have been held so from the start.
    """
    moved = _moved(kind)
    since = (as_at + timedelta(days=1)).isoformat()
    later = sa.or_(_LOG.c.at >= since, _LOG.c.as_from > as_at)
    # Asked for distinct ones, the database goes through the index of all references.
    refs = dict.fromkeys(session.scalars(sa.select(_LOG.c.ref).where(later, moved)))
    held: dict[int, Side] = {}
    for ref in refs:
        target = read_ref(ref)
        side = _held(session, ref, moved, as_at)
        if target is not None and side is not None:
            held[target[1]] = side
    return held


def _moved(kind: Kind) -> sa.ColumnElement[bool]:
    """Return the condition for entries that changed who answers for a record of a kind."""
    differs = [
        sa.func.json_extract(_LOG.c.before, f"$.{name}").is_distinct_from(
            sa.func.json_extract(_LOG.c.after, f"$.{name}")
        )
        for name in _FIELDS[kind]
    ]
    # Not LIKE or GLOB, for which the index on references would be taken in place of the days'.
    own = sa.func.substr(_LOG.c.ref, 1, 4) == f"{kind.prefix}-"
    return sa.and_(own, _LOG.c.verb == "edit", sa.or_(*differs), ~undone(_LOG))


def _held(session: Session, ref: str, moved: sa.ColumnElement[bool], as_at: date) -> Side | None:
    """Return what a record said before the first change that did not count on a day yet."""
    entered = session.scalar(sa.select(sa.func.min(_LOG.c.at)).where(_LOG.c.ref == ref))
    known = entered is not None and date.fromisoformat(entered[:10]) <= as_at
    wanted = sa.select(_LOG.c.at, _LOG.c.as_from, _LOG.c.before).where(_LOG.c.ref == ref, moved)
    held: Side | None = None
    for at, as_from, before in session.execute(wanted.order_by(_LOG.c.seq.desc())):
        counts = as_from or (date.fromisoformat(at[:10]) if known else date.min)
        if counts <= as_at:
            break
        held = before
    return held

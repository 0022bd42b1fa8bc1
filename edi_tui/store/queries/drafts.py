"""Whole records of one kind, for matching imported rows against."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.store.changes import Stored, load
from edi_tui.store.mapping import draft_of, table_of
from edi_tui.store.queries.parts import framework_codes, standing

_LINKED = (Kind.OBJECTIVE, Kind.ACTION)
_FEW = 5_000
"""More numbers than these are not named one by one: every record is read instead."""


def standing_drafts(
    session: Session, kind: Kind, numbers: Collection[int] | None = None
) -> list[Stored]:
    """Return the standing records of a kind, in the order they were entered.

    Args:
        session: The session.
        kind: The kind.
        numbers: Only those with one of these numbers; every one without it.
    """
    table = table_of(kind)
    wanted = sa.select(table).where(standing(table, withdrawn=False)).order_by(table.c.id)
    if numbers is not None and len(numbers) <= _FEW:
        wanted = wanted.where(table.c.id.in_(numbers))
    rows = session.execute(wanted).mappings()
    codes = framework_codes(session, f"{kind.value}_id") if kind in _LINKED else {}
    found = []
    for row in rows:
        plain = {str(name): value for name, value in row.items()}
        draft = draft_of(kind, plain, {"frameworks": codes.get(row["id"], ())})
        found.append(Stored(kind.ref(row["id"]), draft, row["version"], None, ""))
    return found


def newest_update(session: Session, ref: str) -> Stored | None:
    """Return the newest progress entry of an objective or action."""
    target = read_ref(ref)
    if target is None:
        return None
    table = table_of(Kind.UPDATE)
    wanted = (
        sa.select(table.c.id)
        .where(table.c[f"{target[0].value}_id"] == target[1], standing(table, withdrawn=False))
        .order_by(table.c.on.desc(), table.c.id.desc())
        .limit(1)
    )
    number = session.execute(wanted).scalar()
    return load(session, Kind.UPDATE.ref(number)) if number is not None else None

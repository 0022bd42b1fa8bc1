"""Whole records of one kind, for matching imported rows against."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.store.changes import Stored
from edi_tui.store.mapping import draft_of, table_of
from edi_tui.store.queries.parts import framework_codes, standing

_LINKED = (Kind.OBJECTIVE, Kind.ACTION)


def standing_drafts(session: Session, kind: Kind) -> list[Stored]:
    """Return every standing record of a kind, in the order they were entered."""
    table = table_of(kind)
    rows = session.execute(
        sa.select(table).where(standing(table, withdrawn=False)).order_by(table.c.id)
    ).mappings()
    codes = framework_codes(session, f"{kind.value}_id") if kind in _LINKED else {}
    found = []
    for row in rows:
        plain = {str(name): value for name, value in row.items()}
        draft = draft_of(kind, plain, {"frameworks": codes.get(row["id"], ())})
        found.append(Stored(kind.ref(row["id"]), draft, row["version"], None, ""))
    return found

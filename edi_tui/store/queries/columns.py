"""What a column of a list holds for every record, without reading the rows."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.store.mapping import table_of

_STORED_AS = {"due": "due_on"}
_NAMED = {"owner": (Kind.MEMBER, "role")}
"""Columns that show the name of a record that another column points to."""


def column_values(session: Session, kind: Kind, column: str) -> dict[int, object] | None:
    """Return what a column holds, by number; None where it is worked out and not stored.

    Empty texts are left out, like what is not known.
    """
    table = table_of(kind)
    source: sa.FromClause = table
    if column in _NAMED:
        target, name = _NAMED[column]
        named = table_of(target)
        held = named.c[name]
        source = table.join(named, named.c.id == table.c[f"{column}_id"])
    elif (stored := _STORED_AS.get(column, column)) in table.c:
        held = table.c[stored]
    else:
        return None
    rows = session.execute(sa.select(table.c.id, held).select_from(source))
    return {number: value for number, value in rows if value not in (None, "")}

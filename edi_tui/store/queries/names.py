"""The words that may stand for a record."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.store.mapping import table_of

_NAMED_BY: dict[Kind, tuple[str, ...]] = {
    Kind.MEMBER: ("role", "name"),
    Kind.NETWORK: ("name",),
    Kind.OBJECTIVE: ("title",),
    Kind.ACTION: ("text",),
    Kind.MEASURE: ("name",),
    Kind.FRAMEWORK_ITEM: ("code",),
}

_KNOWN_BY: dict[Kind, tuple[str, ...]] = {
    **_NAMED_BY,
    Kind.FRAMEWORK_ITEM: ("code", "title"),
    Kind.EVIDENCE: ("title",),
    Kind.CONCERN: ("theme", "text"),
    Kind.CHALLENGE: ("asker_name", "question"),
}
_LONGEST = 160
"""Characters of a title that people read when they choose."""


def names(session: Session, kind: Kind) -> list[tuple[int, tuple[str, ...]]]:
    """Return the number of each standing record of a kind, and the words that may stand for it."""
    columns = [table_of(kind).c[name] for name in _NAMED_BY.get(kind, ())]
    return _standing(session, kind, columns)


def titles(session: Session, kind: Kind) -> list[tuple[int, tuple[str, ...]]]:
    """Return the number of each standing record of a kind, and the words people know it by."""
    table = table_of(kind)
    columns = [sa.func.substr(table.c[name], 1, _LONGEST) for name in _KNOWN_BY.get(kind, ())]
    return _standing(session, kind, columns)


def _standing(
    session: Session, kind: Kind, columns: Sequence[sa.ColumnElement[str]]
) -> list[tuple[int, tuple[str, ...]]]:
    table = table_of(kind)
    wanted = (
        sa.select(table.c.id, *columns).where(table.c.withdrawn_at.is_(None)).order_by(table.c.id)
    )
    return [(number, tuple(filter(None, words))) for number, *words in session.execute(wanted)]


def stands(session: Session, kind: Kind, number: int) -> bool:
    """Tell whether there is a record that has not been withdrawn."""
    table = table_of(kind)
    wanted = sa.select(table.c.id).where(table.c.id == number, table.c.withdrawn_at.is_(None))
    return session.execute(wanted).first() is not None

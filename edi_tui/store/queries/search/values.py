"""The values that stand in a field of a list, for completion."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.store.mapping import table_of

_FROM = {
    "owner": (Kind.MEMBER, "role"),
    "member": (Kind.MEMBER, "role"),
    "role": (Kind.MEMBER, "role"),
    "network": (Kind.NETWORK, "name"),
    "measure": (Kind.MEASURE, "name"),
    "frameworks": (Kind.FRAMEWORK_ITEM, "code"),
    "hia": (Kind.FRAMEWORK_ITEM, "code"),
    "metric": (Kind.FRAMEWORK_ITEM, "code"),
    "lead": (Kind.ACTION, "lead"),
    "plan": (Kind.ACTION, "plan"),
}
"""Where the values of a field come from: a kind of record and a column of it."""
_MOST = 500


def values_of(session: Session, name: str) -> Sequence[str]:
    """Return the words that stand in a field of standing records, each once, in order."""
    if name not in _FROM:
        return ()
    kind, column = _FROM[name]
    table = table_of(kind)
    wanted = (
        sa.select(table.c[column])
        .where(table.c.withdrawn_at.is_(None), table.c[column] != "")
        .distinct()
        .order_by(table.c[column])
        .limit(_MOST)
    )
    if name == "hia":
        wanted = wanted.where(table.c[column].startswith("HIA"))
    return session.execute(wanted).scalars().all()

"""The change log as a list."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.rows import ChangeRow
from edi_tui.store.mapping import core
from edi_tui.store.models import Change

_LOG = core(Change)


def changes(session: Session, *, ref: str = "", limit: int | None = None) -> list[ChangeRow]:
    """Return the change log, newest first; of one record where its reference is given."""
    wanted = sa.select(_LOG).order_by(_LOG.c.seq.desc()).limit(limit)
    if ref:
        wanted = wanted.where(_LOG.c.ref == ref)
    return [
        ChangeRow(
            **{name: row[name] for name in ("seq", "at", "who", "verb", "ref", "summary")},
            group_id=row["group_id"],
            before=row["before"] or {},
            after=row["after"] or {},
            hash=row["hash"],
        )
        for row in session.execute(wanted).mappings()
    ]

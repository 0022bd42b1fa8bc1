"""Saved filters."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from edi_tui.store.mapping import core
from edi_tui.store.models import SavedView

_VIEWS = core(SavedView)


def views(session: Session) -> list[RowMapping]:
    """Return the saved filters, by name."""
    return list(session.execute(sa.select(_VIEWS).order_by(_VIEWS.c.name)).mappings())


def keep_view(session: Session, name: str, kind: str, text: str) -> None:
    """Store a filter under a name, in place of another of that name, whatever its case."""
    drop_view(session, name)
    session.execute(sa.insert(_VIEWS).values(name=name, kind=kind, filter=text))


def drop_view(session: Session, name: str) -> bool:
    """Delete the filter of a name, whatever its case; False where there is none."""
    known = [row["name"] for row in views(session) if row["name"].casefold() == name.casefold()]
    if known:
        session.execute(sa.delete(_VIEWS).where(_VIEWS.c.name.in_(known)))
    return bool(known)

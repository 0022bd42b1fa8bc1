"""What was withdrawn, of any kind."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.store.changes import Stored, load
from edi_tui.store.mapping import core, table_of
from edi_tui.store.models import Change

_LOG = core(Change)


@dataclass(frozen=True, slots=True)
class Gone:
    """A withdrawn record, and the entry of the change log by which it went."""

    stored: Stored
    who: str
    seq: int


def withdrawn(session: Session, kinds: Collection[Kind]) -> list[Gone]:
    """Return the withdrawn records of some kinds, the last withdrawn first."""
    found = []
    for kind in kinds:
        table = table_of(kind)
        wanted = sa.select(table.c.id).where(table.c.withdrawn_at.is_not(None))
        found += [_gone(session, kind.ref(number)) for number in session.scalars(wanted)]
    return sorted(found, key=lambda one: one.seq, reverse=True)


def _gone(session: Session, ref: str) -> Gone:
    newest = sa.select(_LOG.c.who, _LOG.c.seq).where(_LOG.c.ref == ref)
    row = session.execute(newest.order_by(_LOG.c.seq.desc()).limit(1)).first()
    who, seq = (row.who, row.seq) if row else ("", 0)
    return Gone(load(session, ref), who, seq)

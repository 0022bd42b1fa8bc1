"""What was withdrawn, of any kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.store.changes import Stored
from edi_tui.store.mapping import core, draft_of, table_of
from edi_tui.store.models import Change

_LOG = core(Change)


@dataclass(frozen=True, slots=True)
class Gone:
    """A withdrawn record without its links, and the newest entry of the change log about it."""

    stored: Stored
    who: str
    seq: int


def withdrawn(session: Session, kinds: Collection[Kind]) -> list[Gone]:
    """Return the withdrawn records of some kinds, the last withdrawn first."""
    found = [stored for kind in kinds for stored in _withdrawn(session, kind)]
    newest = _newest(session) if found else {}
    gone = [Gone(stored, *newest.get(stored.ref, ("", 0))) for stored in found]
    return sorted(gone, key=lambda one: one.seq, reverse=True)


def _withdrawn(session: Session, kind: Kind) -> Iterator[Stored]:
    table = table_of(kind)
    rows = session.execute(sa.select(table).where(table.c.withdrawn_at.is_not(None))).mappings()
    for row in rows:
        plain = {str(name): value for name, value in row.items()}
        life = (plain["version"], plain["withdrawn_at"], plain["withdrawn_reason"])
        yield Stored(kind.ref(plain["id"]), draft_of(kind, plain, {}), *life)


def _newest(session: Session) -> dict[str, tuple[str, int]]:
    """Return who made the newest entry about each record, and its number."""
    last = sa.select(sa.func.max(_LOG.c.seq)).group_by(_LOG.c.ref)
    rows = session.execute(
        sa.select(_LOG.c.ref, _LOG.c.who, _LOG.c.seq).where(_LOG.c.seq.in_(last))
    )
    return {ref: (who, seq) for ref, who, seq in rows}

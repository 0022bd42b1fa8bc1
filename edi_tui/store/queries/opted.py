"""What the change log says of opting in, and of what the organisation keeps from the public."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.plain import Plain, from_plain
from edi_tui.domain.records import OrganisationDraft
from edi_tui.store.mapping import core, table_of
from edi_tui.store.models import Change

_LOG = core(Change)
_KINDS = (Kind.OBJECTIVE, Kind.NETWORK)
_ORGANISATION = Kind.ORGANISATION.ref(1)


def not_opted_in(session: Session) -> set[str]:
    """Return the objectives and networks, withdrawn ones too, that are not to be published."""
    found: set[str] = set()
    for kind in _KINDS:
        table = table_of(kind)
        wanted = sa.select(table.c.id).where(table.c.published.is_(False))
        found |= set(map(kind.ref, session.scalars(wanted)))
    return found


def opted(session: Session, after: int) -> Iterator[tuple[int, str, bool]]:
    """Yield the entries after one that opted something in or out: number, reference, which."""
    was, is_ = (
        sa.func.coalesce(sa.func.json_extract(side, "$.published"), 0)
        for side in (_LOG.c.before, _LOG.c.after)
    )
    own = sa.or_(*(_LOG.c.ref.op("GLOB")(f"{kind.prefix}-*") for kind in _KINDS))
    wanted = sa.select(_LOG.c.seq, _LOG.c.ref, is_).where(own, was != is_, _LOG.c.seq > after)
    for seq, ref, now in session.execute(wanted.order_by(_LOG.c.seq)):
        yield seq, ref, bool(now)


def organisations(session: Session, after: int) -> Iterator[tuple[int, OrganisationDraft]]:
    """Yield what the entries after one changed the organisation from."""
    wanted = sa.select(_LOG.c.seq, _LOG.c.before).where(
        _LOG.c.ref == _ORGANISATION, _LOG.c.before.is_not(None), _LOG.c.seq > after
    )
    for seq, before in session.execute(wanted.order_by(_LOG.c.seq)):
        said: Plain = before
        yield seq, from_plain(said, OrganisationDraft(name=""))

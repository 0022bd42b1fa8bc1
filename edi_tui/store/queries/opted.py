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
_ORGANISATION = Kind.ORGANISATION.ref(1)


def not_opted_in(session: Session) -> set[str]:
    """Return the objectives, withdrawn ones too, that are not to be published."""
    table = table_of(Kind.OBJECTIVE)
    wanted = sa.select(table.c.id).where(table.c.published.is_(False))
    return set(map(Kind.OBJECTIVE.ref, session.scalars(wanted)))


def opted(session: Session, after: int) -> Iterator[tuple[int, str, bool]]:
    """Yield the entries after one that opted an objective in or out: number, objective, which."""
    was, is_ = (
        sa.func.coalesce(sa.func.json_extract(side, "$.published"), 0)
        for side in (_LOG.c.before, _LOG.c.after)
    )
    own = _LOG.c.ref.op("GLOB")(f"{Kind.OBJECTIVE.prefix}-*")
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

"""Everyone who ever held a seat or chaired a network, as the change log names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.store.mapping import core
from edi_tui.store.models import Change

_LOG = core(Change)


@dataclass(frozen=True, slots=True)
class Named:
    """What an entry of the change log says of who holds a seat or chairs a network."""

    seq: int
    words: str
    """Their names, or that of their office."""
    role: str
    """What stands for them."""


def ever_named(session: Session, until: int | None = None) -> Iterator[Named]:
    """Yield what the change log says of people, the oldest entry first.

    Args:
        session: A session.
        until: The last entry that counts; all of them without it.
    """
    said = [sa.func.json_extract(_LOG.c.after, f"$.{name}") for name in ("name", "role", "chair")]
    wanted = sa.select(_LOG.c.seq, _LOG.c.ref, *said).where(
        sa.or_(*(_LOG.c.ref.op("GLOB")(f"{kind.prefix}-*") for kind in _KINDS)),
        _LOG.c.after.is_not(None),
    )
    if until is not None:
        wanted = wanted.where(_LOG.c.seq <= until)
    for seq, ref, name, role, chair in session.execute(wanted.order_by(_LOG.c.seq)):
        is_seat = ref.startswith(Kind.MEMBER.prefix)
        yield Named(seq, (name if is_seat else chair) or "", role or f"the chair of the {name}")


_KINDS = (Kind.MEMBER, Kind.NETWORK)

"""The numbers of the records that a filter finds, in the order in which people read them."""

from __future__ import annotations

import json

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.orders import is_as_entered, order_of
from edi_tui.store.queries.parts import standing
from edi_tui.store.queries.search.met import Clause


def found(session: Session, kind: Kind, wanted: Clause, *, withdrawn: bool) -> list[int]:
    """Return the numbers of the records that meet a condition, in the order of their list.

    They come as one value, since a hundred thousand rows of one number each cost four times that;
    and where they stand as they were entered they are sorted here, where they nearly are already.

    Args:
        session: A session.
        kind: The kind of record.
        wanted: The condition.
        withdrawn: Whether to look among the withdrawn ones in place of the standing ones.
    """
    table = table_of(kind)
    rows = sa.select(table.c.id).where(standing(table, withdrawn=withdrawn), wanted)
    if not is_as_entered(kind):
        rows = rows.order_by(*order_of(kind))
    each = rows.subquery()
    text = session.execute(sa.select(sa.func.json_group_array(each.c.id))).scalar_one()
    numbers: list[int] = json.loads(text)
    return sorted(numbers) if is_as_entered(kind) else numbers


def counted(session: Session, kind: Kind, *, withdrawn: bool) -> int:
    """Return how many records of a kind stand, or were withdrawn."""
    table = table_of(kind)
    wanted = sa.select(sa.func.count()).where(standing(table, withdrawn=withdrawn))
    total: int = session.execute(wanted.select_from(table)).scalar_one()
    return total

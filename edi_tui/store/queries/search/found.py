"""The numbers of the records that a filter finds, in the order in which people read them."""

from __future__ import annotations

import json
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.sql.util import find_tables
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.orders import is_as_entered, order_of
from edi_tui.store.queries.parts import among, standing
from edi_tui.store.queries.search.met import Clause
from edi_tui.store.texts import TEXTS


def found(
    session: Session,
    kind: Kind,
    wanted: Clause,
    *,
    withdrawn: bool,
    within: Collection[int] | None = None,
    first: int | None = None,
) -> list[int]:
    """Return the numbers of the records that meet a condition, in the order of their list.

    They come as one value, since a hundred thousand rows of one number each cost four times that;
    and where they stand as they were entered they are sorted here, where they nearly are already.

    Args:
        session: A session.
        kind: The kind of record.
        wanted: The condition.
        withdrawn: Whether to look among the withdrawn ones in place of the standing ones.
        within: The only numbers to look at; all of them without it.
        first: How many are enough; all of them without it.
    """
    rows = _rows(kind, wanted, standing(table_of(kind), withdrawn=withdrawn), within)
    if not is_as_entered(kind):
        rows = rows.order_by(*order_of(kind)).limit(first)
    elif first is not None:
        rows = rows.order_by(sa.text("1")).limit(first)
    each = rows.subquery()
    text = session.execute(sa.select(sa.func.json_group_array(each.c.id))).scalar_one()
    numbers: list[int] = json.loads(text)
    return sorted(numbers) if is_as_entered(kind) else numbers


def _rows(
    kind: Kind, wanted: Clause, stands: Clause, within: Collection[int] | None
) -> sa.Select[tuple[int]]:
    """Return the numbers of rows, from their kept texts alone where only words are asked for.

    With both, the texts are gone through in their order and each row is looked up by its number,
    not the other way round, which takes twice as long: a sum is looked up in no index.
    """
    table = table_of(kind)
    asked = set(find_tables(wanted, check_columns=True))
    if TEXTS not in asked:
        return sa.select(table.c.id).where(stands, among(table.c.id, within), wanted)
    kept = sa.and_(TEXTS.c.kind == kind.value, among(TEXTS.c.number, within))
    number = TEXTS.c.number.label("id")
    if asked == {TEXTS} and is_as_entered(kind):
        fallen = sa.select(table.c.id).where(~stands)
        return sa.select(number).where(kept, wanted, TEXTS.c.number.not_in(fallen))
    beside = table.c.id == TEXTS.c.number + 0
    return sa.select(number).where(kept, beside, stands, wanted)


def counted(session: Session, kind: Kind, *, withdrawn: bool) -> int:
    """Return how many records of a kind stand, or were withdrawn."""
    table = table_of(kind)
    wanted = sa.select(sa.func.count()).where(standing(table, withdrawn=withdrawn))
    total: int = session.execute(wanted.select_from(table)).scalar_one()
    return total

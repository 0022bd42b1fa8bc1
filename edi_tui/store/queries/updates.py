"""Lists of progress entries."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import UpdateRow
from edi_tui.domain.words import Status
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.orders import order_of
from edi_tui.store.queries.parts import chosen, standing

_UPDATES = table_of(Kind.UPDATE)
_OBJECTIVES = table_of(Kind.OBJECTIVE)


def updates(
    session: Session,
    *,
    subject: str = "",
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[UpdateRow]:
    """Return the progress entries, newest first; of one record where its reference is given."""
    rows = session.execute(
        sa.select(_UPDATES)
        .where(chosen(_UPDATES, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.UPDATE))
    ).mappings()
    found = [_update(row) for row in rows]
    return [row for row in found if subject in ("", row.subject)]


def _update(row: RowMapping) -> UpdateRow:
    kind = Kind.OBJECTIVE if row["objective_id"] else Kind.ACTION
    return UpdateRow(
        ref=Kind.UPDATE.ref(row["id"]),
        version=row["version"],
        withdrawn=row["withdrawn_reason"],
        subject=kind.ref(row[f"{kind.value}_id"]),
        on=row["on"],
        status=Status(row["status"]),
        narrative=row["narrative"],
        forecast_on=row["forecast_on"],
        reason=row["reason"],
    )


def first_said(session: Session) -> date | None:
    """Return the first day of which something is said to have been so, or to have been agreed."""
    found = [
        session.execute(sa.select(sa.func.min(column)).where(standing(table, withdrawn=False)))
        for table, column in ((_UPDATES, _UPDATES.c.on), (_OBJECTIVES, _OBJECTIVES.c.agreed_on))
    ]
    days = [day for result in found if (day := result.scalar_one()) is not None]
    return min(days, default=None)

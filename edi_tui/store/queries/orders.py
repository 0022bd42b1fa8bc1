"""The order in which people read each list."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from edi_tui.domain.kinds import Kind
from edi_tui.store.mapping import table_of

_COLUMNS = {
    Kind.READING: ("measure_id", "as_at"),
    Kind.SPONSORSHIP: ("network_id", "kind", "from_on"),
    Kind.CONCERN: ("raised_on",),
    Kind.HEARD_SCORE: ("network_id", "on"),
}
"""What a list is ordered by before the order of entry."""


def order_of(kind: Kind) -> tuple[sa.ColumnElement[Any], ...]:
    """Return what a list is ordered by; without a rule, the order in which it was entered."""
    table = table_of(kind)
    if kind in (Kind.UPDATE, Kind.ENGAGEMENT):
        return (table.c.on.desc(), table.c.id.desc())
    if kind is Kind.CHALLENGE:
        answered, due = table.c.answered_on, table.c.answer_by
        return (answered.is_not(None), due.is_(None), due, table.c.id)
    if kind is Kind.APPRAISAL:
        return (table.c.year.desc(), table.c.member_id, table.c.id)
    return (*(table.c[name] for name in _COLUMNS.get(kind, ())), table.c.id)


def is_as_entered(kind: Kind) -> bool:
    """Tell whether a list stands in the order in which it was entered."""
    (first, *_) = order_of(kind)
    return first is table_of(kind).c.id

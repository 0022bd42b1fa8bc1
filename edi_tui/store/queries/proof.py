"""The evidence behind each record, as far as assurance is judged by it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import EvidenceKind, ReviewState
from edi_tui.store.mapping import EVIDENCE_LINKS, table_of
from edi_tui.store.queries.parts import among, standing

_ITEMS = table_of(Kind.EVIDENCE)


class Item(NamedTuple):
    """What is known of an item of evidence."""

    kind: EvidenceKind
    expires_on: date | None
    submitted_by: str
    review: ReviewState
    verified_by: str
    verified_on: date | None
    independent: bool


def items_of(
    session: Session, pointer: str, numbers: Collection[int] | None = None
) -> dict[int, list[Item]]:
    """Return the evidence that proves something of each record of a kind, by its number.

    What was looked over and not accepted proves nothing.

    Args:
        session: A session.
        pointer: The column of the links that names the record, such as `objective_id`.
        numbers: The only records that are asked about; all of them without it.
    """
    owner = EVIDENCE_LINKS.c[pointer]
    rows = session.execute(
        sa.select(owner.label("owner"), *(_ITEMS.c[name] for name in Item._fields))
        .join(_ITEMS, _ITEMS.c.id == EVIDENCE_LINKS.c.evidence_id)
        .where(
            owner.is_not(None),
            among(owner, numbers),
            standing(_ITEMS, withdrawn=False),
            _ITEMS.c.review != ReviewState.REJECTED.value,
        )
        .order_by(_ITEMS.c.id)
    )
    found: dict[int, list[Item]] = {}
    for number, kind, expires_on, submitted_by, review, *verified in rows:
        item = Item(EvidenceKind(kind), expires_on, submitted_by, ReviewState(review), *verified)
        found.setdefault(number, []).append(item)
    return found

"""Lists of evidence."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import EvidenceRow
from edi_tui.domain.words import EvidenceKind, ReviewState
from edi_tui.store.mapping import EVIDENCE_LINKS, supported, table_of
from edi_tui.store.queries.orders import order_of
from edi_tui.store.queries.parts import among, chosen

_ITEMS = table_of(Kind.EVIDENCE)


def evidence(
    session: Session,
    *,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[EvidenceRow]:
    """Return the items of evidence with what each supports, in the order they were entered."""
    links: dict[int, list[RowMapping]] = {}
    for link in session.execute(
        sa.select(EVIDENCE_LINKS).where(among(EVIDENCE_LINKS.c.evidence_id, numbers))
    ).mappings():
        links.setdefault(link["evidence_id"], []).append(link)
    rows = session.execute(
        sa.select(_ITEMS)
        .where(chosen(_ITEMS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.EVIDENCE))
    ).mappings()
    same = (
        *("title", "file_name", "sha256", "size", "link", "note", "dated_on", "expires_on"),
        *("submitted_by", "verified_by", "verified_on"),
    )
    return [
        EvidenceRow(
            ref=Kind.EVIDENCE.ref(row["id"]),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            kind=EvidenceKind(row["kind"]),
            review=ReviewState(row["review"]),
            independent=bool(row["independent"]),
            supports=supported(links.get(row["id"], ())),
            **{name: row[name] for name in same},
        )
        for row in rows
    ]


def is_attached(session: Session, sha256: str) -> bool:
    """Tell whether any item of evidence, withdrawn or not, is of this content."""
    wanted = sa.select(_ITEMS.c.id).where(_ITEMS.c.sha256 == sha256).limit(1)
    return session.execute(wanted).first() is not None


def attached(session: Session) -> set[str]:
    """Return the content of all items of evidence, withdrawn or not, as its SHA-256."""
    return set(session.scalars(sa.select(_ITEMS.c.sha256).where(_ITEMS.c.sha256 != "")))

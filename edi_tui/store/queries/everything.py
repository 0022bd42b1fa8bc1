"""Every record of a register, standing or withdrawn, as the change log would write it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.plain import Plain, to_plain
from edi_tui.store.mapping import EVIDENCE_LINKS, TABLES, draft_of, supported, table_of
from edi_tui.store.queries.parts import framework_codes


def everything(session: Session) -> Iterator[tuple[str, Plain]]:
    """Yield each record by its reference: `version`, `withdrawn` with its reason, `says`."""
    for kind in TABLES:
        links = _links(session, kind)
        table = table_of(kind)
        for row in session.execute(sa.select(table).order_by(table.c.id)).mappings():
            said = {str(name): value for name, value in row.items()}
            draft = draft_of(kind, said, links.get(row["id"], {}))
            yield (
                kind.ref(row["id"]),
                {
                    "version": row["version"],
                    "withdrawn": row["withdrawn_reason"],
                    "says": to_plain(draft),
                },
            )


def _links(session: Session, kind: Kind) -> Mapping[int, Mapping[str, tuple[str, ...]]]:
    """Return the many-references of each record of a kind, by its number."""
    if kind in (Kind.OBJECTIVE, Kind.ACTION):
        codes = framework_codes(session, f"{kind.value}_id")
        return {number: {"frameworks": found} for number, found in codes.items()}
    if kind is Kind.EVIDENCE:
        pointed: defaultdict[int, list[Mapping[Any, Any]]] = defaultdict(list)
        for link in session.execute(sa.select(EVIDENCE_LINKS)).mappings():
            pointed[link["evidence_id"]].append(link)
        return {number: {"supports": supported(found)} for number, found in pointed.items()}
    return {}

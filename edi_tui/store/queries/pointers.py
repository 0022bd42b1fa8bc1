"""Which records point at which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.fields import FieldKind
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import DRAFTS, fields_of
from edi_tui.store.mapping import EVIDENCE_LINKS, FRAMEWORK_LINKS, pointer, table_of


def pointing_at(session: Session, refs: Collection[str]) -> tuple[str, str] | None:
    """Return the first standing record that points at one of some records, and that one."""
    wanted: defaultdict[Kind, set[int]] = defaultdict(set)
    for kind, number in filter(None, map(read_ref, refs)):
        wanted[kind].add(number)
    for kind, numbers in wanted.items():
        for source, column in _columns(kind):
            for number, target in session.execute(_standing(source, column, numbers)):
                if target in numbers:
                    return source.ref(number), kind.ref(target)
    return None


def _standing(
    source: Kind, column: sa.Column[int], numbers: Collection[int]
) -> sa.Select[tuple[int, int]]:
    """Return the standing records of a kind that point into the span of some numbers."""
    table = table_of(source)
    found = sa.select(table.c.id, column).where(
        column.between(min(numbers), max(numbers)), table.c.withdrawn_at.is_(None)
    )
    return found if column.table is table else found.where(_link(source) == table.c.id)


def _columns(kind: Kind) -> Iterator[tuple[Kind, sa.Column[int]]]:
    """Yield the columns that may point at a kind, each with the kind of record it belongs to."""
    for source, draft in DRAFTS.items():
        for field in fields_of(draft):
            if kind not in field.to:
                continue
            if field.kind is FieldKind.REFERENCE:
                yield source, table_of(source).c[pointer(field, kind)]
            elif source is Kind.EVIDENCE:
                yield source, EVIDENCE_LINKS.c[f"{kind.value}_id"]
            else:
                yield source, FRAMEWORK_LINKS.c.item_id


def _link(kind: Kind) -> sa.Column[int]:
    """Return the column of a table of links that names the record they belong to."""
    links = EVIDENCE_LINKS if kind is Kind.EVIDENCE else FRAMEWORK_LINKS
    return links.c[f"{kind.value}_id"]

"""Which records point at others, by number, without reading any of them whole."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import folded
from edi_tui.store.mapping import EVIDENCE_LINKS, FRAMEWORK_LINKS, table_of
from edi_tui.store.queries.parts import among

_WORDS = 12
"""Words of a title that are looked for; those of one title are seldom all in another."""


def pointing(session: Session, near: Kind, kind: Kind, numbers: Collection[int]) -> set[int]:
    """Return the standing records of one kind that point at some of another.

    Args:
        session: A session.
        near: The kind of the records that are looked for.
        kind: The kind of those pointed at.
        numbers: Their numbers.
    """
    table, target = table_of(near), table_of(kind)
    clauses = [among(column, numbers) for column in _pointers(table, target)]
    for links, holder in ((EVIDENCE_LINKS, Kind.EVIDENCE), (FRAMEWORK_LINKS, None)):
        own, other = _columns(links, near, holder), _columns(links, kind, holder)
        if own is not None and other is not None:
            clauses.append(table.c.id.in_(sa.select(own).where(among(other, numbers))))
    if not clauses:
        return set()
    wanted = sa.select(table.c.id).where(table.c.withdrawn_at.is_(None), sa.or_(*clauses))
    return set(session.execute(wanted).scalars())


def _pointers(table: sa.Table, target: sa.Table) -> list[sa.Column[Any]]:
    """Return the columns of a table that point at another, or at itself."""
    return [
        column
        for column in table.c
        if any(key.column.table is target for key in column.foreign_keys)
    ]


def pointed_at(session: Session, near: Kind, kind: Kind, numbers: Collection[int]) -> set[int]:
    """Return the records of one kind that some of another point at.

    Args:
        session: A session.
        near: The kind of the records that are looked for.
        kind: The kind of those that point.
        numbers: Their numbers.
    """
    table, target = table_of(kind), table_of(near)
    found = [
        sa.select(column).where(among(table.c.id, numbers)) for column in _pointers(table, target)
    ]
    own, other = (_columns(EVIDENCE_LINKS, one, Kind.EVIDENCE) for one in (near, kind))
    if kind is Kind.EVIDENCE and own is not None and other is not None:
        found.append(sa.select(own).where(among(other, numbers)))
    numbered = (number for wanted in found for number in session.execute(wanted).scalars())
    return {number for number in numbered if number is not None}


def alike(session: Session, number: int) -> set[int]:
    """Return the standing objectives with the title of one, case and stops aside; itself too."""
    table = table_of(Kind.OBJECTIVE)
    title = session.execute(sa.select(table.c.title).where(table.c.id == number)).scalar() or ""
    wanted = folded(title)
    # Figures first: they tell more titles apart than words do, and the first miss ends the search.
    words = sorted(
        set(filter(str.isascii, wanted.split())), key=lambda word: (word.isalpha(), word)
    )
    held = (table.c.title.contains(word, autoescape=True) for word in words[:_WORDS])
    near = sa.select(table.c.id, table.c.title).where(table.c.withdrawn_at.is_(None), *held)
    return {found for found, words in session.execute(near) if folded(words) == wanted}


def _columns(
    links: sa.Table, kind: Kind, holder: Kind | None
) -> sa.ColumnElement[int | None] | None:
    """Return the column of a table of links that holds a kind of record, if it has one."""
    if kind is holder:
        return links.c.evidence_id
    name = "item_id" if kind is Kind.FRAMEWORK_ITEM else f"{kind.value}_id"
    return links.c.get(name)

"""Lists of the organisation, its board and its frameworks."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.errors import RegisterError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import OrganisationDraft
from edi_tui.domain.rows import FrameworkRow, MemberRow
from edi_tui.domain.words import Seat, Standing
from edi_tui.store.mapping import FRAMEWORK_LINKS, draft_of, table_of
from edi_tui.store.queries.holders import owned_at
from edi_tui.store.queries.networks import sponsorships
from edi_tui.store.queries.orders import order_of
from edi_tui.store.queries.parts import chosen, sources

_MEMBERS = table_of(Kind.MEMBER)
_ITEMS = table_of(Kind.FRAMEWORK_ITEM)


def organisation(session: Session) -> OrganisationDraft:
    """Return the organisation whose register this is.

    Raises:
        RegisterError: There is none, since the making of the register was interrupted.
    """
    row = session.execute(sa.select(table_of(Kind.ORGANISATION))).mappings().first()
    if row is None:
        raise RegisterError(
            "The register was never finished: its making was interrupted, and nothing is in it. "
            "Delete the file, then run init again."
        )
    draft = draft_of(Kind.ORGANISATION, {str(name): value for name, value in row.items()}, {})
    assert isinstance(draft, OrganisationDraft)
    return draft


def members(
    session: Session,
    *,
    as_at: date,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[MemberRow]:
    """Return the seats of the board, with what each answers for at a date."""
    rows = session.execute(
        sa.select(_MEMBERS)
        .where(chosen(_MEMBERS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.MEMBER))
    ).mappings()
    sponsored: dict[str, list[str]] = {}
    for term in sponsorships(session, as_at=as_at):
        if term.current(as_at):
            sponsored.setdefault(term.member_ref, []).append(term.network)
    origin = sources(session, Kind.MEMBER, numbers)
    owned = owned_at(session, as_at, numbers)
    same = ("name", "role", "from_on", "to_on")
    return [
        MemberRow(
            ref=(ref := Kind.MEMBER.ref(row["id"])),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            source=origin.get(ref, ""),
            seat=Seat(row["seat"]),
            standing=Standing(row["standing"]),
            voting=bool(row["voting"]),
            objectives=owned[row["id"]],
            sponsors=tuple(sponsored.get(ref, ())),
            **{name: row[name] for name in same},
        )
        for row in rows
    ]


def frameworks(
    session: Session,
    *,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[FrameworkRow]:
    """Return the framework items, with how much serves each."""
    rows = session.execute(
        sa.select(
            _ITEMS,
            _served(Kind.OBJECTIVE).label("objectives"),
            _served(Kind.ACTION).label("actions"),
        )
        .where(chosen(_ITEMS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.FRAMEWORK_ITEM))
    ).mappings()
    same = ("code", "framework", "title", "deadline", "valid_from", "valid_to", "checked_on")
    return [
        FrameworkRow(
            ref=Kind.FRAMEWORK_ITEM.ref(row["id"]),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            source_text=row["source"],
            objectives=row["objectives"],
            actions=row["actions"],
            **{name: row[name] for name in same},
        )
        for row in rows
    ]


def _served(kind: Kind) -> sa.ScalarSelect[Any]:
    """Return the number of standing records of a kind that serve a framework item."""
    table, pointer = table_of(kind), FRAMEWORK_LINKS.c[f"{kind.value}_id"]
    return (
        sa.select(sa.func.count())
        .select_from(FRAMEWORK_LINKS.join(table, table.c.id == pointer))
        .where(FRAMEWORK_LINKS.c.item_id == _ITEMS.c.id, table.c.withdrawn_at.is_(None))
        .scalar_subquery()
    )

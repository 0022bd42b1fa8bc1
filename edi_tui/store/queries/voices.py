"""Lists of what networks raised and how far they feel heard."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ConcernRow, HeardScoreRow
from edi_tui.domain.words import Escalation, HeardFrom
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.orders import order_of
from edi_tui.store.queries.parts import chosen, sources

_CONCERNS = table_of(Kind.CONCERN)
_SCORES = table_of(Kind.HEARD_SCORE)
_NETWORKS = table_of(Kind.NETWORK)


def concerns(
    session: Session,
    *,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[ConcernRow]:
    """Return the concerns, the one raised longest ago first."""
    rows = session.execute(
        _named(_CONCERNS)
        .where(chosen(_CONCERNS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.CONCERN))
    ).mappings()
    origin = sources(session, Kind.CONCERN, numbers)
    same = (
        *("network", "raised_on", "theme", "text", "board_on", "paper", "answer"),
        *("answered_on", "changed", "fed_back_on"),
    )
    return [
        ConcernRow(
            ref=(ref := Kind.CONCERN.ref(row["id"])),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            source=origin.get(ref, ""),
            network_ref=Kind.NETWORK.ref(row["network_id"]),
            escalated_to=Escalation(row["escalated_to"]),
            **{name: row[name] for name in same},
        )
        for row in rows
    ]


def heard_scores(
    session: Session,
    *,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[HeardScoreRow]:
    """Return the heard scores, oldest first within each network."""
    rows = session.execute(
        _named(_SCORES)
        .where(chosen(_SCORES, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.HEARD_SCORE))
    ).mappings()
    return [
        HeardScoreRow(
            ref=Kind.HEARD_SCORE.ref(row["id"]),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            network_ref=Kind.NETWORK.ref(row["network_id"]),
            heard_from=HeardFrom(row["heard_from"]),
            **{name: row[name] for name in ("network", "on", "score", "people")},
        )
        for row in rows
    ]


def _named(table: sa.Table) -> sa.Select[Any]:
    """Return the rows of a table with the names of their networks."""
    return sa.select(table, _NETWORKS.c.name.label("network")).join(
        _NETWORKS, _NETWORKS.c.id == table.c.network_id
    )

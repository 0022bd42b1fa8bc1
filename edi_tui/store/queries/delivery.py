"""Lists of objectives and actions, with how each stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.assurance import assurance_of, expired_on
from edi_tui.domain.kinds import Kind
from edi_tui.domain.main_measures import main_measures
from edi_tui.domain.progress import Declared, computed
from edi_tui.domain.rows import ActionRow, MeasureRow, ObjectiveRow
from edi_tui.domain.shortfall import behind_path
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.domain.words import Level, Precision, Scope, Status
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.board import organisation
from edi_tui.store.queries.holders import Side, as_held
from edi_tui.store.queries.measures import measures
from edi_tui.store.queries.orders import order_of
from edi_tui.store.queries.parts import chosen, framework_codes, latest_updates, sources
from edi_tui.store.queries.proof import Item, items_of

_OBJECTIVES = table_of(Kind.OBJECTIVE)
_ACTIONS = table_of(Kind.ACTION)
_MEMBERS = table_of(Kind.MEMBER)


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known around the objectives, or the actions, read once for all of them."""

    as_at: date
    codes: dict[int, tuple[str, ...]]
    origin: dict[str, str]
    proof: dict[int, list[Item]]
    tolerance: Decimal


def objectives(
    session: Session,
    *,
    as_at: date,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
    counted: Iterable[MeasureRow] | None = None,
) -> list[ObjectiveRow]:
    """Return the objectives as they stood at a date, in the order they were entered.

    Args:
        session: A session.
        as_at: The date.
        withdrawn: Whether to return the withdrawn ones in place of the standing ones.
        numbers: The only ones to return; all of them without it.
        counted: The measures as at that date, where they have been read already.
    """
    update = latest_updates("objective_id", as_at, numbers)
    if counted is None:
        counted = measures(session, as_at=as_at, objectives=numbers)
    main = main_measures(counted)
    actions = (
        sa.select(sa.func.count())
        .select_from(_ACTIONS)
        .where(_ACTIONS.c.objective_id == _OBJECTIVES.c.id, _ACTIONS.c.withdrawn_at.is_(None))
        .scalar_subquery()
    )
    rows = session.execute(
        sa.select(
            _OBJECTIVES,
            _MEMBERS.c.role.label("owner_role"),
            *_progress(update),
            actions.label("actions"),
        )
        .outerjoin(_MEMBERS, _MEMBERS.c.id == _OBJECTIVES.c.owner_id)
        .outerjoin(update, update.c.objective_id == _OBJECTIVES.c.id)
        .where(chosen(_OBJECTIVES, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.OBJECTIVE))
    ).mappings()
    around = _around(session, Kind.OBJECTIVE, as_at, numbers)
    held = as_held(session, Kind.OBJECTIVE, rows, as_at, role="owner_role")
    return [_objective(row, around, main.get(Kind.OBJECTIVE.ref(row["id"]))) for row in held]


def _objective(row: Side, around: _Around, measure: MeasureRow | None) -> ObjectiveRow:
    owner = row["owner_role"] or row["owner_text"]
    behind = _behind(measure, row["due_on"], around.tolerance) if measure else ""
    return ObjectiveRow(
        **_delivery(row, Kind.OBJECTIVE, around, owner, behind),
        title=row["title"],
        level=Level(row["level"]),
        scope=Scope(row["scope"]),
        owner=owner,
        owner_ref=Kind.MEMBER.ref(row["owner_id"]) if row["owner_id"] else "",
        start_on=row["start_on"],
        proof=tuple(row["proof"]),
        follows=Kind.OBJECTIVE.ref(row["follows_id"]) if row["follows_id"] else "",
        **{name: row[name] for name in ("done", "resources", "baf", "review_on", "agreed_on")},
        published=bool(row["published"]),
        summary=row["summary"],
        actions=row["actions"],
        **(_measured(measure) if measure else {}),
    )


def actions(
    session: Session,
    *,
    as_at: date,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[ActionRow]:
    """Return the actions as they stood at a date, in the order they were entered.

    Args:
        session: A session.
        as_at: The date.
        withdrawn: Whether to return the withdrawn ones in place of the standing ones.
        numbers: The only ones to return; all of them without it.
    """
    update = latest_updates("action_id", as_at, numbers)
    rows = session.execute(
        sa.select(_ACTIONS, *_progress(update))
        .outerjoin(update, update.c.action_id == _ACTIONS.c.id)
        .where(chosen(_ACTIONS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.ACTION))
    ).mappings()
    around = _around(session, Kind.ACTION, as_at, numbers)
    return [_action(row, around) for row in as_held(session, Kind.ACTION, rows, as_at)]


def _action(row: Side, around: _Around) -> ActionRow:
    return ActionRow(
        **_delivery(row, Kind.ACTION, around, row["lead"]),
        text=row["text"],
        outcome=row["outcome"],
        lead=row["lead"],
        supporting=tuple(row["supporting"]),
        objective=Kind.OBJECTIVE.ref(row["objective_id"]) if row["objective_id"] else "",
        plan_ref=row["plan_ref"],
    )


def _progress(update: sa.Subquery) -> list[sa.ColumnElement[Any]]:
    names = ("status", "narrative", "forecast_on", "reason")
    return [*(update.c[name] for name in names), update.c.on.label("updated_on")]


def _around(session: Session, kind: Kind, as_at: date, numbers: Collection[int] | None) -> _Around:
    pointer = f"{kind.value}_id"
    return _Around(
        as_at,
        framework_codes(session, pointer, numbers),
        sources(session, kind, numbers),
        items_of(session, pointer, numbers),
        thresholds_of(organisation(session)).tolerance / 100,
    )


def _measured(measure: MeasureRow) -> dict[str, Any]:
    """Return what an objective's row says of its main measure."""
    same = ("unit", "baseline", "target", "latest", "latest_on")
    return {"measure": measure.name, **{name: getattr(measure, name) for name in same}}


def _behind(measure: MeasureRow, due_on: date | None, tolerance: Decimal) -> str:
    """Return how a measure is behind its path; empty where it is not, or has none."""
    found = behind_path(measure, due_on, tolerance)
    return f"{found[0]} is behind the path to target, {found[1]} by then" if found else ""


def _delivery(
    row: Side, kind: Kind, around: _Around, owner: str, behind: str = ""
) -> dict[str, Any]:
    ref = kind.ref(row["id"])
    status = Status(row["status"]) if row["status"] else Status.NO_UPDATE
    items = around.proof.get(row["id"], [])
    declared = Declared(
        status,
        row["due_on"],
        row["forecast_on"],
        row["updated_on"],
        behind,
        expired_on(items, around.as_at),
    )
    asserted = row["updated_on"] is not None
    return {
        "ref": ref,
        "version": row["version"],
        "withdrawn": row["withdrawn_reason"],
        "source": around.origin.get(ref, ""),
        "due_on": row["due_on"],
        "due_text": row["due_text"],
        "due_precision": Precision(row["due_precision"]),
        "status": status,
        "computed": computed(declared, as_at=around.as_at),
        "progress": row["narrative"] or "",
        "reason": row["reason"] or "",
        "updated_on": row["updated_on"],
        "forecast_on": row["forecast_on"],
        "plan": row["plan"],
        "frameworks": around.codes.get(row["id"], ()),
        "evidence": len(items),
        "assurance": assurance_of(items, asserted=asserted, owner=owner, as_at=around.as_at),
    }

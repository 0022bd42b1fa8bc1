"""Lists of objectives, actions, measures, readings and updates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from edi_tui.domain.assurance import assurance_of, expired_on
from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import Declared, computed
from edi_tui.domain.rows import ActionRow, MeasureRow, ObjectiveRow, ReadingRow, UpdateRow
from edi_tui.domain.shortfall import behind_path
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.domain.words import Direction, Level, Precision, Scope, Status
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.board import organisation
from edi_tui.store.queries.parts import (
    framework_codes,
    latest,
    latest_updates,
    sources,
    standing,
)
from edi_tui.store.queries.proof import Item, items_of

_OBJECTIVES = table_of(Kind.OBJECTIVE)
_ACTIONS = table_of(Kind.ACTION)
_MEASURES = table_of(Kind.MEASURE)
_READINGS = table_of(Kind.READING)
_UPDATES = table_of(Kind.UPDATE)
_MEMBERS = table_of(Kind.MEMBER)
_ITEMS = table_of(Kind.FRAMEWORK_ITEM)


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known around the objectives, or the actions, read once for all of them."""

    as_at: date
    codes: dict[int, tuple[str, ...]]
    origin: dict[str, str]
    proof: dict[int, list[Item]]
    tolerance: Decimal


_MEASURED = ("unit", "direction", "baseline", "baseline_on", "target", "target_on")


class _Figures(NamedTuple):
    """The main measure of an objective with its latest reading."""

    unit: str
    direction: Direction
    baseline: Decimal | None
    baseline_on: date | None
    target: Decimal | None
    target_on: date | None
    latest: Decimal | None
    latest_on: date | None


def objectives(
    session: Session, *, as_at: date, withdrawn: bool = False, number: int | None = None
) -> list[ObjectiveRow]:
    """Return the objectives as they stood at a date, in the order they were entered.

    Args:
        session: A session.
        as_at: The date.
        withdrawn: Whether to return the withdrawn ones in place of the standing ones.
        number: The only one to return; all of them without it.
    """
    update = latest_updates("objective_id", as_at)
    measure = _first_measures()
    reading = _latest_readings(as_at)
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
            measure.c.name.label("measure"),
            *(measure.c[name] for name in _MEASURED),
            reading.c.value.label("latest"),
            reading.c.as_at.label("latest_on"),
            actions.label("actions"),
        )
        .outerjoin(_MEMBERS, _MEMBERS.c.id == _OBJECTIVES.c.owner_id)
        .outerjoin(update, update.c.objective_id == _OBJECTIVES.c.id)
        .outerjoin(measure, measure.c.objective_id == _OBJECTIVES.c.id)
        .outerjoin(reading, reading.c.measure_id == measure.c.id)
        .where(standing(_OBJECTIVES, withdrawn=withdrawn), _only(_OBJECTIVES, number))
        .order_by(_OBJECTIVES.c.id)
    ).mappings()
    around = _around(session, Kind.OBJECTIVE, as_at)
    return [_objective(row, around) for row in rows]


def _objective(row: RowMapping, around: _Around) -> ObjectiveRow:
    owner = row["owner_role"] or row["owner_text"]
    return ObjectiveRow(
        **_delivery(row, Kind.OBJECTIVE, around, owner, _behind(row, around.tolerance)),
        title=row["title"],
        level=Level(row["level"]),
        scope=Scope(row["scope"]),
        owner=owner,
        owner_ref=Kind.MEMBER.ref(row["owner_id"]) if row["owner_id"] else "",
        start_on=row["start_on"],
        proof=tuple(row["proof"]),
        follows=Kind.OBJECTIVE.ref(row["follows_id"]) if row["follows_id"] else "",
        **{name: row[name] for name in ("done", "resources", "baf", "review_on", "agreed_on")},
        measure=row["measure"] or "",
        unit=row["unit"] or "",
        baseline=row["baseline"],
        target=row["target"],
        latest=row["latest"],
        latest_on=row["latest_on"],
        actions=row["actions"],
    )


def actions(
    session: Session, *, as_at: date, withdrawn: bool = False, number: int | None = None
) -> list[ActionRow]:
    """Return the actions as they stood at a date, in the order they were entered.

    Args:
        session: A session.
        as_at: The date.
        withdrawn: Whether to return the withdrawn ones in place of the standing ones.
        number: The only one to return; all of them without it.
    """
    update = latest_updates("action_id", as_at)
    rows = session.execute(
        sa.select(_ACTIONS, *_progress(update))
        .outerjoin(update, update.c.action_id == _ACTIONS.c.id)
        .where(standing(_ACTIONS, withdrawn=withdrawn), _only(_ACTIONS, number))
        .order_by(_ACTIONS.c.id)
    ).mappings()
    around = _around(session, Kind.ACTION, as_at)
    return [_action(row, around) for row in rows]


def _action(row: RowMapping, around: _Around) -> ActionRow:
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


def _only(table: sa.Table, number: int | None) -> sa.ColumnElement[bool]:
    return sa.true() if number is None else table.c.id == number


def _around(session: Session, kind: Kind, as_at: date) -> _Around:
    pointer = f"{kind.value}_id"
    return _Around(
        as_at,
        framework_codes(session, pointer),
        sources(session, kind),
        items_of(session, pointer),
        thresholds_of(organisation(session)).tolerance / 100,
    )


def _behind(row: RowMapping, tolerance: Decimal) -> str:
    """Return how the main measure is behind its path; empty where it is not, or has none."""
    if row["latest"] is None or row["target"] is None:
        return ""
    told = {name: row[name] for name in _Figures._fields if name != "direction"}
    figures = _Figures(direction=Direction(row["direction"]), **told)
    found = behind_path(figures, row["due_on"], tolerance)
    return f"{found[0]} is behind the path to target, {found[1]} by then" if found else ""


def _delivery(
    row: RowMapping, kind: Kind, around: _Around, owner: str, behind: str = ""
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


def _first_measures() -> sa.Subquery:
    """Return the main measure of each objective: the one entered first."""
    first = (
        sa.select(sa.func.min(_MEASURES.c.id).label("id"))
        .where(_MEASURES.c.objective_id.is_not(None), _MEASURES.c.withdrawn_at.is_(None))
        .group_by(_MEASURES.c.objective_id)
        .subquery()
    )
    # A join: SQLite would try every member of an IN for every objective.
    return sa.select(_MEASURES).join(first, first.c.id == _MEASURES.c.id).subquery()


def _latest_readings(as_at: date) -> sa.Subquery:
    """Return the newest reading of each measure for everyone, not for one group."""
    return latest(
        _READINGS, "measure_id", "as_at", _READINGS.c.as_at <= as_at, _READINGS.c.group == ""
    )


def measures(session: Session, *, as_at: date, withdrawn: bool = False) -> list[MeasureRow]:
    """Return the measures with their newest readings, in the order they were entered."""
    reading = _latest_readings(as_at)
    count = (
        sa.select(sa.func.count())
        .select_from(_READINGS)
        .where(_READINGS.c.measure_id == _MEASURES.c.id, _READINGS.c.withdrawn_at.is_(None))
        .scalar_subquery()
    )
    rows = session.execute(
        sa.select(
            _MEASURES,
            reading.c.value.label("latest"),
            reading.c.as_at.label("latest_on"),
            count.label("readings"),
            _ITEMS.c.code.label("metric"),
        )
        .outerjoin(reading, reading.c.measure_id == _MEASURES.c.id)
        .outerjoin(_ITEMS, _ITEMS.c.id == _MEASURES.c.metric_id)
        .where(standing(_MEASURES, withdrawn=withdrawn))
        .order_by(_MEASURES.c.id)
    ).mappings()
    return [_measure(row) for row in rows]


def _measure(row: RowMapping) -> MeasureRow:
    same = (
        *("name", "unit", "baseline", "baseline_on", "target", "target_on", "posts", "turnover"),
        *("hires", "latest", "latest_on", "readings"),
    )
    return MeasureRow(
        metric=row["metric"] or "",
        ref=Kind.MEASURE.ref(row["id"]),
        version=row["version"],
        withdrawn=row["withdrawn_reason"],
        objective=Kind.OBJECTIVE.ref(row["objective_id"]) if row["objective_id"] else "",
        direction=Direction(row["direction"]),
        **{name: row[name] for name in same},
    )


def readings(session: Session, *, withdrawn: bool = False) -> list[ReadingRow]:
    """Return the readings, oldest first within each measure."""
    rows = session.execute(
        sa.select(_READINGS, _MEASURES.c.name.label("measure"))
        .join(_MEASURES, _MEASURES.c.id == _READINGS.c.measure_id)
        .where(standing(_READINGS, withdrawn=withdrawn))
        .order_by(_READINGS.c.measure_id, _READINGS.c.as_at, _READINGS.c.id)
    ).mappings()
    same = ("measure", "as_at", "group", "value", "numerator", "denominator", "note")
    return [
        ReadingRow(
            ref=Kind.READING.ref(row["id"]),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            measure_ref=Kind.MEASURE.ref(row["measure_id"]),
            **{name: row[name] for name in same},
        )
        for row in rows
    ]


def updates(session: Session, *, subject: str = "", withdrawn: bool = False) -> list[UpdateRow]:
    """Return the progress entries, newest first; of one record where its reference is given."""
    rows = session.execute(
        sa.select(_UPDATES)
        .where(standing(_UPDATES, withdrawn=withdrawn))
        .order_by(_UPDATES.c.on.desc(), _UPDATES.c.id.desc())
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

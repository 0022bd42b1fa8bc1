"""Lists of measures and their readings."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from edi_tui.domain.figures import series
from edi_tui.domain.kinds import Kind
from edi_tui.domain.metrics import Metric
from edi_tui.domain.rows import MeasureRow, ReadingRow
from edi_tui.domain.units import Unit
from edi_tui.domain.words import Direction
from edi_tui.reference.metrics import metrics
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.orders import order_of
from edi_tui.store.queries.parts import among, standing

_MEASURES = table_of(Kind.MEASURE)
_READINGS = table_of(Kind.READING)
_ITEMS = table_of(Kind.FRAMEWORK_ITEM)
_SIGNS = {Unit.PERCENT: "%", Unit.MONEY: "£"}


def measures(
    session: Session,
    *,
    as_at: date,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
    objectives: Collection[int] | None = None,
    taken: Iterable[ReadingRow] | None = None,
) -> list[MeasureRow]:
    """Return the measures with what their readings came to, in the order they were entered.

    Args:
        session: A session.
        as_at: The date; later readings do not count.
        withdrawn: Whether to return the withdrawn ones in place of the standing ones.
        numbers: The only ones to return; all of them without it.
        objectives: The numbers of the objectives whose measures alone are wanted.
        taken: The standing readings, oldest first, where they have been read already.
    """
    wanted = sa.and_(among(_MEASURES.c.id, numbers), among(_MEASURES.c.objective_id, objectives))
    rows = session.execute(
        sa.select(_MEASURES, _ITEMS.c.code.label("metric"))
        .outerjoin(_ITEMS, _ITEMS.c.id == _MEASURES.c.metric_id)
        .where(standing(_MEASURES, withdrawn=withdrawn), wanted)
        .order_by(*order_of(Kind.MEASURE))
    ).mappings()
    of: dict[str, list[ReadingRow]] = {}
    for reading in _readings(session, wanted) if taken is None else taken:
        of.setdefault(reading.measure_ref, []).append(reading)
    return [_measure(row, of.get(Kind.MEASURE.ref(row["id"]), []), as_at) for row in rows]


def _measure(row: RowMapping, readings: list[ReadingRow], as_at: date) -> MeasureRow:
    metric = metrics().get(row["metric"])
    unit = unit_of(row["unit"], metric)
    known = (reading for reading in readings if reading.as_at <= as_at)
    latest = next(reversed(series(unit, metric, known)), None)
    same = ("name", "baseline", "baseline_on", "target", "target_on", "posts", "turnover", "hires")
    return MeasureRow(
        metric=row["metric"] or "",
        unit=unit,
        ref=Kind.MEASURE.ref(row["id"]),
        version=row["version"],
        withdrawn=row["withdrawn_reason"],
        objective=Kind.OBJECTIVE.ref(row["objective_id"]) if row["objective_id"] else "",
        direction=Direction(row["direction"]),
        latest=latest.value if latest else None,
        latest_on=latest.on if latest else None,
        why_not=latest.figure.why_not if latest else "",
        readings=len(readings),
        **{name: row[name] for name in same},
    )


def unit_of(words: str, metric: Metric | None) -> str:
    """Return the unit of a measure as people write it, or else that of its national metric."""
    if words or metric is None or metric.unit is None:
        return words
    return _SIGNS.get(metric.unit) or metric.unit.label.lower()


def readings(
    session: Session, *, withdrawn: bool = False, numbers: Collection[int] | None = None
) -> list[ReadingRow]:
    """Return the readings, all or some, oldest first within each measure."""
    return _readings(session, among(_READINGS.c.id, numbers), withdrawn=withdrawn)


def _readings(
    session: Session, wanted: sa.ColumnElement[bool], *, withdrawn: bool = False
) -> list[ReadingRow]:
    rows = session.execute(
        sa.select(_READINGS, _MEASURES.c.name.label("measure"))
        .join(_MEASURES, _MEASURES.c.id == _READINGS.c.measure_id)
        .where(standing(_READINGS, withdrawn=withdrawn), wanted)
        .order_by(*order_of(Kind.READING))
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

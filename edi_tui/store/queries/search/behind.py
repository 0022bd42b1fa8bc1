"""The objectives whose main measure is behind the path to target."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.figures import series
from edi_tui.domain.kinds import Kind
from edi_tui.domain.shortfall import is_behind
from edi_tui.domain.words import Direction
from edi_tui.reference.metrics import metrics
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.measures import unit_of
from edi_tui.store.queries.orders import order_of
from edi_tui.store.queries.parts import among

_MEASURES = table_of(Kind.MEASURE)
_READINGS = table_of(Kind.READING)


class _Figures(NamedTuple):
    """A measure that has a path, and the figure of its newest reading."""

    unit: str
    direction: Direction
    baseline: Decimal
    baseline_on: date
    target: Decimal
    target_on: date | None
    latest: Decimal | None
    latest_on: date


def behind_path_of(
    session: Session, as_at: date, tolerance: Decimal, numbers: Collection[int] | None = None
) -> Iterator[int]:
    """Yield the numbers of the objectives whose main measure is behind at a day.

    Only main measures that have a path are read, and of their readings only those that may be
    the newest.

    Args:
        session: A session.
        as_at: The day.
        tolerance: Share of the way from baseline to target that is still on the path.
        numbers: The only objectives that are asked about; all of them without it.
    """
    rows = session.execute(_newest(as_at, numbers))
    for number, readings in groupby(rows, key=lambda row: row.objective_id):
        first, *more = readings
        figures = _figures(first, [first, *more])
        if figures is not None and is_behind(figures, first.due_on, tolerance):
            yield number


def _figures(measure: Any, readings: list[Any]) -> _Figures | None:
    metric = metrics().get(measure.metric)
    unit = unit_of(measure.unit, metric)
    found = series(unit, metric, readings)
    if not found:
        return None
    latest = found[-1]
    direction = Direction(measure.direction)
    path = (measure.baseline, measure.baseline_on, measure.target, measure.target_on)
    return _Figures(unit, direction, *path, latest.value, latest.on)


def _newest(as_at: date, numbers: Collection[int] | None) -> sa.Select[Any]:
    """Return the readings that decide how main measures stand, each with all of its measure.

    From the last reading for everyone on, since a metric makes no figure of some groups alone.
    """
    objectives, items = table_of(Kind.OBJECTIVE), table_of(Kind.FRAMEWORK_ITEM)
    later, earlier = _READINGS.alias(), _MEASURES.alias()
    superseded = sa.select(later.c.id).where(
        later.c.measure_id == _MEASURES.c.id,
        later.c.withdrawn_at.is_(None),
        later.c.group == "",
        later.c.as_at <= as_at,
        later.c.as_at > _READINGS.c.as_at,
    )
    another = sa.select(earlier.c.id).where(
        earlier.c.objective_id == _MEASURES.c.objective_id,
        earlier.c.withdrawn_at.is_(None),
        earlier.c.id < _MEASURES.c.id,
    )
    same = ("objective_id", "unit", "direction", "baseline", "baseline_on", "target", "target_on")
    told = ("as_at", "group", "value", "numerator", "denominator")
    return (
        sa.select(
            *(_MEASURES.c[name] for name in same),
            *(_READINGS.c[name] for name in told),
            items.c.code.label("metric"),
            objectives.c.due_on,
        )
        .join(objectives, objectives.c.id == _MEASURES.c.objective_id)
        .join(_READINGS, _READINGS.c.measure_id == _MEASURES.c.id)
        .outerjoin(items, items.c.id == _MEASURES.c.metric_id)
        .where(
            _MEASURES.c.withdrawn_at.is_(None),
            among(_MEASURES.c.objective_id, numbers),
            _MEASURES.c.baseline.is_not(None),
            _MEASURES.c.baseline_on.is_not(None),
            _MEASURES.c.target.is_not(None),
            sa.func.coalesce(_MEASURES.c.target_on, objectives.c.due_on).is_not(None),
            ~another.exists(),
            _READINGS.c.withdrawn_at.is_(None),
            _READINGS.c.as_at <= as_at,
            ~superseded.exists(),
        )
        .order_by(_MEASURES.c.objective_id, *order_of(Kind.READING))
    )

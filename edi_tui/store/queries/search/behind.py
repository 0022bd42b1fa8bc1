"""The objectives whose main measure is behind the path to target."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.shortfall import behind_path
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.measures import main_measures, measures


def behind_path_of(session: Session, as_at: date, tolerance: Decimal) -> frozenset[int]:
    """Return the numbers of the objectives whose main measure is behind at a day.

    Only measures that have a path are read, and only those that an objective may be judged by.

    Args:
        session: A session.
        as_at: The day.
        tolerance: Share of the way from baseline to target that is still on the path.
    """
    due = _with_a_path(session)
    counted = measures(session, as_at=as_at, objectives=due)
    return frozenset(
        number
        for ref, measure in main_measures(counted).items()
        if (number := _number(ref)) in due and behind_path(measure, due[number], tolerance)
    )


def _with_a_path(session: Session) -> dict[int, date | None]:
    """Return the due date of each objective that has a measure with a baseline and a target."""
    objectives, counted = table_of(Kind.OBJECTIVE), table_of(Kind.MEASURE)
    rows = session.execute(
        sa.select(objectives.c.id, objectives.c.due_on)
        .join(counted, counted.c.objective_id == objectives.c.id)
        .where(
            counted.c.withdrawn_at.is_(None),
            counted.c.baseline.is_not(None),
            counted.c.baseline_on.is_not(None),
            counted.c.target.is_not(None),
            sa.func.coalesce(counted.c.target_on, objectives.c.due_on).is_not(None),
        )
    )
    return {row.id: row.due_on for row in rows}


def _number(ref: str) -> int:
    target = read_ref(ref)
    assert target is not None
    return target[1]

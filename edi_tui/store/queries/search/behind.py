"""The objectives whose main measure is behind the path to target."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.shortfall import behind_path
from edi_tui.store.changes import belongs_to
from edi_tui.store.mapping import core, table_of
from edi_tui.store.models import Change
from edi_tui.store.queries.measures import main_measures
from edi_tui.store.queries.measures import measures as measure_rows
from edi_tui.store.queries.parts import among

_LOG = core(Change)
_MOST = 200
"""Changes after which everything is looked at again."""
_MATTER_TO_ALL = ("ORG-", "FWK-")


def behind_path_of(
    session: Session, as_at: date, tolerance: Decimal, numbers: Collection[int] | None = None
) -> frozenset[int]:
    """Return the numbers of the objectives whose main measure is behind at a day.

    Only measures that have a path are read, and only those that an objective may be judged by.

    Args:
        session: A session.
        as_at: The day.
        tolerance: Share of the way from baseline to target that is still on the path.
        numbers: The only objectives that are asked about; all of them without it.
    """
    due = _with_a_path(session, numbers)
    counted = measure_rows(session, as_at=as_at, objectives=due)
    return frozenset(
        number
        for ref, measure in main_measures(counted).items()
        if (number := _number(ref)) in due and behind_path(measure, due[number], tolerance)
    )


def measured_since(session: Session, seq: int) -> set[int] | None:
    """Return the objectives whose path or readings may have changed after an entry of the log.

    None stands for any of them: thresholds or metrics changed, or too much did.
    """
    wanted = sa.select(_LOG.c.ref, _LOG.c.before, _LOG.c.after).where(_LOG.c.seq > seq)
    changes = session.execute(wanted.limit(_MOST + 1)).all()
    refs = {change.ref for change in changes}
    if len(changes) > _MOST or any(ref[:4] in _MATTER_TO_ALL for ref in refs):
        return None
    for change in changes:
        for side in (change.before, change.after):
            refs |= {*belongs_to(side), (side or {}).get("measure", "")}
    targets = list(filter(None, map(read_ref, refs)))
    readings = {number for kind, number in targets if kind is Kind.MEASURE}
    measures = table_of(Kind.MEASURE)
    owners = sa.select(measures.c.objective_id).where(among(measures.c.id, readings))
    own = {number for kind, number in targets if kind is Kind.OBJECTIVE}
    return own | set(filter(None, session.scalars(owners)))


def _with_a_path(session: Session, numbers: Collection[int] | None) -> dict[int, date | None]:
    """Return the due date of each objective that has a measure with a baseline and a target."""
    objectives, counted = table_of(Kind.OBJECTIVE), table_of(Kind.MEASURE)
    rows = session.execute(
        sa.select(objectives.c.id, objectives.c.due_on)
        .join(counted, counted.c.objective_id == objectives.c.id)
        .where(
            counted.c.withdrawn_at.is_(None),
            among(objectives.c.id, numbers),
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

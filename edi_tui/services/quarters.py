"""The quarters of a register: which there are, and what each comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import DeliveryRow, EvidenceRow
from edi_tui.domain.words import QuarterState, Status
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.services.report import Deliveries, deliveries
from edi_tui.store.queries.updates import first_said
from edi_tui.store.snapshots import closing_of, closings

MOST = 40
"""Most quarters that are listed: ten years; a mistyped year must not make thousands."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the objectives, or the actions, stood at a quarter's end."""

    counts: Mapping[Status, int]
    """How many have each computed status; empty for a quarter that has not begun."""
    due: tuple[DeliveryRow, ...]
    """What falls due within the quarter."""
    closed: int
    """How many were closed within it."""


@dataclass(frozen=True, slots=True)
class QuarterFigures:
    """What a quarter comes to."""

    quarter: Quarter
    objectives: Standing
    actions: Standing
    evidence: int
    """How many items of evidence are dated within it."""


def quarter_states(register: Register) -> list[tuple[Quarter, QuarterState]]:
    """Return the quarters from the coming one back to the first of which something is said."""
    current = Quarter.containing(register.today)
    with register.reading() as session:
        begun = first_said(session)
        closed = {one.quarter for one in closings(session)}
    first = min([Quarter.containing(begun) if begun else current, *closed])
    found = [(current.next, QuarterState.COMING), (current, QuarterState.CURRENT)]
    while found[-1][0] > first and len(found) < MOST:
        quarter = found[-1][0].previous
        found.append((quarter, QuarterState.CLOSED if quarter in closed else QuarterState.OPEN))
    return found


def figures(register: Register) -> Iterator[QuarterFigures]:
    """Yield what each quarter comes to, the coming one first.

    Each costs a reading of all objectives and actions, so that what is asked of a large register
    comes one by one. A closed quarter comes to what was frozen.
    """
    evidence = _dated(register)
    later = deliveries(register, register.today)
    for quarter, state in quarter_states(register):
        if state is QuarterState.COMING:
            yield _figures(quarter, evidence[quarter], later)
            continue
        earlier = _at_end(register, quarter.previous)
        yield _figures(quarter, evidence[quarter], later, earlier)
        later = earlier


def _at_end(register: Register, quarter: Quarter) -> Deliveries:
    """Return the objectives and actions at the end of a quarter, or as it was closed."""
    with register.reading() as session:
        closing = closing_of(session, quarter)
    if closing is None:
        return deliveries(register, quarter.end)
    now = kept_quarter(register, closing).report.now
    return Deliveries(now.as_at, now.objectives, now.actions)


def _figures(
    quarter: Quarter, evidence: int, now: Deliveries, before: Deliveries | None = None
) -> QuarterFigures:
    """Return what a quarter comes to; one without a reading before it has not begun."""
    return QuarterFigures(
        quarter,
        _standing(quarter, now.objectives, before.objectives if before else None),
        _standing(quarter, now.actions, before.actions if before else None),
        evidence,
    )


def _standing(
    quarter: Quarter, rows: Sequence[DeliveryRow], before: Sequence[DeliveryRow] | None
) -> Standing:
    """Return how rows stood at the end of a quarter, beside those at the end of the one before."""
    due = tuple(row for row in rows if row.due_on and Quarter.containing(row.due_on) == quarter)
    if before is None:
        return Standing({}, due, 0)
    counts = Counter(row.computed.status for row in rows)
    closed = {row.ref for row in rows if row.status.closed}
    closed -= {row.ref for row in before if row.status.closed}
    return Standing(counts, due, len(closed))


def _dated(register: Register) -> Counter[Quarter]:
    """Return how many items of evidence are dated within each quarter."""
    rows = rows_of(register, Kind.EVIDENCE)
    days = (row.dated_on for row in rows if isinstance(row, EvidenceRow))
    return Counter(Quarter.containing(day) for day in days if day)

"""The quarters of a register: which there are, and what each comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import ActionRow, DeliveryRow, EvidenceRow, ObjectiveRow
from edi_tui.domain.words import QuarterState, Status
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.store.queries.updates import first_said

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
    first = Quarter.containing(begun) if begun else current
    found = [(current.next, QuarterState.COMING), (current, QuarterState.CURRENT)]
    while found[-1][0] > first and len(found) < MOST:
        found.append((found[-1][0].previous, QuarterState.OPEN))
    return found


def figures(register: Register) -> Iterator[QuarterFigures]:
    """Yield what each quarter comes to, the coming one first.

    Each costs a reading of all objectives and actions, so that what is asked of a large register
    comes one by one.
    """
    evidence = _dated(register)
    later = _Reading(register, register.today)
    for quarter, state in quarter_states(register):
        if state is QuarterState.COMING:
            yield later.figures(quarter, evidence[quarter])
            continue
        earlier = _Reading(register, quarter.previous.end)
        yield later.figures(quarter, evidence[quarter], earlier)
        later = earlier


class _Reading:
    """All objectives and actions as at one day."""

    def __init__(self, register: Register, day: date) -> None:
        self.objectives = _deliveries(register, Kind.OBJECTIVE, day)
        self.actions = _deliveries(register, Kind.ACTION, day)

    def figures(
        self, quarter: Quarter, evidence: int, before: _Reading | None = None
    ) -> QuarterFigures:
        """Return what a quarter comes to; one without a reading before it has not begun."""
        return QuarterFigures(
            quarter,
            _standing(quarter, self.objectives, before.objectives if before else None),
            _standing(quarter, self.actions, before.actions if before else None),
            evidence,
        )


def _deliveries(register: Register, kind: Kind, day: date) -> Sequence[DeliveryRow]:
    rows = rows_of(register, kind, as_at=day)
    return [row for row in rows if isinstance(row, ObjectiveRow | ActionRow)]


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

"""The drift ledger of a register."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from edi_tui.domain.drift import Drift
from edi_tui.domain.errors import EdiError, NotFoundError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.ledger import drift_of, ledger_of
from edi_tui.domain.moves import of_measure
from edi_tui.domain.rows import MeasureRow, ObjectiveRow
from edi_tui.services import records
from edi_tui.services.register import Register
from edi_tui.store.queries import delivery, history
from edi_tui.store.queries.measures import measures as measures_of


def ledger(
    register: Register,
    *,
    as_at: date | None = None,
    objectives: Sequence[ObjectiveRow] | None = None,
    measures: Sequence[MeasureRow] | None = None,
    refs: Collection[str] | None = None,
) -> Mapping[str, Drift]:
    """Return what has moved in each objective since it was agreed, by its reference.

    Those that were neither changed nor carried on are left out.

    Args:
        register: The register.
        as_at: The day at which it is judged; today without it.
        objectives: The objectives as they stood that day, where they have been read already.
        measures: The measures as they stood that day, where they have been read already.
        refs: The objectives and measures whose changes count; all of them without it.
    """
    day = as_at or register.today
    with register.reading() as session:
        rows = delivery.objectives(session, as_at=day) if objectives is None else objectives
        changes = history.moves(session, refs)
        if measures is None and any(map(of_measure, changes)):
            measures = measures_of(session, as_at=day)
        return ledger_of(rows, changes, measures or (), as_at=day)


def ledger_entry(register: Register, words: str, *, as_at: date | None = None) -> tuple[str, Drift]:
    """Return the reference of one objective and what has moved in it.

    Raises:
        EdiError: It is no objective.
        NotFoundError: There is no such record, or it was withdrawn.
    """
    stored = records.get(register, words)
    if stored.draft.KIND is not Kind.OBJECTIVE:
        raise EdiError(f"{stored.ref} is no objective; only objectives are agreed.")
    if stored.withdrawn_at:
        raise NotFoundError(f"{stored.ref} has been withdrawn: {stored.withdrawn_reason}.")
    rows = _objectives(register, as_at or register.today)
    found = ledger(register, as_at=as_at, objectives=rows).get(stored.ref)
    return stored.ref, found or next(drift_of(row, ()) for row in rows if row.ref == stored.ref)


def _objectives(register: Register, day: date) -> list[ObjectiveRow]:
    with register.reading() as session:
        return delivery.objectives(session, as_at=day)

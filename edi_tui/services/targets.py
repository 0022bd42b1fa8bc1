"""By when the target of a measure is due."""

from __future__ import annotations

from datetime import date

from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.rows import MeasureRow
from edi_tui.services import records
from edi_tui.services.register import Register


def due_of(register: Register, row: MeasureRow) -> date | None:
    """Return the day by which the target of a measure is due: its own or its objective's."""
    if row.target_on or not row.objective:
        return row.target_on
    stored = records.get(register, row.objective)
    assert isinstance(stored.draft, ObjectiveDraft)
    return None if stored.withdrawn_at else stored.draft.due.on

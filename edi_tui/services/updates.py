"""Saying how an objective or action is going."""

from __future__ import annotations

import dataclasses
from datetime import date

from edi_tui.domain.errors import EdiError, WithdrawnError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import UpdateDraft
from edi_tui.domain.rows import DeliveryRow
from edi_tui.services import records
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register


def begun(register: Register, ref: str, *, on: date | None = None) -> UpdateDraft:
    """Return an update that says what stands already: the status and forecast of that day.

    Whoever says nothing else of them leaves them as they are; silence takes nothing back.

    Args:
        register: The register.
        ref: The objective or action.
        on: The day of the update; today without it.

    Raises:
        EdiError: It is neither an objective nor an action.
        WithdrawnError: It has been withdrawn.
    """
    stored = records.get(register, ref)
    kind = stored.draft.KIND
    if kind not in (Kind.OBJECTIVE, Kind.ACTION):
        raise EdiError(f"{stored.ref} is neither an objective nor an action; use edit instead.")
    if stored.withdrawn_at:
        raise WithdrawnError(f"{stored.ref} has been withdrawn: {stored.withdrawn_reason}.")
    day = on or register.today
    rows = rows_of(register, kind, as_at=day)
    row = next((row for row in rows if row.ref == stored.ref), None)
    draft = UpdateDraft(subject=stored.ref, on=day)
    if not isinstance(row, DeliveryRow):
        return draft
    return dataclasses.replace(draft, status=row.status, forecast_on=row.forecast_on)

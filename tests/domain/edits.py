"""Edits of an objective and its measure, as the change log keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from edi_tui.domain.due import Due
from edi_tui.domain.plain import to_plain
from edi_tui.domain.records import Draft, MeasureDraft, ObjectiveDraft
from edi_tui.domain.rows import ChangeRow
from edi_tui.domain.words import Precision

MARCH, JUNE, SEPT = date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30)
AGREED = ObjectiveDraft(title="Raise it", due=Due(MARCH, "March 2027", Precision.DAY))
MEASURE = MeasureDraft(
    name="Share", objective="OBJ-001", unit="%", baseline=Decimal(14), target=Decimal(18)
)


def edit(
    before: Draft, after: Draft, *, seq: int = 1, on: str = "2026-10-01", ref: str = ""
) -> ChangeRow:
    own = "OBJ-001" if isinstance(before, ObjectiveDraft) else "MEA-001"
    return ChangeRow(
        seq=seq,
        at=f"{on}T09:00:00+00:00",
        who="Board secretary",
        verb="edit",
        ref=ref or own,
        summary="",
        group_id="",
        before=to_plain(before),
        after=to_plain(after),
    )


def dated(day: date | None, words: str = "") -> ObjectiveDraft:
    return replace(AGREED, due=Due(day, words, Precision.DAY))

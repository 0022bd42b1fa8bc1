"""What tests of closed quarters stand on: a register whose quarter can be closed."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime

from edi_tui.domain.due import Due
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import (
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Precision, Status
from edi_tui.services import records
from edi_tui.services.register import Register
from tests.conftest import holding

Q1, Q2, Q3 = (Quarter(2026, number) for number in range(1, 4))


def due(day: date) -> Due:
    """Return a due date given to the day."""
    return Due(day, day.isoformat(), Precision.DAY)


def on(register: Register, moment: datetime) -> Register:
    """Return a register at another moment."""
    return dataclasses.replace(register, now=lambda: moment)


def filled(register: Register) -> Register:
    """Return a register with a little of everything that a diff speaks of."""
    return holding(
        register,
        MemberDraft(name="Ada Person", role="Chair"),
        MemberDraft(name="Bo Person", role="Chief People Officer"),
        ObjectiveDraft(title="Raise the share", owner="MEM-002", due=due(date(2027, 3, 31))),
        ObjectiveDraft(title="Close the gap", owner="MEM-002", due=due(date(2027, 1, 31))),
        UpdateDraft(subject="OBJ-001", on=date(2026, 9, 1), status=Status.AT_RISK),
        UpdateDraft(subject="OBJ-002", on=date(2026, 9, 1), status=Status.ON_TRACK),
    )


def measured(register: Register, target: str) -> None:
    """Give the first objective a measure."""
    from decimal import Decimal

    records.add(
        register,
        MeasureDraft(
            name="Share",
            objective="OBJ-001",
            unit="%",
            baseline=Decimal(14),
            target=Decimal(target),
        ),
    )


def edited(register: Register, ref: str, **said: object) -> None:
    """Change some fields of a record."""
    before = records.get(register, ref)
    draft = dataclasses.replace(before.draft, **said)
    records.edit(register, ref, draft, version=before.version)

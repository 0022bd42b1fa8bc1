"""A register of which something is published."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.records import (
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    ReadingDraft,
)
from edi_tui.services.register import Register
from tests.conftest import holding
from tests.services.public import SUMMARY, groups


@pytest.fixture
def opted(register: Register) -> Register:
    """A register with one objective of two that is published, and its groups."""
    return holding(
        register,
        MemberDraft(name="Ada Person", role="Chair"),
        ObjectiveDraft(title="Raise it", owner="MEM-001", published=True, summary=SUMMARY),
        ObjectiveDraft(title="A private one", owner="MEM-001"),
        MeasureDraft(name="Share", objective="OBJ-001", unit="%", target=Decimal(18)),
        MeasureDraft(name="Private share", objective="OBJ-002", unit="%"),
        *groups(date(2026, 6, 30), 4, 20, 30),
        ReadingDraft(
            measure="MEA-002",
            as_at=date(2026, 6, 30),
            numerator=Decimal(50),
            denominator=Decimal(90),
        ),
    )

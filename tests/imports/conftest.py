"""A register with some of everything, and the bundle of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import (
    ActionDraft,
    AppraisalDraft,
    EvidenceDraft,
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    ReadingDraft,
    UpdateDraft,
)
from edi_tui.domain.words import EvidenceKind, Precision, Status
from edi_tui.exports.bundle import write_bundle
from edi_tui.services import records
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.evidence import attach
from edi_tui.services.register import Register
from tests.conftest import copy_of


@pytest.fixture
def full(register: Register, tmp_path: Path) -> Register:
    """A register with some of everything: evidence, a closed quarter, something confidential."""
    for draft in (
        MemberDraft(role="Chief People Officer", name="Amara Cole"),
        ObjectiveDraft(
            title="=1+1 “café” 👩🏽‍⚕️",
            owner="MEM-001",
            frameworks=("HIA1",),
            due=Due(date(2027, 3, 31), "end of March 2027", Precision.MONTH),
        ),
        MeasureDraft(name="Share", objective="OBJ-001", unit="%", baseline=Decimal("14.10")),
        ReadingDraft(measure="MEA-001", as_at=date(2026, 9, 30), value=Decimal("-1.50")),
        ActionDraft(text="Publish\nthe data", supporting=("A", "B"), due=Due(text="31/4/2016")),
        UpdateDraft(subject="OBJ-001", on=date(2026, 9, 1), status=Status.ON_TRACK),
        AppraisalDraft(member="MEM-001", year="2025/26", note="Confidential words"),
    ):
        records.add(register, draft)
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("The board agreed.\n" * 5000)
    kept = EvidenceDraft(title="Minutes", kind=EvidenceKind.MINUTES, supports=("OBJ-001",))
    attach(register, kept, minutes)
    close_quarter(register, Quarter(2026, 2), ClosingTerms(despite="The meeting is tomorrow"))
    records.withdraw(register, "ACT-001", "Twice", version=1)
    return register


@pytest.fixture
def bundle(full: Register, tmp_path: Path) -> Path:
    path = tmp_path / "archive.zip"
    write_bundle(full, path)
    return path


@pytest.fixture
def begun(empty_register: Path, tmp_path: Path) -> Register:
    """A register that was just begun, in a folder of its own."""
    folder = tmp_path / "begun"
    folder.mkdir()
    return copy_of(empty_register, folder)

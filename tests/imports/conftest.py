"""A register with some of everything, and the bundle of it."""

from __future__ import annotations

import shutil
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
from edi_tui.services.register import Register, open_register
from tests.conftest import NOW, copy_of


@pytest.fixture(scope="session")
def made(empty_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a register that has some of everything, and one with its bundle, made once."""
    folder = tmp_path_factory.mktemp("full")
    (folder / "register").mkdir()
    (folder / "bundle").mkdir()
    register = copy_of(empty_register, folder / "register")
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
    minutes = folder / "register" / "minutes.txt"
    minutes.write_text("The board agreed.\n" * 5000)
    kept = EvidenceDraft(title="Minutes", kind=EvidenceKind.MINUTES, supports=("OBJ-001",))
    attach(register, kept, minutes)
    close_quarter(register, Quarter(2026, 2), ClosingTerms(despite="The meeting is tomorrow"))
    records.withdraw(register, "ACT-001", "Twice", version=1)
    register.engine.dispose()
    write_bundle(register, folder / "bundle" / "archive.zip")
    return folder


@pytest.fixture
def full(made: Path, tmp_path: Path) -> Register:
    """A register with some of everything: evidence, a closed quarter, something confidential."""
    shutil.copytree(made / "register", tmp_path, dirs_exist_ok=True)
    return open_register(tmp_path / "register.db", who="tester", now=lambda: NOW)


@pytest.fixture
def bundle(made: Path, full: Register, tmp_path: Path) -> Path:
    """The bundle of the register with some of everything."""
    return Path(shutil.copy(made / "bundle" / "archive.zip", tmp_path))


@pytest.fixture
def begun(empty_register: Path, tmp_path: Path) -> Register:
    """A register that was just begun, in a folder of its own."""
    folder = tmp_path / "begun"
    folder.mkdir()
    return copy_of(empty_register, folder)

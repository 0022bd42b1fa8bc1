"""A small register with something of everything, and the report of a quarter."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import (
    ActionDraft,
    AppraisalDraft,
    ChallengeDraft,
    CommitmentDraft,
    ConcernDraft,
    Draft,
    EngagementDraft,
    EvidenceDraft,
    FrameworkItemDraft,
    HeardScoreDraft,
    MeasureDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    ReadingDraft,
    SponsorshipDraft,
    UpdateDraft,
    WaiverDraft,
)
from edi_tui.domain.words import (
    AppraisalOutcome,
    Attendance,
    EvidenceKind,
    Precision,
    Scope,
    Seat,
    SponsorKind,
    Standing,
    Status,
)
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.records import add
from edi_tui.services.register import Register, create_register, open_register
from edi_tui.services.report import StatusReport, status_report
from tests.conftest import HIGH_IMPACT_ACTIONS, NOW, TRUST, copy_of
from tests.services.closing import Q1, edited, on

Q2 = Quarter(2026, 2)
DESPITE = ClosingTerms(despite="It cannot wait")

DRAFTS: tuple[Draft, ...] = (
    MemberDraft(name="Ada Person", role="Chair", seat=Seat.CHAIR, standing=Standing.INTERIM),
    MemberDraft(name="Bo Person", role="Chief People Officer"),
    MemberDraft(role="Medical Director", standing=Standing.VACANT),
    MemberDraft(name="Cy Person", role="Finance Director", to_on=date(2026, 3, 31)),
    ObjectiveDraft(
        title="Raise the share of ethnic minority staff in bands 8a and above",
        owner="MEM-002",
        frameworks=("HIA1", "HIA2"),
        due=Due(date(2027, 3, 31), "31 March 2027", Precision.DAY),
    ),
    ObjectiveDraft(
        title="Close the bullying gap",
        owner="MEM-002",
        due=Due(date(2026, 8, 31), "end of August 2026", Precision.MONTH),
    ),
    ObjectiveDraft(title="Lead on inclusion together", scope=Scope.COLLECTIVE),
    MeasureDraft(
        name="Bands 8a and above",
        objective="OBJ-001",
        unit="%",
        baseline=Decimal("14"),
        target=Decimal("18"),
    ),
    ReadingDraft(measure="MEA-001", as_at=date(2026, 9, 30), value=Decimal("15.5")),
    ActionDraft(
        text="Publish the plan",
        lead="Head of EDI",
        due=Due(None, "31/4/2016"),
        frameworks=("HIA6",),
    ),
    ActionDraft(text="Train the panels", supporting=("HR", "OD"), due=Due(None, "ongoing")),
    UpdateDraft(
        subject="OBJ-001",
        on=date(2026, 9, 1),
        status=Status.ON_TRACK,
        narrative="Panels are mixed now.",
        forecast_on=date(2027, 3, 1),
    ),
    UpdateDraft(subject="OBJ-002", on=date(2026, 6, 1), status=Status.ON_TRACK),
    UpdateDraft(subject="ACT-001", on=date(2026, 9, 2), status=Status.COMPLETE),
    NetworkDraft(name="Race network"),
    NetworkDraft(name="Disability network"),
    SponsorshipDraft(
        network="NET-001",
        member="MEM-002",
        kind=SponsorKind.EXECUTIVE,
        from_on=date(2026, 4, 1),
        achieves="Three concerns answered",
    ),
    SponsorshipDraft(network="NET-002", member="MEM-001", ended_on=date(2026, 5, 1)),
    EngagementDraft(network="NET-001", member="MEM-002", on=date(2026, 7, 1)),
    EngagementDraft(
        network="NET-001",
        member="MEM-002",
        on=date(2026, 8, 1),
        attendance=Attendance.APOLOGIES,
    ),
    EngagementDraft(network="NET-001", member="MEM-002", on=date(2026, 11, 1)),
    EvidenceDraft(
        title="Staff survey",
        kind=EvidenceKind.DATA,
        link="https://example.org/survey",
        supports=("OBJ-001", "ACT-001"),
    ),
    ConcernDraft(
        network="NET-001",
        raised_on=date(2026, 5, 1),
        theme="Rotas",
        text="Rotas come too late",
        board_on=date(2026, 5, 11),
        answer="Six weeks ahead from July",
        answered_on=date(2026, 6, 10),
        changed="Rotas come six weeks ahead",
        fed_back_on=date(2026, 6, 20),
    ),
    ConcernDraft(
        network="NET-002",
        raised_on=date(2026, 7, 1),
        theme="Adjustments",
        text="Adjustments take months",
        answer="In a month from now",
        answered_on=date(2026, 10, 1),
    ),
    ConcernDraft(
        network="NET-002", raised_on=date(2026, 10, 1), theme="Rooms", text="Rooms are booked up"
    ),
    HeardScoreDraft(
        network="NET-001", on=date(2026, 6, 1), score=Decimal("3.5"), people=Decimal(20)
    ),
    HeardScoreDraft(
        network="NET-001", on=date(2026, 9, 1), score=Decimal("3.2"), people=Decimal(20)
    ),
    HeardScoreDraft(
        network="NET-002", on=date(2026, 9, 1), score=Decimal("1.37"), people=Decimal(4)
    ),
    ChallengeDraft(
        asker_name="Wessex ICB",
        asked_on=date(2026, 6, 1),
        question="What changed?",
        answer_by=date(2026, 7, 1),
        answer="Panels are mixed",
        answered_on=date(2026, 6, 30),
        closed_on=date(2026, 7, 5),
    ),
    ChallengeDraft(
        asked_on=date(2026, 8, 1),
        question="Why so slow?",
        answer_by=date(2026, 9, 18),
        owner="MEM-002",
        answer="Not before October",
        answered_on=date(2026, 10, 5),
    ),
    ChallengeDraft(asked_on=date(2026, 9, 1), question="And the pay gap?"),
    AppraisalDraft(
        member="MEM-002",
        year="2025/26",
        objective="OBJ-001",
        appraised_on=date(2026, 5, 1),
        appraiser="Chair",
        outcome=AppraisalOutcome.PARTLY_MET,
        note="Words for nobody else",
    ),
    WaiverDraft(rule="m1", subject="OBJ-002", reason="The committee agreed on 3 September"),
    CommitmentDraft(text="We will do better.", statement="Statement of 2025"),
)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with all the drafts, made once and never changed."""
    path = tmp_path_factory.mktemp("filled") / "register.db"
    register = create_register(path, TRUST, HIGH_IMPACT_ACTIONS, who="tester", now=lambda: NOW)
    for draft in DRAFTS:
        add(register, draft)
    return path


@pytest.fixture
def full(filled: Path, tmp_path: Path) -> Register:
    """A filled register that a test may change."""
    path = Path(shutil.copy(filled, tmp_path / "full.db"))
    return open_register(path, who="tester", now=lambda: NOW)


@pytest.fixture(scope="session")
def report(filled: Path) -> StatusReport:
    """The status of 2026/27 Q2."""
    return status_report(open_register(filled, who="tester", now=lambda: NOW), Q2)


@pytest.fixture(scope="session")
def closed_file(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled register with its second quarter closed, made once and never changed."""
    path = Path(shutil.copy(filled, tmp_path_factory.mktemp("closed") / "closed.db"))
    register = open_register(path, who="tester", now=lambda: NOW)
    close_quarter(register, Q2, DESPITE)
    register.engine.dispose()
    return path


@pytest.fixture
def closed(closed_file: Path, tmp_path: Path) -> Register:
    """A register whose second quarter is closed, which a test may change."""
    folder = tmp_path / "closed"
    folder.mkdir()
    return copy_of(closed_file, folder)


@pytest.fixture(scope="session")
def twice_closed_file(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled register, much of it published, with two quarters closed that differ."""
    register = copy_of(filled, tmp_path_factory.mktemp("twice"))
    for ref in ("OBJ-001", "OBJ-002"):
        edited(register, ref, published=True, summary="More of us will lead, and be heard.")
    close_quarter(register, Q1, DESPITE)
    add(register, FrameworkItemDraft(code="EDS3A", framework="EDS 2022", title="Leaders commit"))
    edited(register, "OBJ-001", title="Raise it, and say so", baf="SR 7", frameworks=("EDS3A",))
    close_quarter(on(register, NOW + timedelta(minutes=1)), Q2, DESPITE)
    register.engine.dispose()
    return Path(register.path)


@pytest.fixture
def twice_closed(twice_closed_file: Path, tmp_path: Path) -> Register:
    """A register with two closed quarters, which a test may change."""
    folder = tmp_path / "twice"
    folder.mkdir()
    return copy_of(twice_closed_file, folder)

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.errors import NotFoundError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    EngagementDraft,
    EvidenceDraft,
    MeasureDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    ReadingDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Status
from edi_tui.services import records
from edi_tui.services.lists import LISTED
from edi_tui.services.pages import RELATED, Page, page_of
from edi_tui.services.register import Register

DAY = date(2026, 10, 1)


@pytest.fixture
def told(register: Register) -> Register:
    """A register in which everything has to do with the first objective, and something not."""
    for draft in (
        MemberDraft(role="Chief People Officer", name="Amara Cole"),
        MemberDraft(role="Chair", name="Jo Bloggs"),
        ObjectiveDraft(title="Mixed panels", owner="MEM-001", frameworks=("HIA1",)),
        ObjectiveDraft(title="Another", frameworks=("HIA2",)),
        MeasureDraft(name="Share", objective="OBJ-001"),
        MeasureDraft(name="Other share"),
        ReadingDraft(measure="MEA-001", as_at=DAY, value=Decimal(5)),
        ReadingDraft(measure="MEA-002", as_at=DAY, value=Decimal(6)),
        ActionDraft(text="Train", objective="OBJ-001", frameworks=("HIA1",)),
        ActionDraft(text="Alone"),
        UpdateDraft(subject="OBJ-001", on=DAY, status=Status.AT_RISK),
        UpdateDraft(subject="ACT-002", on=DAY, status=Status.ON_TRACK),
        NetworkDraft(name="Race Equality Network"),
        NetworkDraft(name="Disability Network"),
        SponsorshipDraft(network="NET-001", member="MEM-001", objective="OBJ-001"),
        SponsorshipDraft(network="NET-002", member="MEM-002"),
        EngagementDraft(network="NET-001", member="MEM-001", on=DAY),
        EngagementDraft(network="NET-001", member="MEM-002", on=DAY),
        EvidenceDraft(title="Minutes", note="x", supports=("OBJ-001", "NET-001", "ENG-001")),
    ):
        records.add(register, draft)
    return register


def related(page: Page) -> dict[str, list[str]]:
    return {kind.plural: [row.ref for row in rows] for kind, rows in page.related() if rows}


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        (
            "OBJ-001",
            {
                "updates": ["UPD-001"],
                "measures": ["MEA-001"],
                "readings": ["RDG-001"],
                "actions": ["ACT-001"],
                "evidence": ["EVI-001"],
                "sponsorships": ["SPO-001"],
            },
        ),
        ("act 2", {"updates": ["UPD-002"]}),
        ("MEA-002", {"readings": ["RDG-002"]}),
        (
            "MEM-001",
            {"objectives": ["OBJ-001"], "sponsorships": ["SPO-001"], "engagements": ["ENG-001"]},
        ),
        (
            "NET-001",
            {
                "sponsorships": ["SPO-001"],
                "engagements": ["ENG-002", "ENG-001"],
                "evidence": ["EVI-001"],
            },
        ),
        ("SPO-001", {"engagements": ["ENG-001"]}),
        ("ENG-001", {"evidence": ["EVI-001"]}),
        ("HIA1", {"objectives": ["OBJ-001"], "actions": ["ACT-001"]}),
        ("EVI-001", {}),
        ("UPD-001", {}),
    ],
)
def test_a_page_has_what_points_at_its_record(
    told: Register, ref: str, expected: dict[str, list[str]]
) -> None:
    assert related(page_of(told, ref)) == expected


def test_a_page_has_the_record_itself(told: Register) -> None:
    page = page_of(told, "obj-1")
    assert page.row.ref == "OBJ-001"
    assert page.draft == records.get(told, "OBJ-001").draft
    assert (page.source, page.changes) == ({}, 1)


def test_a_page_reads_progress_as_at_a_date(told: Register) -> None:
    before = page_of(told, "OBJ-001", date(2026, 9, 30)).row
    assert getattr(before, "status", None) is Status.NO_UPDATE


def test_a_withdrawn_record_keeps_its_page(told: Register) -> None:
    records.withdraw(told, "ACT-001", "Merged", version=1)
    page = page_of(told, "ACT-001")
    assert (page.row.withdrawn, page.changes) == ("Merged", 2)
    assert page_of(told, "OBJ-001").actions == ()


@pytest.mark.parametrize("ref", ["OBJ-009", "HIA9", "nonsense", "ORG-001"])
def test_what_has_no_page_is_not_found(told: Register, ref: str) -> None:
    with pytest.raises(NotFoundError):
        page_of(told, ref)


def test_the_lists_of_a_page_are_lists_that_there_are() -> None:
    kinds = {kind for near in RELATED.values() for kind in near} | set(RELATED)
    assert kinds <= set(LISTED)
    assert all(hasattr(Page, kind.plural) for near in RELATED.values() for kind in near)
    assert Kind.ORGANISATION not in kinds

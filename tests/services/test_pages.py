from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.errors import NotFoundError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    AppraisalDraft,
    EngagementDraft,
    EvidenceDraft,
    HeardScoreDraft,
    MeasureDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    ReadingDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.words import AppraisalOutcome, Status
from edi_tui.services import records
from edi_tui.services.lists import LISTED, contents, history_of, rows_of
from edi_tui.services.pages import RELATED, Page, page_of
from edi_tui.services.register import Register
from tests.conftest import holding

DAY = date(2026, 10, 1)


@pytest.fixture
def told(register: Register) -> Register:
    """A register in which everything has to do with the first objective, and something not."""
    return holding(
        register,
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
    )


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


FEW = HeardScoreDraft(network="NET-001", on=DAY, score=Decimal("1.37"), people=Decimal(4))


def test_a_score_of_few_people_is_shown_nowhere(told: Register) -> None:
    records.add(told, FEW)
    page = page_of(told, "HRD-001")
    assert "1.37" not in repr(page)
    assert "Too few answers to show" in repr(page.row)
    assert "1.37" not in repr(page_of(told, "NET-001"))
    assert "1.37" not in repr(rows_of(told, Kind.HEARD_SCORE))
    assert "1.37" not in repr(contents(told))
    stored = records.get(told, "HRD-001")
    assert stored.draft == replace(FEW, score=Decimal("1.37"))


def test_the_history_masks_a_score_of_few_people_even_once_withdrawn(told: Register) -> None:
    records.add(told, replace(FEW, people=Decimal(30)))
    assert history_of(told)[0].after["score"] == "1.37"
    records.edit(told, "HRD-001", FEW, version=1)
    records.withdraw(told, "HRD-001", "Twice", version=2)
    for entries in (history_of(told), history_of(told, "HRD-001")):
        assert "1.37" not in repr(entries)
        assert entries[0].after["score"] == "too few answers to show"


def test_the_history_tells_what_an_appraisal_found_only_where_it_is_asked_for(
    told: Register,
) -> None:
    outcome, note = AppraisalOutcome.NOT_MET, "Between us"
    found = AppraisalDraft(
        member="MEM-001", year="2025/26", appraised_on=DAY, outcome=outcome, note=note
    )
    records.add(told, found)
    assert "Between us" not in repr(history_of(told))
    assert "not_met" not in repr(history_of(told))
    (entry,) = history_of(told, "APP-001")
    assert (entry.after["outcome"], entry.after["note"]) == ("not_met", "Between us")


def test_an_entry_without_words_does_not_hide_those_before(told: Register) -> None:
    def said(day: date, narrative: str) -> None:
        entry = UpdateDraft(subject="OBJ-001", on=day, status=Status.AT_RISK, narrative=narrative)
        records.add(told, entry)

    assert page_of(told, "OBJ-001").last_words is None
    said(DAY, "The panels met")
    said(date(2026, 11, 1), "")
    last = page_of(told, "OBJ-001").last_words
    assert last is not None
    assert (last.on, last.narrative) == (DAY, "The panels met")
    assert page_of(told, "NET-001").last_words is None

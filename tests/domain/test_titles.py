"""The few words by which people know a record."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.records import (
    ActionDraft,
    Draft,
    HeardScoreDraft,
    MemberDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.titles import title_of

DAY = date(2026, 5, 3)


@pytest.mark.parametrize(
    ("draft", "title"),
    [
        (ActionDraft(text="Brief the panels", outcome="Fair"), "Brief the panels"),
        (MemberDraft(name="Ada Obi", role="Chair"), "Chair"),
        (UpdateDraft(subject="OBJ-001", on=DAY, narrative="Slow"), "OBJ-001 · 3 May 2026"),
        (SponsorshipDraft(network="NET-001", member="MEM-001"), "NET-001 · MEM-001"),
        (HeardScoreDraft(network="NET-001", on=DAY, score=Decimal(2)), "NET-001 · 3 May 2026"),
    ],
)
def test_a_record_is_known_by_its_text_or_its_first_fields(draft: Draft, title: str) -> None:
    assert title_of(draft) == title

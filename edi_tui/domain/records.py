"""Every kind of draft, and its fields in the order in which people fill them in."""

from __future__ import annotations

import dataclasses

from edi_tui.domain.assurance_drafts import (
    ChallengeDraft,
    CommitmentDraft,
    EvidenceDraft,
    FrameworkItemDraft,
    WaiverDraft,
)
from edi_tui.domain.board_drafts import AppraisalDraft, MemberDraft, OrganisationDraft
from edi_tui.domain.delivery_drafts import (
    ActionDraft,
    MeasureDraft,
    ObjectiveDraft,
    ReadingDraft,
    UpdateDraft,
)
from edi_tui.domain.draft import JUDGED, SUPPORTED, Draft
from edi_tui.domain.fields import Field
from edi_tui.domain.import_drafts import DecisionDraft, LearnedDraft
from edi_tui.domain.kinds import Kind
from edi_tui.domain.network_drafts import (
    ConcernDraft,
    EngagementDraft,
    HeardScoreDraft,
    NetworkDraft,
    SponsorshipDraft,
)

__all__ = [
    "DRAFTS",
    "JUDGED",
    "SUPPORTED",
    "ActionDraft",
    "AppraisalDraft",
    "ChallengeDraft",
    "CommitmentDraft",
    "ConcernDraft",
    "DecisionDraft",
    "Draft",
    "EngagementDraft",
    "EvidenceDraft",
    "FrameworkItemDraft",
    "HeardScoreDraft",
    "LearnedDraft",
    "MeasureDraft",
    "MemberDraft",
    "NetworkDraft",
    "ObjectiveDraft",
    "OrganisationDraft",
    "ReadingDraft",
    "SponsorshipDraft",
    "UpdateDraft",
    "WaiverDraft",
    "fields_of",
]

DRAFTS: dict[Kind, type[Draft]] = {
    draft.KIND: draft
    for draft in (
        OrganisationDraft,
        MemberDraft,
        ObjectiveDraft,
        MeasureDraft,
        ReadingDraft,
        ActionDraft,
        UpdateDraft,
        EvidenceDraft,
        NetworkDraft,
        SponsorshipDraft,
        EngagementDraft,
        FrameworkItemDraft,
        ConcernDraft,
        HeardScoreDraft,
        ChallengeDraft,
        AppraisalDraft,
        WaiverDraft,
        CommitmentDraft,
        DecisionDraft,
        LearnedDraft,
    )
}

_FIELDS: dict[Kind, tuple[Field, ...]] = {
    kind: tuple(
        dataclasses.replace(field.metadata["spec"], name=field.name)
        for field in dataclasses.fields(draft)
    )
    for kind, draft in DRAFTS.items()
}


def fields_of(draft: type[Draft]) -> tuple[Field, ...]:
    """Return the fields of a kind of draft, in the order in which people fill them in."""
    return _FIELDS[draft.KIND]

"""What rules look at: the rows of a register as at a day, found by what they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from edi_tui.domain.drift import Drift
from edi_tui.domain.rows import (
    ActionRow,
    AppraisalRow,
    ChallengeRow,
    ConcernRow,
    EngagementRow,
    EvidenceRow,
    FrameworkRow,
    HeardScoreRow,
    MeasureRow,
    MemberRow,
    NetworkRow,
    ObjectiveRow,
    ReadingRow,
    Row,
    SponsorshipRow,
    WaiverRow,
)
from edi_tui.domain.rules.known import Known
from edi_tui.domain.words import OrganisationKind

R = TypeVar("R", bound=Row)
Grouped = Mapping[str, Sequence[R]]
"""Rows by the reference of the record that they belong to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One register at one day, with everything that rules know from elsewhere."""

    as_at: date
    known: Known
    organisation: OrganisationKind = OrganisationKind.TRUST
    members: Mapping[str, MemberRow] = field(default_factory=dict)
    objectives: Mapping[str, ObjectiveRow] = field(default_factory=dict)
    networks: Mapping[str, NetworkRow] = field(default_factory=dict)
    actions: Sequence[ActionRow] = ()
    measures: Sequence[MeasureRow] = ()
    evidence: Sequence[EvidenceRow] = ()
    sponsorships: Sequence[SponsorshipRow] = ()
    concerns: Sequence[ConcernRow] = ()
    challenges: Sequence[ChallengeRow] = ()
    frameworks: Sequence[FrameworkRow] = ()
    waivers: Sequence[WaiverRow] = ()
    measures_of: Grouped[MeasureRow] = field(default_factory=dict)
    """By objective."""
    readings_of: Grouped[ReadingRow] = field(default_factory=dict)
    """By measure, oldest first, none after the day."""
    actions_of: Grouped[ActionRow] = field(default_factory=dict)
    """By objective."""
    evidence_of: Grouped[EvidenceRow] = field(default_factory=dict)
    """By any record that it supports."""
    terms_of: Grouped[SponsorshipRow] = field(default_factory=dict)
    """Sponsorships by network and by objective."""
    engagements_of: Grouped[EngagementRow] = field(default_factory=dict)
    """By network, newest first, none after the day."""
    heard_of: Grouped[HeardScoreRow] = field(default_factory=dict)
    """By network, oldest first, none after the day."""
    appraisals_of: Grouped[AppraisalRow] = field(default_factory=dict)
    """By member."""
    objectives_of: Grouped[ObjectiveRow] = field(default_factory=dict)
    """Those that count, by the one member who answers for each."""
    collective: Sequence[ObjectiveRow] = ()
    """Those that count and for which the whole board answers."""
    same_title: Grouped[ObjectiveRow] = field(default_factory=dict)
    """Those that run under one title, case and stops aside, by each of their references."""
    unserved: frozenset[str] = frozenset()
    """References of the high impact actions in force that no objective serves."""
    drift: Mapping[str, Drift] = field(default_factory=dict)
    """By objective: what has moved since it was agreed."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The state of the file of each item of evidence, where the files were looked at."""


def grouped(rows: Iterable[R], *pointers: str) -> dict[str, list[R]]:
    """Return rows by what some of their attributes point at.

    Args:
        rows: Any rows.
        pointers: Attributes that hold a reference, or several.
    """
    found: dict[str, list[R]] = {}
    for row in rows:
        for pointer in pointers:
            value = getattr(row, pointer)
            for ref in (value,) if isinstance(value, str) else value:
                if ref:
                    found.setdefault(ref, []).append(row)
    return found

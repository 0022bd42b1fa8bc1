"""Rows about networks, appraisals and challenges with sensible defaults, for tests of rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from edi_tui.domain.rows import (
    AppraisalRow,
    ChallengeRow,
    ConcernRow,
    EngagementRow,
    FrameworkRow,
    HeardScoreRow,
    SponsorshipRow,
)
from edi_tui.domain.words import (
    AppraisalOutcome,
    Asker,
    Attendance,
    EngagementKind,
    Escalation,
    HeardFrom,
)
from tests.domain.rules.rows import sponsorship

_NETWORK = {"network": "Disability Network", "network_ref": "NET-001"}
_ENGAGEMENT = EngagementRow(
    ref="ENG-001",
    version=1,
    on=date(2026, 11, 1),
    kind=EngagementKind.MEETING,
    member="Chief People Officer",
    member_ref="MEM-001",
    attendance=Attendance.ATTENDED,
    note="",
    **_NETWORK,
)
_CONCERN = ConcernRow(
    ref="CON-001",
    version=1,
    raised_on=date(2026, 9, 1),
    theme="Rotas",
    text="Rotas come too late to plan around.",
    escalated_to=Escalation.SPONSOR,
    board_on=None,
    paper="",
    answer="",
    answered_on=None,
    changed="",
    fed_back_on=None,
    **_NETWORK,
)
_HEARD = HeardScoreRow(
    ref="HRD-001",
    version=1,
    on=date(2026, 9, 30),
    score=Decimal(3),
    people=Decimal(20),
    heard_from=HeardFrom.MEMBERS,
    **_NETWORK,
)
_CHALLENGE = ChallengeRow(
    ref="CHA-001",
    version=1,
    asker=Asker.ICB,
    asker_name="Wessex ICB",
    asked_on=date(2026, 9, 1),
    question="What has the board changed?",
    answer_by=None,
    owner="",
    owner_ref="",
    objective="",
    answer="",
    answered_on=None,
    closed_on=None,
)
_APPRAISAL = AppraisalRow(
    ref="APP-001",
    version=1,
    member="Chief People Officer",
    member_ref="MEM-001",
    year="2025/26",
    objective="",
    mid_year_on=None,
    appraised_on=None,
    appraiser="Chief executive",
    outcome=AppraisalOutcome.NOT_ASSESSED,
    submitted_on=None,
    note="",
)
_ITEM = FrameworkRow(
    ref="FWK-001",
    version=1,
    code="HIA1",
    framework="EDI improvement plan",
    title="Board objectives",
    source_text="",
    deadline="",
    valid_from=date(2023, 6, 8),
    valid_to=None,
    checked_on=None,
)


def term(**changes: Any) -> SponsorshipRow:
    """Return an open-ended term that says what it achieves."""
    return sponsorship(**{"achieves": "Concerns are answered in 60 days", **changes})


def engagement(on: date, **changes: Any) -> EngagementRow:
    return replace(_ENGAGEMENT, on=on, **changes)


def concern(**changes: Any) -> ConcernRow:
    return replace(_CONCERN, **changes)


def heard_score(on: date, score: str, **changes: Any) -> HeardScoreRow:
    """Return a score, of 20 members where nothing else is said."""
    return replace(_HEARD, on=on, score=Decimal(score), **changes)


def challenge(**changes: Any) -> ChallengeRow:
    return replace(_CHALLENGE, **changes)


def appraisal(**changes: Any) -> AppraisalRow:
    return replace(_APPRAISAL, **changes)


def framework_item(**changes: Any) -> FrameworkRow:
    return replace(_ITEM, **changes)

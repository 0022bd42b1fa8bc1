"""What lists give out: one frozen row for each record, with what is known around it."""

from __future__ import annotations

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows.assurance import (
    ChallengeRow,
    CommitmentRow,
    EvidenceRow,
    FrameworkRow,
    WaiverRow,
)
from edi_tui.domain.rows.board import AppraisalRow, MemberRow
from edi_tui.domain.rows.change import ChangeRow
from edi_tui.domain.rows.delivery import (
    ActionRow,
    DeliveryRow,
    MeasureRow,
    ObjectiveRow,
    ReadingRow,
    UpdateRow,
)
from edi_tui.domain.rows.networks import (
    ConcernRow,
    EngagementRow,
    HeardScoreRow,
    NetworkRow,
    SponsorshipRow,
)
from edi_tui.domain.rows.row import Row

__all__ = [
    "ROWS",
    "ActionRow",
    "AppraisalRow",
    "ChallengeRow",
    "ChangeRow",
    "CommitmentRow",
    "ConcernRow",
    "DeliveryRow",
    "EngagementRow",
    "EvidenceRow",
    "FrameworkRow",
    "HeardScoreRow",
    "MeasureRow",
    "MemberRow",
    "NetworkRow",
    "ObjectiveRow",
    "ReadingRow",
    "Row",
    "SponsorshipRow",
    "UpdateRow",
    "WaiverRow",
]

ROWS: dict[Kind, type[Row]] = {
    row.KIND: row
    for row in (
        *(MemberRow, ObjectiveRow, MeasureRow, ReadingRow, ActionRow, UpdateRow),
        *(NetworkRow, SponsorshipRow, EngagementRow, EvidenceRow, FrameworkRow),
        *(ConcernRow, HeardScoreRow, ChallengeRow, AppraisalRow, WaiverRow, CommitmentRow),
    )
}
"""The row of each kind of which there are lists."""

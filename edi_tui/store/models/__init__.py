"""The tables of a register."""

from edi_tui.store.models.base import Record, metadata
from edi_tui.store.models.board import (
    Appraisal,
    FrameworkItem,
    FrameworkLink,
    Member,
    Organisation,
)
from edi_tui.store.models.change import Change
from edi_tui.store.models.delivery import Action, Measure, Objective, Reading, Update
from edi_tui.store.models.evidence import Evidence, EvidenceLink
from edi_tui.store.models.imports import (
    Decision,
    ImportBatch,
    ImportFinding,
    ImportRow,
    Learned,
)
from edi_tui.store.models.judgement import Challenge, Commitment, Waiver
from edi_tui.store.models.lists import ListedText, SavedView
from edi_tui.store.models.networks import (
    Concern,
    Engagement,
    HeardScore,
    Network,
    Sponsorship,
)
from edi_tui.store.models.publication import PublicationMade
from edi_tui.store.models.snapshot import Snapshot

__all__ = [
    "Action",
    "Appraisal",
    "Challenge",
    "Change",
    "Commitment",
    "Concern",
    "Decision",
    "Engagement",
    "Evidence",
    "EvidenceLink",
    "FrameworkItem",
    "FrameworkLink",
    "HeardScore",
    "ImportBatch",
    "ImportFinding",
    "ImportRow",
    "Learned",
    "ListedText",
    "Measure",
    "Member",
    "Network",
    "Objective",
    "Organisation",
    "PublicationMade",
    "Reading",
    "Record",
    "SavedView",
    "Snapshot",
    "Sponsorship",
    "Update",
    "Waiver",
    "metadata",
]

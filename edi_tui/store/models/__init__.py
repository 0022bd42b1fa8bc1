"""The tables of a register."""

from edi_tui.store.models.base import Record, metadata
from edi_tui.store.models.board import FrameworkItem, FrameworkLink, Member, Organisation
from edi_tui.store.models.change import Change
from edi_tui.store.models.delivery import Action, Measure, Objective, Reading, Update
from edi_tui.store.models.evidence import Evidence, EvidenceLink
from edi_tui.store.models.imports import ImportBatch, ImportFinding, ImportRow
from edi_tui.store.models.networks import Engagement, Network, Sponsorship

__all__ = [
    "Action",
    "Change",
    "Engagement",
    "Evidence",
    "EvidenceLink",
    "FrameworkItem",
    "FrameworkLink",
    "ImportBatch",
    "ImportFinding",
    "ImportRow",
    "Measure",
    "Member",
    "Network",
    "Objective",
    "Organisation",
    "Reading",
    "Record",
    "Sponsorship",
    "Update",
    "metadata",
]

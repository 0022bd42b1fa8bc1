"""Texts that would steer a terminal or be taken for markup, in every field of every kind."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from edi_tui.domain.due import Due
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
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
    OrganisationDraft,
    ReadingDraft,
    SponsorshipDraft,
    UpdateDraft,
    WaiverDraft,
    fields_of,
)
from edi_tui.domain.words import Status
from edi_tui.services.batches import keep
from edi_tui.services.register import Register, create_register
from tests.tui.conftest import imported, stored

MARKUP = ("[/foo]", "[Q3] Ship", "[x] done", "a[/]b", "[red]r[/red]", "=1+1", "<p>x</p>")
CONTROLS = ("\x1b]0;pwned\x07", "\x1b[2J", "\x9b31m", "\x00", "\x7f", "\u202e")
LETTERS = ("شبكة الموظفين", "👩🏽‍⚕️")
ALL = " ".join((*MARKUP, *CONTROLS, *LETTERS))
"""All of them in one text."""

_DAY = date(2026, 5, 4)
_CHECKED = {
    Kind.OBJECTIVE: ("proof", "follows"),
    Kind.EVIDENCE: ("link", "sha256", "verified_by"),
    Kind.CONCERN: ("answer", "changed"),
    Kind.CHALLENGE: ("answer",),
    Kind.APPRAISAL: ("year",),
    Kind.WAIVER: ("rule",),
}
"""Fields that take only some words, or none without a date beside them."""
_POINTERS = {
    "owner": "MEM-001",
    "member": "MEM-001",
    "objective": "OBJ-001",
    "measure": "MEA-001",
    "network": "NET-001",
    "subject": "OBJ-001",
    "supports": ("OBJ-001", "NET-001"),
}


def drafts(text: str) -> list[Draft]:
    """Return a draft of each kind with the text in every field that holds text.

    Each text begins with its field's label, so that it can be told from the others.
    """
    whole: list[Draft] = [
        FrameworkItemDraft(code="x", framework="x", title="x"),
        MemberDraft(role="x"),
        ObjectiveDraft(title="x"),
        MeasureDraft(name="x"),
        ReadingDraft(measure="MEA-001", as_at=_DAY, value=Decimal(1)),
        ActionDraft(text="x"),
        UpdateDraft(subject="OBJ-001", on=_DAY, status=Status.ON_TRACK),
        NetworkDraft(name="x"),
        SponsorshipDraft(network="NET-001", member="MEM-001"),
        EngagementDraft(network="NET-001", member="MEM-001", on=_DAY),
        EvidenceDraft(title="x"),
        ConcernDraft(network="NET-001", raised_on=_DAY, theme="x", text="x"),
        HeardScoreDraft(network="NET-001", on=_DAY, score=Decimal(3)),
        ChallengeDraft(asked_on=_DAY, question="x"),
        AppraisalDraft(member="MEM-001", year="2026/27"),
        WaiverDraft(rule="H1", subject="OBJ-001", reason="x"),
        CommitmentDraft(text="x", statement="x"),
    ]
    return [_with(draft, text) for draft in whole]


def _with(draft: Draft, text: str) -> Draft:
    values = {spec.name: _value(draft.KIND, spec, text) for spec in fields_of(type(draft))}
    return dataclasses.replace(
        draft, **{name: value for name, value in values.items() if value is not None}
    )


def _value(kind: Kind, spec: Field, text: str) -> Any:
    if spec.name in _CHECKED.get(kind, ("link", "sha256")):
        return None
    if spec.kind in (FieldKind.LINE, FieldKind.PROSE):
        return f"{spec.label} {text}"
    if spec.kind is FieldKind.DUE:
        return Due(text=f"Due {text}")
    if spec.kind is FieldKind.NAMES:
        return (f"Names {text}", text)
    if spec.kind in (FieldKind.REFERENCE, FieldKind.REFERENCES):
        return _POINTERS.get(spec.name)
    return None


def register(path: Path) -> Register:
    """Make a register with the texts in every field of every kind, and in what was imported."""
    made = create_register(
        path,
        OrganisationDraft(name=f"Trust {ALL}"),
        (),
        who="tester",
        now=lambda: datetime(2026, 11, 21, 9, tzinfo=UTC),
    )
    stored(made, *drafts(ALL.replace("\x00", "\ufffd")))
    finding = Finding(
        "date-impossible", FindingLevel.FAIL, f"Message {ALL}", ALL, ALL, ALL, ref="ACT-001"
    )
    with made.writing("import") as changes:
        keep(changes, imported("ACT-001", {f"Heading {ALL}": ALL}, finding))
    return made

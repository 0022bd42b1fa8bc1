"""The row that an objective would have, from what is being typed."""

from __future__ import annotations

from dataclasses import replace

from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.progress import Computed
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.rows import MemberRow, ObjectiveRow
from edi_tui.domain.rules.view import View
from edi_tui.domain.text import folded
from edi_tui.domain.words import Status

_SAME = (
    *("title", "level", "scope", "frameworks", "start_on", "done", "proof", "resources", "baf"),
    *("review_on", "follows", "agreed_on", "plan", "published", "summary"),
)
"""Fields that a draft and a row have alike."""


def row_of_draft(draft: ObjectiveDraft, view: View, ref: str = "") -> ObjectiveRow:
    """Return the row of a draft.

    Args:
        draft: What was typed so far.
        view: The register.
        ref: The objective that is being changed, whose progress is kept; empty for a new one.
    """
    member = _member(draft.owner, view)
    return replace(
        view.objectives.get(ref) or _blank(draft),
        **{name: getattr(draft, name) for name in _SAME},
        owner=member.role if member else draft.owner or draft.owner_text,
        owner_ref=member.ref if member else "",
        due_on=draft.due.on,
        due_text=draft.due.text,
        due_precision=draft.due.precision,
    )


def _blank(draft: ObjectiveDraft) -> ObjectiveRow:
    return ObjectiveRow(
        ref="",
        version=0,
        title=draft.title,
        level=draft.level,
        scope=draft.scope,
        owner="",
        owner_ref="",
        start_on=None,
        due_on=None,
        due_text="",
        due_precision=draft.due.precision,
        status=Status.NO_UPDATE,
        computed=Computed(Status.NO_UPDATE),
        progress="",
        updated_on=None,
        forecast_on=None,
        plan="",
    )


def _member(words: str, view: View) -> MemberRow | None:
    """Return the one member whom words name: by reference, by role or by name."""
    target = read_ref(words)
    if target and target[0] is Kind.MEMBER:
        return view.members.get(Kind.MEMBER.ref(target[1]))
    key = folded(words)
    named = [row for row in view.members.values() if key in (folded(row.role), folded(row.name))]
    return named[0] if key and len(named) == 1 else None

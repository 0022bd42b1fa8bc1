"""What a board member answers for."""

from __future__ import annotations

from collections.abc import Iterable

from edi_tui.domain.offices import same_office
from edi_tui.domain.rows import ActionRow, ChallengeRow, MemberRow, ObjectiveRow


def answered_for(
    member: MemberRow, rows: Iterable[ObjectiveRow | ActionRow | ChallengeRow]
) -> frozenset[str]:
    """Return the references of what a member owns, and of the actions led by role or name."""
    return frozenset(row.ref for row in rows if _answers(member, row))


def _answers(member: MemberRow, row: ObjectiveRow | ActionRow | ChallengeRow) -> bool:
    if isinstance(row, ActionRow):
        return same_office(row.lead, member.role) or same_office(row.lead, member.name)
    return row.owner_ref == member.ref

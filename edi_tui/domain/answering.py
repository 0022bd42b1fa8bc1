"""Who answers for what."""

from __future__ import annotations

from collections.abc import Iterable

from edi_tui.domain.offices import same_office
from edi_tui.domain.rows import ActionRow, ChallengeRow, MemberRow, ObjectiveRow
from edi_tui.domain.words import Scope

BOARD = "The whole board"
"""Who answers for a collective objective."""

NOBODY = "Nobody named"
"""What stands where nobody answers for something."""

Answered = ObjectiveRow | ActionRow | ChallengeRow
"""What somebody answers for."""


def answers(member: MemberRow, row: Answered) -> bool:
    """Tell whether a member answers for something; an action is led by role or by name."""
    if isinstance(row, ActionRow):
        return same_office(row.lead, member.role) or same_office(row.lead, member.name)
    return row.owner_ref == member.ref


def office_of(row: Answered, members: Iterable[MemberRow]) -> str:
    """Return the role that answers for something; words of a plan that name no seat as they are."""
    if isinstance(row, ActionRow):
        found = next((member for member in members if answers(member, row)), None)
        return found.role if found else row.lead
    if isinstance(row, ObjectiveRow) and not row.owner and row.scope is Scope.COLLECTIVE:
        return BOARD
    return row.owner

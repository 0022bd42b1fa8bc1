"""Roles of board members in few words, for narrow columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from edi_tui.domain.rows import MemberRow

_SHORTER = (
    (re.compile(r"\bnon[- ]executive director\b", re.IGNORECASE), "NED"),
    (re.compile(r"\bnon[- ]executive member\b", re.IGNORECASE), "NEM"),
    (re.compile(r"\bsenior independent director\b", re.IGNORECASE), "SID"),
    (re.compile(r"(?<=NED) and (?:the )?", re.IGNORECASE), ", "),
    (re.compile(r"\bchair of (?:the )?(.+?) committee\b", re.IGNORECASE), r"\1 chair"),
)
"""What boards shorten, and what they make of it."""


def brief_role(role: str) -> str:
    """Return a role as boards shorten it: `NED, Audit chair`."""
    for pattern, shorter in _SHORTER:
        role = pattern.sub(shorter, role)
    return role


def told_apart(members: Iterable[MemberRow]) -> dict[str, str]:
    """Return the brief role of each member by reference, with the name where several share it."""
    brief = {row.ref: (brief_role(row.role), row) for row in members}
    shared = Counter(role for role, _ in brief.values())
    return {
        ref: f"{role}, {row.holder}" if shared[role] > 1 else role
        for ref, (role, row) in brief.items()
    }

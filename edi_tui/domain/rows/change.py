"""Rows of the change log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One entry of the change log."""

    seq: int
    at: str
    who: str
    verb: str
    ref: str
    summary: str
    group_id: str
    undoes: str = ""
    """The group that its own takes back, said by the first entry of it; empty for the others."""
    undone: bool = False
    """Whether it has been taken back, and not done again since."""
    as_from: date | None = None
    """The first day on which it counts, where that is not the day of the entry."""
    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)
    hash: str = ""

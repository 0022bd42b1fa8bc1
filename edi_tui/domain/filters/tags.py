"""Marks that the register makes itself, and that filters ask for with a plus."""

from __future__ import annotations

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import SUPPORTED
from edi_tui.domain.words import Word


class Tag(Word):
    """A mark, and what it says of a row."""

    OVERDUE = "overdue", "overdue"
    STALE = "stale", "stale"
    WATERMELON = "watermelon", "rosier than the facts"
    NO_EVIDENCE = "noevidence", "without evidence"
    UNSMART = "unsmart", "not SMART yet"
    SPONSOR_ONLY = "sponsoronly", "nothing but sponsoring"
    DRIFTING = "drifting", "moved since it was agreed"


_DELIVERED = (Tag.OVERDUE, Tag.STALE, Tag.WATERMELON)
_JUDGED = (Tag.UNSMART, Tag.SPONSOR_ONLY, Tag.DRIFTING)


def tags_of(kind: Kind) -> tuple[Tag, ...]:
    """Return the marks that records of a kind may have."""
    delivered = _DELIVERED if kind in (Kind.OBJECTIVE, Kind.ACTION) else ()
    supported = (Tag.NO_EVIDENCE,) if kind in SUPPORTED else ()
    return (*delivered, *supported, *(_JUDGED if kind is Kind.OBJECTIVE else ()))

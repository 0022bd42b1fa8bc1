"""The kind of seat that a role's own words name."""

from __future__ import annotations

from edi_tui.domain.text import folded
from edi_tui.domain.words import Seat

_CHAIRS = {"chair", "chairman", "chairwoman", "chairperson"}
_BEFORE_CHAIR = {"trust", "board", "icb", "interim", "acting", "joint", "the"}
_NON_EXECUTIVES = ("non executive", "non exec", "lay member", "partner member")
_NEDS = {"ned", "aned"}
_DEPUTIES = {"deputy", "assistant", "associate"}
_EXECUTIVES = {"director", "executive", "ceo"}


def seat_of(role: str) -> Seat | None:
    """Return the kind of seat that a role names outright, or None where it does not.

    "Non-executive Director and Chair of the Audit Committee" is a non-executive: only a role
    that is nothing but the chair's is the chair.
    """
    text = folded(role)
    words = text.split()
    if not words:
        return None
    if not _NEDS.isdisjoint(words) or any(phrase in text for phrase in _NON_EXECUTIVES):
        return Seat.ASSOCIATE if words[0] in ("associate", "aned") else Seat.NON_EXECUTIVE
    if words[-1] in _CHAIRS and set(words[:-1]) <= _BEFORE_CHAIR:
        return Seat.CHAIR
    if ("chief executive" in text or "ceo" in words) and _DEPUTIES.isdisjoint(words):
        return Seat.CHIEF_EXECUTIVE
    executive = words[0] == "chief" or not _EXECUTIVES.isdisjoint(words)
    return Seat.EXECUTIVE if executive else None

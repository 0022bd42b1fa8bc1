"""Which way an objective or action has gone since the quarter before."""

from __future__ import annotations

from edi_tui.domain.rows import DeliveryRow
from edi_tui.domain.words import Word

VERSION = 1
"""Counted up when the same two statuses would come to another direction."""
_WORST_FIRST = "RAGB"
"""The letters of the BRAG scale."""


class Travel(Word):
    """Which way something has gone."""

    BETTER = "better", "Better"
    SAME = "same", "No change"
    WORSE = "worse", "Worse"
    FIRST = "first", "First report"
    UNKNOWN = "unknown", "Not comparable"


def travel(before: DeliveryRow | None, now: DeliveryRow) -> Travel:
    """Return which way something has gone, by its status as it was worked out at two days.

    Statuses are compared by their letters on the BRAG scale; those that have none, such as on
    hold or no update, compare with nothing but themselves.

    Args:
        before: How it stood at the end of the quarter before; None where it was not there.
        now: How it stands.
    """
    if before is None or (before.updated_on is None and now.updated_on is not None):
        return Travel.FIRST
    then, is_ = before.computed.status, now.computed.status
    if then is is_ or "-" != then.letter == is_.letter:
        return Travel.SAME
    if "-" in (then.letter, is_.letter):
        return Travel.UNKNOWN
    rose = _WORST_FIRST.index(is_.letter) > _WORST_FIRST.index(then.letter)
    return Travel.BETTER if rose else Travel.WORSE

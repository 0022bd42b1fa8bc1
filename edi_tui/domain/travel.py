"""Which way an objective or action has gone since an earlier report."""

from __future__ import annotations

from edi_tui.domain.rows import DeliveryRow
from edi_tui.domain.words import Status, Word

VERSION = 1
"""Counted up when the same two statuses would come to another direction."""
_WORST_FIRST = "RAGB"
"""The letters of the BRAG scale."""


class Travel(Word):
    """Which way something has gone."""

    BETTER = "better", "Better"
    SAME = "same", "No change"
    WORSE = "worse", "Worse"
    NEW = "new", "New"
    FIRST = "first", "First report"
    SILENT = "silent", "No update"
    UNKNOWN = "unknown", "Not comparable"


def travel(before: DeliveryRow | None, now: DeliveryRow, *, declared: bool = False) -> Travel:
    """Return which way something has gone, by its status on two days.

    Statuses are compared by their letters on the BRAG scale; those that have none, such as on
    hold, compare with nothing but themselves. Silence is neither better nor worse.

    Args:
        before: How it stood; None where it was not there.
        now: How it stands.
        declared: Whether to compare what was declared and not what was worked out of it.
    """
    if before is None:
        return Travel.NEW
    then, is_ = (row.status if declared else row.computed.status for row in (before, now))
    if is_ is Status.NO_UPDATE:
        return Travel.SILENT
    if before.updated_on is None and now.updated_on is not None:
        return Travel.FIRST
    if then is is_ or "-" != then.letter == is_.letter:
        return Travel.SAME
    if "-" in (then.letter, is_.letter):
        return Travel.UNKNOWN
    rose = _WORST_FIRST.index(is_.letter) > _WORST_FIRST.index(then.letter)
    return Travel.BETTER if rose else Travel.WORSE

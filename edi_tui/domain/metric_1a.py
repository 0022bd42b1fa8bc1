"""Metric 1a of high impact action 1: the members of the board with assessed objectives."""

from __future__ import annotations

from edi_tui.domain.coverage import Mark, SeatCoverage

VERSION = 1
"""Counted up when the same seats would come to another count."""


def assessed(seat: SeatCoverage) -> Mark:
    """Return how far the objectives of a seat were assessed; where it has none they were not.

    Who began after the year ended is not appraised for it, with objectives or without.
    """
    if seat.appraisal is Mark.NOT_NEEDED or seat.objectives:
        return seat.appraisal
    return Mark.NO

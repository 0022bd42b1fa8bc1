"""Metric 1a of high impact action 1: the members of the board with assessed objectives."""

from __future__ import annotations

from edi_tui.domain.coverage import Mark, SeatCoverage

VERSION = 1
"""Counted up when the same seats would come to another count."""


def assessed(seat: SeatCoverage) -> Mark:
    """Return how far the objectives of a seat were assessed, as its appraisal went.

    An appraisal that was held of a member without objectives assessed none.
    """
    held = seat.appraisal in (Mark.YES, Mark.PARTLY)
    return Mark.NO if held and not seat.objectives else seat.appraisal

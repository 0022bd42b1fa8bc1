"""Indicators worked out from counts: likelihoods, shares, differences and gaps.

Each is a number or a sentence why there is none; nothing is rounded before it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from edi_tui.domain.units import Unit, rounded, with_unit

Number = Decimal | int


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator: its value, unrounded, or the sentence why it has none."""

    value: Decimal | None
    unit: Unit
    why_not: str = ""
    working: str = ""
    """The sum behind the value, as people would write it down."""


@dataclass(frozen=True, slots=True)
class Share:
    """Part of a whole, in people; a percentage is given as its part of 100."""

    part: Number
    whole: Number
    group: str = "this group"
    """Whose share it is, as a sentence names them: `the BME group`."""

    @property
    def percent(self) -> Decimal:
        """The part in per cent of the whole, which is not 0."""
        return Decimal(100) * self.part / self.whole

    def __str__(self) -> str:
        """Return the share as `46.99%` or `30 of 120 (25.0%)`."""
        if self.whole == 100:
            return f"{_plain(self.part)}%"
        return f"{_plain(self.part)} of {_plain(self.whole)} ({_percent(self.percent)})"


def relative_likelihood(
    over: Share, under: Share, *, event: str = "appointed", among: str = "shortlisted"
) -> Figure:
    """Return how many times as likely something is for one group as for another; 1 is parity.

    Source: WRES indicators 2 to 4, WDES metrics 2 and 3: (part / whole) / (part / whole). White
    or non-disabled staff are on top for appointment and training, BME or Disabled staff for
    formal disciplinary and capability.

    Args:
        over: The group on top of the ratio.
        under: The group that it is compared with.
        event: What the part of each share were, such as `appointed`.
        among: What the whole of each share were, such as `shortlisted`.
    """
    why = _amiss(over) or _amiss(under)
    for share in (over, under):
        if not why and share.whole == 0:
            why = f"Nobody from {share.group} was {among}, so there is no ratio."
    if not why and under.part == 0:
        why = f"Nobody from {under.group} was {event}, so there is no ratio."
    if why:
        return Figure(None, Unit.RATIO, why)
    value = Decimal(over.part) * under.whole / (Decimal(over.whole) * under.part)
    return Figure(value, Unit.RATIO, working=f"{over} / {under} = {rounded(value, 2)}")


def board_difference(board: Share, workforce: Share) -> Figure:
    """Return a group's share of the board minus its share of the workforce.

    In percentage points; below 0 the board has the smaller share. Source: WRES indicator 9 and
    WDES metric 10.
    """
    why = _amiss(board) or _amiss(workforce) or _empty(board) or _empty(workforce)
    if why:
        return Figure(None, Unit.POINTS, why)
    value = board.percent - workforce.percent
    result = with_unit(rounded(value, 2), Unit.POINTS)
    return Figure(value, Unit.POINTS, working=f"{board} - {workforce} = {result}")


def disparity_ratio(over: Share, under: Share) -> Figure:
    """Return how many times as well one group as the other reaches higher pay bands.

    1 is parity. Source: race disparity ratio in its usual form (unconfirmed): White staff in the
    higher bands over those in the lower, divided by the same of BME staff.

    Args:
        over: The group on top of the ratio: its staff in the higher bands, of those in the lower.
        under: The group that it is compared with, in the same way.
    """
    counts = (over.part, over.whole, under.part, under.whole)
    why = next(filter(None, map(_negative, counts)), "")
    if not why and 0 in counts[1:]:
        why = "One of the groups has nobody in one of the bands, so there is no ratio."
    if why:
        return Figure(None, Unit.RATIO, why)
    value = Decimal(over.part) * under.whole / (Decimal(over.whole) * under.part)
    working = "({} / {}) / ({} / {})".format(*map(_plain, counts))
    return Figure(value, Unit.RATIO, working=f"{working} = {rounded(value, 2)}")


def pay_gap(higher: Number, lower: Number) -> Figure:
    """Return by how much lower pay falls short of higher pay, in per cent of the higher.

    Below 0 where the lower is in fact paid more. Source: gender pay gap reporting, (M - W) / M of
    mean or median hourly pay.

    Args:
        higher: Pay of the group compared with, in pounds an hour.
        lower: Pay of the group in question, in pounds an hour.
    """
    why = _negative(higher) or _negative(lower)
    if not why and higher == 0:
        why = "The pay compared with is nothing, so there is no gap."
    if why:
        return Figure(None, Unit.PERCENT, why)
    value = Decimal(100) * (Decimal(higher) - lower) / higher
    division = f"(£{_plain(higher)} - £{_plain(lower)}) / £{_plain(higher)}"
    return Figure(value, Unit.PERCENT, working=f"{division} = {_percent(value)}")


def _plain(number: Number) -> str:
    return f"{Decimal(number):,f}"


def _percent(value: Decimal) -> str:
    return with_unit(rounded(value, 1), Unit.PERCENT)


def _negative(number: Number) -> str:
    return f"{_plain(number)} is less than zero; check the number." if number < 0 else ""


def _empty(share: Share) -> str:
    return "There is nobody to count, so there is no percentage." if share.whole == 0 else ""


def _amiss(share: Share) -> str:
    """Return why a share cannot be one, in a sentence."""
    if share.part > share.whole:
        said = f"{_plain(share.part)} is more than the whole, {_plain(share.whole)}"
        return f"{said}; check both numbers."
    return _negative(share.part)

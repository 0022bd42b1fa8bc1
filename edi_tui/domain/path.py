"""The straight line from a baseline to a target, and where readings lie beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from edi_tui.domain.words import Direction, Word

TOLERANCE = Decimal("0.1")
"""How far behind the path is still on it, as a share of the way from baseline to target."""


class Trend(Word):
    """Which way a measure has moved, from an earlier reading to the latest."""

    IMPROVING = "improving", "Improving"
    UNCHANGED = "unchanged", "Unchanged"
    DETERIORATING = "deteriorating", "Deteriorating"
    NO_EARLIER = "no_earlier", "No earlier data"


class Point(NamedTuple):
    """A value as at a date."""

    value: Decimal
    on: date


@dataclass(frozen=True, slots=True)
class Path:
    """The way that a measure should take, all values in the measure's unit.

    A path whose target is not after its baseline is a step on the day of the target. One whose
    baseline is as good as its target asks for the target from the start.
    """

    baseline: Point
    target: Point
    direction: Direction = Direction.UP
    parity: Decimal = Decimal(1)
    """The value that a measure towards parity aims at; see `Unit.parity`."""

    @property
    def met_at_start(self) -> bool:
        """Whether the baseline is as good as the target."""
        return self.to_target(self.baseline) <= 0

    def expected(self, day: date) -> Decimal:
        """Return the value on the line at a day; before and after, that of the nearer end."""
        return self.target.value if self.met_at_start else self._on_line(day)

    def to_path(self, latest: Point) -> Decimal:
        """Return how much worse a reading is than the path on its day; below 0 it is better."""
        return self._short(latest.value, self.expected(latest.on))

    def to_target(self, latest: Point) -> Decimal:
        """Return how much worse a reading is than the target; at 0 and below it is met."""
        return self._short(latest.value, self.target.value)

    def behind(self, latest: Point, tolerance: Decimal = TOLERANCE) -> bool:
        """Tell whether a reading is worse than the path by more than is tolerated.

        Args:
            latest: The reading.
            tolerance: Share of the way from baseline to target; of no way at all, nothing.
        """
        way = self.to_target(self.baseline)
        if way <= 0:
            return self.to_target(latest) > 0
        return self._short(latest.value, self._on_line(latest.on)) > tolerance * way

    def trend(self, earlier: Point | None, latest: Point | None) -> Trend:
        """Return which way the measure has moved: with its direction, or towards parity."""
        if earlier is None or latest is None:
            return Trend.NO_EARLIER
        return trend(earlier.value, latest.value, direction=self.direction, parity=self.parity)

    def forecast(self, latest: Point) -> Decimal | None:
        """Return the value at the target's date if all goes on as since the baseline."""
        return forecast((self.baseline, latest), self.target.on)

    def _short(self, value: Decimal, wanted: Decimal) -> Decimal:
        return short_of(wanted, value, direction=self.direction, parity=self.parity)

    def _on_line(self, day: date) -> Decimal:
        first, last = self.baseline, self.target
        if day >= last.on:
            return last.value
        return first.value if day <= first.on else _along(first, last, day)


def short_of(
    wanted: Decimal, value: Decimal, *, direction: Direction, parity: Decimal = Decimal(1)
) -> Decimal:
    """Return how much worse a value is than a wanted one; at 0 and below it is as good or better.

    Args:
        wanted: The value to reach.
        value: The value reached.
        direction: Which way is better.
        parity: The value that a measure towards parity aims at.
    """
    return _badness(value, direction, parity) - _badness(wanted, direction, parity)


def trend(
    earlier: Decimal, latest: Decimal, *, direction: Direction, parity: Decimal = Decimal(1)
) -> Trend:
    """Return which way a measure has moved between two values.

    Args:
        earlier: The value before.
        latest: The value now.
        direction: Which way is better.
        parity: The value that a measure towards parity aims at.
    """
    before, now = (_badness(value, direction, parity) for value in (earlier, latest))
    if now < before:
        return Trend.IMPROVING
    return Trend.DETERIORATING if now > before else Trend.UNCHANGED


def forecast(points: Iterable[Point], on: date) -> Decimal | None:
    """Return the value at a date on the straight line through the first and the latest point.

    The line knows no bounds: a percentage may leave 0 to 100. None where the points have fewer
    than two dates.
    """
    ordered = sorted(points, key=lambda point: point.on)
    if not ordered or ordered[0].on == ordered[-1].on:
        return None
    return _along(ordered[0], ordered[-1], on)


def _along(first: Point, last: Point, day: date) -> Decimal:
    """Return the value at a day on the line through two points, divided last to be exact."""
    moved = (last.value - first.value) * (day - first.on).days
    return first.value + moved / (last.on - first.on).days


def _badness(value: Decimal, direction: Direction, parity: Decimal) -> Decimal:
    """Return a number that falls as the value gets better."""
    if direction is Direction.PARITY:
        return abs(value - parity)
    return value if direction is Direction.DOWN else -value

"""What readings come to: a value, or a sentence why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from edi_tui.domain.metrics import Metric, MetricKind
from edi_tui.domain.ratios import (
    Figure,
    Share,
    board_difference,
    disparity_ratio,
    pay_gap,
    relative_likelihood,
)
from edi_tui.domain.rows import ReadingRow
from edi_tui.domain.text import folded
from edi_tui.domain.units import Unit, read_unit, rounded

PLACES = 2
"""Decimal places of a figure that lists and papers show."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A figure as at a day."""

    on: date
    figure: Figure
    typed: bool = False
    """Whether it was given as a value, whose decimals stay as they are."""

    @property
    def value(self) -> Decimal | None:
        """The figure as it is shown, or None where there is none."""
        value = self.figure.value
        return value if value is None or self.typed else rounded(value, PLACES)


def series(unit: str, metric: Metric | None, readings: Iterable[ReadingRow]) -> list[Dated]:
    """Return what the readings of one measure come to, oldest first, one figure for each day.

    Of two readings for everyone on one day the one entered last counts. A day on which only
    groups were counted has the figure that the metric makes of its groups, if it makes one.

    Args:
        unit: The unit in the words of the measure.
        metric: The national metric that it is, if it is one.
        readings: Its readings, in the order in which they were entered.
    """
    days: dict[date, list[ReadingRow]] = {}
    for reading in readings:
        days.setdefault(reading.as_at, []).append(reading)
    found = (_of_day(day, unit, metric, days[day]) for day in sorted(days))
    return [dated for dated in found if dated is not None]


def _of_day(
    day: date, unit: str, metric: Metric | None, readings: Sequence[ReadingRow]
) -> Dated | None:
    whole = [reading for reading in readings if not reading.group]
    if whole:
        return Dated(day, reading_figure(unit, whole[-1]), typed=whole[-1].value is not None)
    figure = group_figure(metric, readings) if metric else None
    return Dated(day, figure) if figure else None


def reading_figure(unit: str, reading: ReadingRow) -> Figure:
    """Return what one reading comes to: its value, or its numerator over its denominator.

    Per cent where the measure says so, the mean of a score, of money and of days, a plain ratio
    of a ratio; of anything that is counted the numerator is the count.
    """
    known = read_unit(unit) or Unit.COUNT
    if reading.value is not None:
        return Figure(reading.value, known)
    part, among = reading.numerator, reading.denominator
    if part is None or among is None:
        return Figure(None, known, "The reading has no value.")
    if known is Unit.COUNT:
        return Figure(part, known)
    if among == 0:
        return Figure(None, known, "There was nobody to count, so there is no figure.")
    times = 100 if known in (Unit.PERCENT, Unit.POINTS) else 1
    return Figure(times * part / among, known)


def group_figure(metric: Metric, readings: Sequence[ReadingRow]) -> Figure | None:
    """Return the figure that a metric makes of its two groups, or None where one is not there.

    Source: WRES indicators 2 to 4 and 9, WDES metrics 2, 3 and 10, pay gap reporting, and the
    race disparity ratio.
    """
    by_group = {folded(reading.group): reading for reading in readings}
    pair = [by_group.get(folded(group)) for group in metric.groups]
    one, other = [*pair, None, None][:2]
    if one is None or other is None:
        return None
    if metric.kind is MetricKind.PAY_GAP and one.value is not None and other.value is not None:
        return pay_gap(one.value, other.value)
    over, under = _share(one), _share(other)
    if over is None or under is None:
        return None
    if metric.kind is MetricKind.LIKELIHOOD:
        return relative_likelihood(over, under, event=metric.event, among=metric.among)
    if metric.kind is MetricKind.DISPARITY:
        return disparity_ratio(over, under)
    return board_difference(over, under) if metric.unit is Unit.POINTS else None


def _share(reading: ReadingRow) -> Share | None:
    """Return the share that a reading of a group is; a value alone is a percentage."""
    if reading.numerator is not None and reading.denominator is not None:
        return Share(reading.numerator, reading.denominator, f"the {reading.group} group")
    if reading.value is not None:
        return Share(reading.value, 100, f"the {reading.group} group")
    return None

"""How the latest reading of a measure falls short of its target, or of the path to it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Protocol

from edi_tui.domain.due import format_date
from edi_tui.domain.path import TOLERANCE, Path, Point, Trend, short_of, trend
from edi_tui.domain.units import read_unit, rounded, with_unit
from edi_tui.domain.words import Direction

VERSION = 1
"""Counted up when the same figures would come to another gap or trend."""


class Figures(Protocol):
    """What a measure says in numbers."""

    @property
    def unit(self) -> str:
        """What its values are counted in, as people wrote it."""

    @property
    def direction(self) -> Direction:
        """Which way it should move."""

    @property
    def baseline(self) -> Decimal | None:
        """Where it began."""

    @property
    def baseline_on(self) -> date | None:
        """The day of the baseline."""

    @property
    def target(self) -> Decimal | None:
        """Where it is to go."""

    @property
    def target_on(self) -> date | None:
        """The day of the target, where it is not the due date of the objective."""

    @property
    def latest(self) -> Decimal | None:
        """Its newest reading."""

    @property
    def latest_on(self) -> date | None:
        """The day of the newest reading."""


def path_of(figures: Figures, due_on: date | None) -> Path | None:
    """Return the path of a measure, or None where a value or a day of it is not known.

    Args:
        figures: The measure.
        due_on: When its objective is due, for a target that has no day of its own.
    """
    start, end = figures.baseline_on, figures.target_on or due_on
    if figures.baseline is None or figures.target is None or start is None or end is None:
        return None
    return Path(
        Point(figures.baseline, start),
        Point(figures.target, end),
        figures.direction,
        parity_of(figures.unit),
    )


def parity_of(unit: str) -> Decimal:
    """Return the value at which two groups fare alike, for a unit as people write it.

    Words that are no known unit are taken for a ratio, whose parity is 1.
    """
    known = read_unit(unit)
    return known.parity if known else Decimal(1)


def behind_path(
    figures: Figures, due_on: date | None, tolerance: Decimal = TOLERANCE
) -> tuple[str, str] | None:
    """Return the latest reading and what the path asks for on its day, where it is behind.

    Args:
        figures: The measure.
        due_on: When its objective is due.
        tolerance: Share of the way from baseline to target that is still on the path.
    """
    path, latest = path_of(figures, due_on), latest_of(figures)
    if path is None or latest is None or not path.behind(latest, tolerance):
        return None
    expected = rounded(path.expected(latest.on), _places(path))
    return (
        f"{written(latest.value, figures.unit)} on {format_date(latest.on)}",
        written(expected, figures.unit),
    )


def is_behind(figures: Figures, due_on: date | None, tolerance: Decimal) -> bool:
    """Tell whether a measure is behind its path, without the words for it; see `behind_path`."""
    path, latest = path_of(figures, due_on), latest_of(figures)
    return path is not None and latest is not None and path.behind(latest, tolerance)


def latest_of(figures: Figures) -> Point | None:
    """Return the newest reading, or None where there is none."""
    if figures.latest is None or figures.latest_on is None:
        return None
    return Point(figures.latest, figures.latest_on)


def below_target(figures: Figures) -> tuple[str, str] | None:
    """Return the latest reading and the target, where the reading is worse."""
    latest, target = figures.latest, figures.target
    if latest is None or target is None:
        return None
    moved = trend(target, latest, direction=figures.direction, parity=parity_of(figures.unit))
    if moved is not Trend.DETERIORATING:
        return None
    return written(latest, figures.unit), written(target, figures.unit)


def gap_to_target(figures: Figures) -> Decimal | None:
    """Return how much worse the newest reading is than the target, in the measure's unit.

    At 0 and below the target is met. None where either is not known.
    """
    if figures.latest is None or figures.target is None:
        return None
    parity = parity_of(figures.unit)
    return short_of(figures.target, figures.latest, direction=figures.direction, parity=parity)


def trend_of(figures: Figures) -> Trend | None:
    """Return which way a measure has moved from its baseline; None where it has no reading."""
    if figures.latest is None:
        return None
    if figures.baseline is None:
        return Trend.NO_EARLIER
    parity = parity_of(figures.unit)
    return trend(figures.baseline, figures.latest, direction=figures.direction, parity=parity)


def written(value: Decimal, unit: str) -> str:
    """Return a value with its unit, as people read it; other words are left out."""
    known = read_unit(unit)
    return with_unit(value, known) if known else f"{value:,f}"


def _places(path: Path) -> int:
    """Return one decimal at least, and as many as the target has."""
    exponent = path.target.value.as_tuple().exponent
    return max(1, -exponent) if isinstance(exponent, int) else 1

"""Whether networks feel more or less heard, and when a score may not be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import HeardScoreRow, Row
from edi_tui.domain.words import HeardFrom, Word

VERSION = 1
"""Counted up when the same answers would show another score, or another trend."""
TOO_FEW = "too few answers to show"
"""What stands in the place of a score that is not shown."""


class Trend(Word):
    """Which way a heard score went."""

    FALLING = "falling", "Falling"
    LEVEL = "level", "Level"
    RISING = "rising", "Rising"
    NO_EARLIER = "no_earlier", "No earlier data"


@dataclass(frozen=True, slots=True)
class Heard:
    """How far a network feels heard, without any score of too few people."""

    on: date
    score: Decimal | None
    """The latest score; None where it may not be shown."""
    heard_from: HeardFrom
    before: Decimal | None = None
    """The score before it that may be shown, of the same source."""
    year_ago: Decimal | None = None
    """The score of the same quarter a year earlier, likewise."""

    @property
    def hidden(self) -> bool:
        """Whether too few people answered."""
        return self.score is None

    @property
    def trend(self) -> Trend:
        """Which way it went since the score before."""
        return _trend(self.score, self.before)

    @property
    def trend_in_a_year(self) -> Trend:
        """Which way it went within a year."""
        return _trend(self.score, self.year_ago)


def may_show(row: HeardScoreRow, least: Decimal) -> bool:
    """Tell whether a score says nothing of single people.

    A poll of an unknown number of people may be one of few. A network chair answers for the
    network, so that no number is needed.

    Args:
        row: The score.
        least: How many answers there must be.
    """
    if row.people is None:
        return row.heard_from is HeardFrom.CHAIR
    return row.people >= least


def as_shown(row: HeardScoreRow, least: Decimal) -> HeardScoreRow:
    """Return a score as people may see it: without the figure where it may not be shown."""
    if may_show(row, least):
        return row
    return replace(row, score=None, why_not=TOO_FEW.capitalize())


def without_hidden(rows: Sequence[Row], least: Decimal) -> list[Row]:
    """Return rows of any kind without the heard scores that may not be shown."""
    return [row for row in rows if not isinstance(row, HeardScoreRow) or may_show(row, least)]


def heard(scores: Sequence[HeardScoreRow], least: Decimal) -> Heard | None:
    """Return how far one network feels heard, or None where it was never asked.

    Like is compared with like: the members' answers are never set against the chair's. Of two
    scores of one day and source the one that more people gave counts.

    Args:
        scores: The scores of one network, oldest first.
        least: How many answers there must be for a score to be shown.
    """
    if not scores:
        return None
    counted = _one_a_day(scores)
    latest = counted[-1]
    if not may_show(latest, least):
        return Heard(latest.on, None, latest.heard_from)
    earlier = [
        row for row in counted[:-1] if row.heard_from is latest.heard_from and may_show(row, least)
    ]
    return Heard(
        latest.on,
        latest.score,
        latest.heard_from,
        before=earlier[-1].score if earlier else None,
        year_ago=_year_before(latest.on, earlier),
    )


def _one_a_day(scores: Iterable[HeardScoreRow]) -> list[HeardScoreRow]:
    """Return the score that most people gave, the later entered of equals, by day and source."""
    found: dict[tuple[date, HeardFrom], HeardScoreRow] = {}
    for row in scores:
        other = found.pop((row.on, row.heard_from), row)
        found[row.on, row.heard_from] = max(row, other, key=lambda one: one.people or 0)
    return list(found.values())


def _year_before(on: date, earlier: Iterable[HeardScoreRow]) -> Decimal | None:
    quarter = Quarter.containing(on)
    wanted = Quarter(quarter.year - 1, quarter.number)
    found = [row.score for row in earlier if Quarter.containing(row.on) == wanted]
    return found[-1] if found else None


def _trend(latest: Decimal | None, earlier: Decimal | None) -> Trend:
    if latest is None or earlier is None:
        return Trend.NO_EARLIER
    if latest == earlier:
        return Trend.LEVEL
    return Trend.RISING if latest > earlier else Trend.FALLING

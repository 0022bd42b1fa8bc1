"""Units of measures: how people write them, and values written with them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from edi_tui.domain.text import folded
from edi_tui.domain.words import Word

# Wider than any number that can be entered, so that only the places asked for are rounded.
_WIDE = Context(prec=200)


class Unit(Word):
    """What the values of a measure are counted in."""

    COUNT = "count", "Count"
    PERCENT = "percent", "Per cent"
    POINTS = "percentage_points", "Percentage points"
    RATIO = "ratio", "Ratio"
    SCORE = "score", "Score"
    MONEY = "money", "Money"
    DAYS = "days", "Days"

    @property
    def parity(self) -> Decimal:
        """The value at which two groups fare alike: 1 for a ratio, 0 for a difference."""
        return Decimal(self is Unit.RATIO)


_SPELLINGS = {
    Unit.COUNT: (
        "count; number; no; n; headcount; head count; staff; people; persons; posts; members; "
        "appointments; events; sessions; meetings; wte; fte; times a year; times per year"
    ),
    Unit.PERCENT: "percent; per cent; pc; pct; percentage; percentages; proportion; share",
    Unit.POINTS: (
        "percentage points; percentage point; percent points; percent point; per cent points; "
        "per cent point; percentage point difference; percentage points difference; pp; pps; ppt; "
        "ppts; p p"
    ),
    Unit.RATIO: (
        "ratio; ratios; times; times as likely; times more likely; x; relative likelihood; "
        "likelihood; likelihood ratio; disparity ratio"
    ),
    Unit.SCORE: "score; scores; index",
    Unit.MONEY: "money; pounds; pound; pounds sterling; sterling; gbp",
    Unit.DAYS: "days; day; calendar days; working days; number of days",
}
_UNITS = {words: unit for unit, spelt in _SPELLINGS.items() for words in spelt.split("; ")}
_SIGNS = {"%": " percent ", "£": " pounds ", "×": " x "}
_TAIL = re.compile(r" (?:of|out of|per|in|a) .*")
"""What follows a unit without changing it: `number of appointments`, `score out of 10`."""


# A register names few units, again and again.
@lru_cache(maxsize=1024)
def read_unit(text: str) -> Unit | None:
    """Read a unit as people write it, `%` or `number of staff`; None for words that are none."""
    for sign, words in _SIGNS.items():
        text = text.replace(sign, words)
    written = folded(text)
    return _UNITS.get(written) or _UNITS.get(_TAIL.sub("", written))


def with_unit(value: Decimal, unit: Unit) -> str:
    """Return a value as people read it, all its decimals kept: `14.2%`, `£1,200`, `12 days`."""
    sign, number = "-" if value < 0 else "", f"{abs(value):,f}"
    match unit:
        case Unit.PERCENT:
            return f"{sign}{number}%"
        case Unit.MONEY:
            return f"{sign}£{number}"
        case Unit.POINTS:
            return f"{sign}{number} percentage {'point' if abs(value) == 1 else 'points'}"
        case Unit.DAYS:
            return f"{sign}{number} {'day' if abs(value) == 1 else 'days'}"
    return f"{sign}{number}"


def rounded(value: Decimal, places: int) -> Decimal:
    """Return a value rounded for showing, half away from 0; never minus 0."""
    result = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    return result if result else abs(result)


def percent_words(share: Decimal) -> str:
    """Return a share from 0 to 1 as people read it: 0.7402 is `74.0%`."""
    return with_unit(rounded(share * 100, 1), Unit.PERCENT)

"""Days and periods of a filter: `eoq`, `+30d`, `q3`, and every date that an import reads."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from edi_tui.domain.dates import read_date
from edi_tui.domain.quarter_words import possible_quarters, read_financial_year
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.text import folded, quoted
from edi_tui.domain.words import Precision

Period = tuple[date, date]
"""Its first and its last day."""

NAMED = ("today", "tomorrow", "yesterday", "eom", "eoq", "eoy")
"""Days that are named from today: the ends are of this month, quarter and financial year."""

_STEP = re.compile(r"(?P<sign>[+-])(?P<count>\d{1,4})(?P<unit>[dwmy])", re.IGNORECASE)
_UNITS = {
    "d": relativedelta(days=1),
    "w": relativedelta(weeks=1),
    "m": relativedelta(months=1),
    "y": relativedelta(years=1),
}
_ONLY_QUARTER = re.compile(r"q(?P<number>[1-4])", re.IGNORECASE)
_BEGINNING = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12}
"""Months in a period."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def read_period(text: str, today: date) -> Period:
    """Read a day, or a period, such as a month or a quarter of the financial year.

    Raises:
        ValueError: It is none, or the calendar does not have it.
    """
    try:
        period = relative(text, today) or _calendar(text) or _imported(text, today)
    except (OverflowError, ValueError):
        period = None
    if period is None:
        raise ValueError(
            f"{quoted(text)} is not a date; write 31 March 2027, eoq, +30d or “2026/27 Q4”."
        )
    return period


def relative(text: str, today: date) -> Period | None:
    """Return what words say from today: `today`, `eoq`, `-2w`, `q3` of this financial year.

    Raises:
        OverflowError: It lies beyond the calendar; or a ValueError says so.
    """
    word = text.strip().lower()
    quarter = Quarter.containing(today)
    days = {
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "yesterday": today - timedelta(days=1),
        "eom": today.replace(day=monthrange(today.year, today.month)[1]),
        "eoq": quarter.end,
        "eoy": Quarter(quarter.year, 4).end,
    }
    if word in days:
        return days[word], days[word]
    if step := _STEP.fullmatch(word):
        day = today + _UNITS[step["unit"]] * int(step["sign"] + step["count"])
        return day, day
    if found := _ONLY_QUARTER.fullmatch(word):
        return _whole(Quarter(quarter.year, int(found["number"])))
    written = possible_quarters(text)
    return _whole(written[0]) if written else None


def _whole(quarter: Quarter) -> Period:
    return quarter.start, quarter.end


def _calendar(text: str) -> Period | None:
    """Read a year by itself, a financial year, and ISO months."""
    year = read_financial_year(text)
    if year is not None:
        return _financial(year)
    word = text.strip()
    if not _ISO.fullmatch(word):
        return None
    parts = [int(part) for part in word.split("-")]
    if len(parts) == 3:
        return (day := date(*parts)), day
    first = date(parts[0], parts[1] if len(parts) == 2 else 1, 1)
    return first, first + relativedelta(months=1 if len(parts) == 2 else 12, days=-1)


def whole_year(text: str) -> Period | None:
    """Read a financial year whose first year is written in full: `2026/27`."""
    year = read_financial_year(text)
    return _financial(year) if year is not None and str(year) in text else None


def _financial(year: int) -> Period:
    return Quarter(year, 1).start, Quarter(year, 4).end


def _imported(text: str, today: date) -> Period | None:
    due = read_date(text, document=today).due
    if due.on is None:
        return None
    months = _BEGINNING.get(due.precision)
    return (_start(due.on, months) if months else due.on), due.on


def _start(last: date, months: int) -> date:
    return last + timedelta(days=1) - relativedelta(months=months)


def days_like(text: str) -> str:
    """Return the ISO days that part of a date names, with `_` for open digits; empty for none.

    `2027`, `jun`, `30 jun`, `june 2027` and `2027-06` name every day that is written with them.
    """
    year = month = day = ""
    for word in folded(text).split():
        if not month and not (word.isdecimal() and word.isascii()):
            month = _month(word)
            if not month:
                return ""
        elif len(word) == 4 and word.isdecimal() and not year:
            year = word
        elif len(word) <= 2 and word.isdecimal():
            number = int(word)
            if year and not month and 1 <= number <= 12:
                month = f"{number:02d}"
            elif not day and (month or not year) and 1 <= number <= 31:
                day = f"{number:02d}"
            else:
                return ""
        else:
            return ""
    if not (year or month or day):
        return ""
    return f"{year or '____'}-{month or '__'}-{day or '__'}"


def _month(word: str) -> str:
    if len(word) < 3:
        return ""
    names = zip(_MONTHS, _FULL_MONTHS, strict=True)
    for number, (short, full) in enumerate(names, 1):
        if word == short or (full.startswith(word) and len(word) > 2):
            return f"{number:02d}"
    return ""

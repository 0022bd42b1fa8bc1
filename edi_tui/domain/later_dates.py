"""Dates that stand in a note and lie after a due date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from edi_tui.domain.date_grammar import dates_inside, parse, plain_date_words
from edi_tui.domain.one_date import read_one
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.words import Precision

_MAYBE = re.compile(
    r"\d[/.-]\d|\b(?:19|20)\d\d\b|\d(?:st|nd|rd|th)?[ -](?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -.]\d",
    re.IGNORECASE,
)
"""What a note with a date in it has; most notes have none, and this is cheap to see."""
_SOON = timedelta(days=183)
"""A day without a year is in the half-year to come, or else it was in the past."""


def later_date(note: str, due_on: date, *, said_on: date) -> tuple[str, date] | None:
    """Return the first words of a note that are a day after the due date, and that day.

    A day in the past of the note tells what has been done, so it does not count. A month or a
    quarter is later where all of it is.

    Args:
        note: What was said.
        due_on: When it is due.
        said_on: The day on which it was said.
    """
    for words in _dates(note):
        start = _start(words, said_on)
        if start and start > due_on and start > said_on:
            return words, start
    return None


# Reports repeat what stood in the one before.
@lru_cache(maxsize=16384)
def _dates(note: str) -> tuple[str, ...]:
    return tuple(dates_inside(plain_date_words(note))) if _MAYBE.search(note) else ()


# The notes of a register name the same few hundred days again and again.
@lru_cache(maxsize=4096)
def _start(words: str, said_on: date) -> date | None:
    """Return the first day of a day, month or quarter; None for other words and whole years."""
    reading = read_one(words, said_on)
    day = reading.due.on if reading else None
    if reading is None or day is None:
        return None
    written = parse(words)
    if written and written.day and written.year is None and day > said_on + _SOON:
        return None
    match reading.due.precision:
        case Precision.DAY:
            return day
        case Precision.MONTH:
            return day.replace(day=1)
        case Precision.QUARTER:
            return Quarter.containing(day).start
    return None

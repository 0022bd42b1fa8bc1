"""Words that are one date and nothing else, read against the calendar."""

from __future__ import annotations

import re
from datetime import date

from edi_tui.domain.date_grammar import Written, parse
from edi_tui.domain.date_reading import (
    DateReading,
    accept,
    ambiguous,
    exact,
    inexact,
    last_day,
    not_read,
    yearless,
)
from edi_tui.domain.date_spans import month_end, read_quarter_end, read_year_end
from edi_tui.domain.due import format_date
from edi_tui.domain.quarter_words import read_financial_year
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.text import quoted
from edi_tui.domain.words import Precision

_PAIR = re.compile(r"(?P<first>\d{1,2}) ?[-/] ?(?P<second>\d{1,2})", re.ASCII)
_DAYS = range(1, 32)
_MONTHS = range(1, 13)
_LEAP_YEAR = 2024


def read_one(words: str, document: date | None, *, ended: bool = False) -> DateReading | None:
    """Read plain words that are one date; nothing where they are not.

    Day before month always; a month, a quarter or a financial year is due on its last day. A
    calendar year, and two figures that may be a day or a year, are left for a person.

    Args:
        words: Words as `plain_date_words` makes them.
        document: Date of the document, from which a missing year is worked out.
        ended: Whether "end of" stood before the words, so that the last day was meant.
    """
    if pair := _PAIR.fullmatch(words):
        return _read_pair(words, pair["first"], pair["second"], document, ended)
    written = parse(words)
    if written and written.day is not None:
        return _read_day(words, written, document)
    return (
        read_quarter_end(words, document, ended=ended)
        or read_year_end(words, document, ended=ended)
        or _read_span(words, written, document, ended)
    )


def _read_pair(
    words: str, first: str, second: str, document: date | None, ended: bool
) -> DateReading | None:
    """Read two numbers, as in 26/27 (years), 14/9 (day and month) or 06/24 (month and year)."""
    start = read_financial_year(words)
    may_be_month = int(first) in _MONTHS and len(second) == 2
    if start is not None and not may_be_month:
        return last_day(words, Quarter(start, 4).end, Precision.YEAR, ended=ended)
    if not may_be_month:
        day, month = int(first), int(second)
        return _read_yearless(words, day, month, document) if month in _MONTHS else None
    years = () if start is None else (Quarter(start, 4).end,)
    coming = _coming(int(second), int(first), document)
    return ambiguous(words, (*years, *coming, month_end(2000 + int(second), int(first))), document)


def _read_span(
    words: str, written: Written | None, document: date | None, ended: bool
) -> DateReading | None:
    match written:
        case Written(month=int(month), number=int(number)):
            return _read_month_number(words, month, number, document, ended)
        case Written(month=int(month), year=int(year)):
            return _read_month(words, month, year, ended)
        case Written(month=int(month)):
            return _read_coming_month(words, month, document)
        case Written(year=int(year)):
            return ambiguous(words, (date(year, 12, 31), date(year + 1, 3, 31)), document)
    return None


def _read_day(words: str, written: Written, document: date | None) -> DateReading:
    day, month, year = written.day or 0, written.month or 0, written.year
    if year is None:
        reading = _read_yearless(words, day, month, document)
    else:
        on = _day(year, month, day)
        reading = exact(on) if on else _impossible(words, day, month, year)
    on = reading.due.on
    if on is None or written.weekday in (None, on.weekday()):
        return reading
    message = f"{format_date(on)} is a {on:%A}, unlike {quoted(words)}. {accept([on])}"
    return not_read("date-ambiguous", message, [on])


def _impossible(words: str, day: int, month: int, year: int) -> DateReading:
    """Offer the month's last day, or day and month swapped where only that is a date."""
    said = f"{quoted(words)} does not exist"
    if month in _MONTHS and day in _DAYS:
        end = month_end(year, month)
        message = f"{said}: the month has {end.day} days. {accept([end])}"
        return not_read("date-impossible", message, [end])
    swapped = _day(year, day, month)
    if swapped:
        message = f"{said} unless day and month are swapped. {accept([swapped])}"
        return not_read("date-impossible", message, [swapped])
    return not_read("date-impossible", f"{said}. {accept([])}")


def _read_yearless(words: str, day: int, month: int, document: date | None) -> DateReading:
    if _day(_LEAP_YEAR, month, day) is None:
        ends = [_coming_end(month, document)] if document and day in _DAYS else []
        message = f"{quoted(words)} does not exist. {accept(ends)}"
        return not_read("date-impossible", message, ends)
    coming = _coming(month, day, document)
    if not coming:
        return yearless(words)
    message = f"{quoted(words)} has no year; {format_date(coming[0])} is the next one."
    return inexact(message, coming[0], Precision.DAY)


def _read_month_number(
    words: str, month: int, number: int, document: date | None, ended: bool
) -> DateReading:
    """Read June 14 as a month of 2014 or a day of June, whichever is likelier first."""
    end = month_end(2000 + number, month)
    if ended:
        return last_day(words, end, Precision.MONTH, ended=True)
    return ambiguous(words, (end, *_coming(month, number, document)), document)


def _read_month(words: str, month: int, year: int, ended: bool) -> DateReading:
    if month not in _MONTHS:
        return not_read("date-impossible", f"{quoted(words)} does not exist. {accept([])}")
    return last_day(words, month_end(year, month), Precision.MONTH, ended=ended)


def _read_coming_month(words: str, month: int, document: date | None) -> DateReading:
    if document is None:
        return yearless(words)
    end = _coming_end(month, document)
    message = f"{quoted(words)} has no year; {format_date(end)} is the end of the next one."
    return inexact(message, end, Precision.MONTH)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _coming_end(month: int, document: date) -> date:
    end = month_end(document.year, month)
    return end if end >= document else month_end(document.year + 1, month)


def _coming(month: int, day: int, document: date | None) -> tuple[date, ...]:
    """Return the next such day on or after the document's date, if there is one."""
    if document is None:
        return ()
    days = (_day(year, month, day) for year in range(document.year, document.year + 9))
    return tuple(coming for coming in days if coming and coming >= document)[:1]

"""Quarters and years, read as due dates."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from edi_tui.domain.date_grammar import GAP, MONTH, QUARTER, YEAR, YEARS, month_number
from edi_tui.domain.date_reading import DateReading, ambiguous, last_day, yearless
from edi_tui.domain.quarter_words import possible_quarters, read_financial_year
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.words import Precision

_FLAGS = re.IGNORECASE | re.ASCII
_ONLY_QUARTER = re.compile(QUARTER, _FLAGS)
_MONTH_OF_YEARS = re.compile(rf"(?P<month>{MONTH}){GAP}(?P<years>{YEARS})", _FLAGS)
_WHOLE_YEARS = re.compile(rf"{YEAR} ?- ?(?P<end>{YEAR})", _FLAGS)
_YEAR_MONTH = re.compile(rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])", _FLAGS)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def read_quarter_end(words: str, document: date | None, *, ended: bool) -> DateReading | None:
    """Read a quarter as its last day; nothing where the words are not one."""
    if _ONLY_QUARTER.fullmatch(words):
        return _read_only_quarter(words, int(words[-1]), document)
    quarters = possible_quarters(words)
    if len(quarters) == 1:
        return last_day(words, quarters[0].end, Precision.QUARTER, ended=ended)
    return ambiguous(words, [each.end for each in quarters], document) if quarters else None


def _read_only_quarter(words: str, number: int, document: date | None) -> DateReading | None:
    """Offer the next end of the quarter, by the financial and by the calendar year."""
    if number > 4:
        return None
    if document is None:
        return yearless(words)
    this = Quarter.containing(document)
    coming = (this, this.next, this.next.next, this.next.next.next)
    ends = {each.number: each.end for each in coming}
    return ambiguous(words, (ends[number], ends[(number - 2) % 4 + 1]), document)


def read_year_end(words: str, document: date | None, *, ended: bool) -> DateReading | None:
    """Read a financial year, or a month of one, as its last day; nothing for other words.

    Two whole years joined by a dash may also be calendar years, and `2011-12` a month in ISO
    form, so these are left for a person.
    """
    if found := _MONTH_OF_YEARS.fullmatch(words):
        return _read_month_of_years(words, found["month"], found["years"], ended)
    start = read_financial_year(words)
    if start is None:
        return None
    day = Quarter(start, 4).end
    if found := _WHOLE_YEARS.fullmatch(words):
        return ambiguous(words, (day, date(int(found["end"]), 12, 31)), document)
    if found := _YEAR_MONTH.fullmatch(words):
        month = month_end(int(found["year"]), int(found["month"]))
        return ambiguous(words, (day, month), document)
    return last_day(words, day, Precision.YEAR, ended=ended)


def _read_month_of_years(words: str, name: str, years: str, ended: bool) -> DateReading | None:
    """Read a month of a financial year: March 2023/24 is March 2024."""
    start, month = read_financial_year(years), month_number(name)
    if start is None:
        return None
    year = start if month >= 4 else start + 1
    return last_day(words, month_end(year, month), Precision.MONTH, ended=ended)

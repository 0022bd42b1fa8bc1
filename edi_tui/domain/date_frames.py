"""One date with words before it, and periods from one date to another."""

from __future__ import annotations

import re
from datetime import date

from edi_tui.domain.date_grammar import MONTH
from edi_tui.domain.date_reading import DateReading, inexact
from edi_tui.domain.due import format_date
from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.one_date import read_one
from edi_tui.domain.text import quoted
from edi_tui.domain.words import Precision

_FLAGS = re.IGNORECASE | re.ASCII
_LONGEST = 120
"""Characters; longer words are prose, in which dates are only looked for."""
_BEFORE = re.compile(
    r"(?:(?:to be (?:completed|delivered|achieved|done|in place) by|complete by|deliver by"
    r"|(?:due|target|completion|delivery|end) date|date|due|deadline|completion|timescale)\b:? ?)?"
    r"(?:(?:by|on|in|during|until|till|up to|(?:no|not) later than)\b ?)?(?:the )?"
    r"(?:(?:quarter|(?:financial )?year) end(?:ed|ing) (?=\d))?"
    r"(?P<end>(?:month )?end(?:ing)?(?: of)?[- ](?:the )?)?(?P<date>.+)",
    _FLAGS,
)
_BETWEEN = re.compile(r"between (?P<start>.+?) and (?P<end>.+)", _FLAGS)
_TO = re.compile(r" ?[-/] ?| (?:to|until|till|through) ", _FLAGS)
_FULL_YEAR = re.compile(r"\d{4}", _FLAGS)
_WITHIN_A_DATE = {"-": re.compile(r"[a-z]|\d{4}", _FLAGS), "/": re.compile(r"[a-z]", _FLAGS)}
"""Marks that also stand within dates, and what the start of a period then has to hold."""
_FROM = re.compile(r"^from ", _FLAGS)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY_TO_DAY = re.compile(rf"{_NTH} ?(?:-|to|and|&) ?(?P<date>{_NTH} ?(?:of )?{MONTH}.*)", _FLAGS)


def read_framed(words: str, document: date | None) -> DateReading | None:
    """Read one date with the words that usually stand before it, as in "by the end of"."""
    if len(words) > _LONGEST:
        return None
    if reading := read_one(words, document):
        return reading
    framed = _BEFORE.fullmatch(words)
    return read_one(framed["date"], document, ended=bool(framed["end"])) if framed else None


def read_period(words: str, document: date | None) -> DateReading | None:
    """Read a period as its end; nothing for other words.

    Two days with a slash between them are no period but a date and its revision.
    """
    if len(words) > _LONGEST:
        return None
    if days := _DAY_TO_DAY.fullmatch(words):
        return _period(words, read_one(days["date"], document))
    if between := _BETWEEN.fullmatch(words):
        return _joined(words, between["start"], between["end"], "to", document)
    bare = _FROM.sub("", words)
    cuts = ((bare[: cut.start()], bare[cut.end() :], cut[0]) for cut in _TO.finditer(bare))
    readings = (_joined(words, start, end, mark, document) for start, end, mark in cuts)
    return next((reading for reading in readings if reading), None)


def _joined(
    words: str, start: str, end: str, mark: str, document: date | None
) -> DateReading | None:
    if mark in _WITHIN_A_DATE and not _WITHIN_A_DATE[mark].search(start):
        return None
    first, last = read_one(start, document), read_framed(end, document)
    if first is None or last is None or _fails(first) or _is_reversed(start, first, end, last):
        return None
    if "/" in mark and {first.due.precision, last.due.precision} == {Precision.DAY}:
        return None
    return _period(words, last)


def _is_reversed(start: str, first: DateReading, end: str, last: DateReading) -> bool:
    """Tell whether a period that names the year of its start would end before it."""
    if start.isdigit() and end.isdigit():
        return end < start
    if first.due.on is None or last.due.on is None or not _FULL_YEAR.search(start):
        return False
    return first.due.on > last.due.on


def _period(words: str, end: DateReading | None) -> DateReading | None:
    if end is None or end.due.on is None:
        return end
    message = f"{quoted(words)} is a period; its end was taken, {format_date(end.due.on)}."
    return inexact(message, end.due.on, end.due.precision)


def _fails(reading: DateReading) -> bool:
    return any(remark.level is FindingLevel.FAIL for remark in reading.remarks)

"""What a sentence says of time: by when, as at when, how often and for how long."""

from __future__ import annotations

import re

from edi_tui.domain.date_grammar import MONTH, YEAR

_FLAGS = re.IGNORECASE
_SHORT_YEAR = r"(?:\d{4}|\d\d) ?[-/–] ?(?:\d{4}|\d\d)(?![\d/])"
_DATED = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{MONTH}\.?,? (?:{_SHORT_YEAR}|{YEAR}\b)"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)\b"
    rf"|Q[1-4] (?:of )?(?:{_SHORT_YEAR}|{YEAR}\b)|{_SHORT_YEAR})"
)
"""A date with its year, in the middle of a sentence."""
_END = r"(?:the )?(?:(?:month[- ])?end(?:[- ]of)?[- ](?:the )?)"
_BEFORE = r"\b(?:by|before|until|till|not? later than|due(?: by| on| in)?|deadline:?) (?:the )?"
_DUE = re.compile(
    rf"{_BEFORE}(?P<by>(?:{_END})?(?:{_DATED}|{YEAR}\b))|\b(?P<end>{_END}{_DATED})", _FLAGS
)
_AS_AT = re.compile(rf"\bas (?:at|of) (?:the )?(?:{_END})?(?:{_DATED}|{YEAR}\b)", _FLAGS)
_ANY = re.compile(rf"(?<!\w)(?:{_DATED}|{YEAR}\b)", _FLAGS)
_DIGITS = re.compile(r"\d\d")
_RECURRING = re.compile(
    r"\b(?:each|every|per) (?:financial )?(?:year|quarter|month|week)\b|\bannual(?:ly)?\b"
    r"|\b(?:quarterly|monthly|weekly|yearly|ongoing|on-going|continuously)\b",
    _FLAGS,
)
_SPAN = re.compile(
    r"\b(?:\d{1,2}|one|two|three|four|five|ten)[- ](?:years?|months?)\b"
    r"|\byears? (?:\d|one|two|three|four|five)\b",
    _FLAGS,
)


def dates_due(text: str) -> tuple[str, ...]:
    """Return the dates by which a sentence says that something is to be, each once.

    A year by itself in prose is none, nor is the date of data.
    """
    if not _DIGITS.search(text):
        return ()
    return tuple(dict.fromkeys(match["by"] or match["end"] for match in _DUE.finditer(text)))


def date_of_data(text: str) -> str:
    """Return the words for the date of data, such as `as at 15 March 2014`, or nothing."""
    return _first(_AS_AT, text)


def recurring(text: str) -> str:
    """Return words for what comes round again, such as `each year`, or nothing."""
    return _first(_RECURRING, text)


def span(text: str) -> str:
    """Return words for how long, without when, such as `four-year` or `year 1`, or nothing."""
    return _first(_SPAN, text)


def without_dates(text: str) -> str:
    """Return the text with spaces in place of its dates and years, every other place kept."""
    if not _DIGITS.search(text):
        return text
    return _ANY.sub(lambda match: " " * len(match[0]), text)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""

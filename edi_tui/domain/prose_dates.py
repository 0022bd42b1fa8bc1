"""What a sentence says of time: by when, as at when, how often and for how long."""

from __future__ import annotations

import re

from edi_tui.domain.date_grammar import MONTH, YEAR

_FLAGS = re.IGNORECASE
_CENTURY = r"(?:19|20)?"
_PAIRS = "|".join(rf"{year:02} ?[-/–] ?{_CENTURY}{(year + 1) % 100:02}" for year in range(100))
_SHORT_YEAR = rf"(?=\d\d(?:\d\d)? ?[-/–]){_CENTURY}(?:{_PAIRS})(?![\d/])(?! ?(?:%|per ?cent))"
"""A financial year: two years, one after the other."""
_ISO = r"(?:19|20)\d\d-\d\d-\d\d\b"
_DATED = (
    rf"(?:{_ISO}|(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{MONTH}\.?,? (?:{_SHORT_YEAR}|{YEAR}\b)"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)\b"
    rf"|q[1-4] (?:of )?(?:{_SHORT_YEAR}|{YEAR}\b)|{_SHORT_YEAR})"
)
"""A date with its year, in the middle of a sentence."""
_END = r"(?:the )?(?:(?:month[- ])?end(?:[- ]of)?[- ](?:the )?)"
_BEFORE = r"\b(?:by|before|until|till|not? later than|due(?: by| on| in)?|deadline:?) (?:the )?"
# Many times as fast in lower case, and where the first letter is told before any word.
_DUE = re.compile(
    rf"(?=[bdemntu])(?:{_BEFORE}(?P<by>(?:{_END})?(?:{_DATED}|{YEAR}\b))|\b(?P<end>{_END}{_DATED}))"
)
_WHEN = (
    *("by", "in", "since", "of", "until", "till", "during", "before", "after", "end", "the"),
    *("year", "spring", "summer", "autumn", "winter", "survey"),
)
_AFTER_WHEN = "|".join(rf"(?<=\b{word} ....)" for word in _WHEN)
_NO_NOUN = (
    r"(?:to|and|or|but|by|in|on|at|of|for|from|with|as|is|are|was|were|will|the|an?|we|it|all|each"
    r"|every|so|that|which|when|than|through|against|per|has|have|had|no|not"
    r"|(?:\w+ ){0,2}(?:survey|census|data|figure|result|report|return|wres|wdes|baseline|target"
    r"|level|value|plan|publication|pay gap)s?)\b"
)
"""What follows a year, and not what is counted."""
_BARE_YEAR = rf"{YEAR}\b(?:{_AFTER_WHEN}|(?! ?%)(?! (?!{_NO_NOUN})[a-z]))"
_ANY = re.compile(rf"(?=[\dadfjmnoqs])(?<![\w£])(?:{_DATED}|{_BARE_YEAR})")
_AS_AT = re.compile(rf"\bas (?:at|of) (?:the )?(?:{_END})?(?:{_DATED}|{YEAR}\b)", _FLAGS)
_DIGITS = re.compile(r"\d\d")
_LEAD = len("1st of september., ")
"""Characters that a date has at most before its first two digits."""
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
    found = (match.span("by" if match["by"] else "end") for match in _DUE.finditer(lowered(text)))
    return tuple(dict.fromkeys(text[start:end] for start, end in found))


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
    digits = _DIGITS.search(text)
    return blanked(text, _ANY, digits.start() - _LEAD) if digits else text


def blanked(text: str, pattern: re.Pattern[str], start: int = 0) -> str:
    """Return the text with spaces in place of what a pattern finds in its lower case.

    Args:
        text: Any text.
        pattern: What is found.
        start: The first place at which it may stand.
    """
    for match in pattern.finditer(lowered(text), start):
        start, end = match.span()
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def lowered(text: str) -> str:
    """Return the text in lower case, every letter in its place."""
    return text.replace("İ", "i").lower()  # the one letter that would become two


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""

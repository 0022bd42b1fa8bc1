"""Quantities that stand in words alone: halve, double, eliminate, a fifth, half of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_MANY = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "": 1}
_END = (
    r"(?=\Z|[.,;:)]| (?:of|by|in|to|and|or|from|until|before|over|within|with|at|more|fewer|less"
    r"|lower|higher|on|for|between|compared|against)\b)"
)
"""What stands after a part where it is no name, as in `a third party`."""
_PART = (
    rf"(?P<many>a|an|one|two|three|four)[ -](?P<part>half|third|quarter|fifth|tenth)s?\b{_END}"
    rf"|(?P<half>(?<!first )(?<!second )(?<!a )\bhalf\b)(?= of | all | the | our )"
    rf"|(?:(?<=\bby )|(?<=\bto )|(?<=\bin )|(?<=\bthan ))(?P<whole_half>half\b){_END}"
)
_CHANGE = (
    r"(?P<halve>halv(?:e|es|ed|ing))\b|(?P<double>doubl(?:e|es|ed|ing))\b(?![- ](?:standard|burden"
    r"|check|count|disadvantage|jeopardy|glaz))"
    r"|(?P<none>eliminat(?:e|es|ed|ing))\b(?=[^.;,]{0,60}\b(?:gaps?|disparit|differen|number|cases"
    r"|ratios?|rates?|vacanc|backlog|incidents|delays?|waits?)\w*)"
)
_WORDS = re.compile(rf"(?=[adeohtf])(?<![\w-])(?:{_CHANGE}|{_PART})")
_MAYBE = re.compile(r"hal[fv]|doubl|elimin|third|quarter|fifth|tenth")
"""What such a sentence has; most have none, and this is cheap to see."""
_AIMED = re.compile(
    r"\b(?:by|to|in|from|than|least|about|around|over|under|above|below|further|only) \Z"
)
"""What stands before a part that is not said to be one of something."""
_BY_PART = re.compile(r"\b(?:by|in) (?:at least |about |around |over |a further )?\Z")


@dataclass(frozen=True, slots=True)
class InWords:
    """A quantity that stands in words, in lower case."""

    start: int
    end: int
    value: Decimal
    """Per cent of a whole; how many times as much where it is halved or doubled."""
    change: bool
    share: bool
    """Whether it is a part of a whole that is to be reached."""


def in_words(low: str) -> Iterator[InWords]:
    """Yield the quantities that a sentence in lower case states in words alone, in order.

    Halving and doubling are changes; to eliminate a gap or a number is to bring it to 0.
    """
    if not _MAYBE.search(low):
        return
    for match in _WORDS.finditer(low):
        start, end = match.span()
        if match["none"]:
            yield InWords(start, end, Decimal(0), change=False, share=False)
        elif match["halve"] or match["double"]:
            times = Decimal("0.5" if match["halve"] else 2)
            yield InWords(start, end, times, change=True, share=False)
        elif low.startswith(" of ", end) or match["half"] or _AIMED.search(low, 0, start):
            share = Decimal(_MANY[match["many"] or ""] * 100) / _PARTS[match["part"] or "half"]
            change = bool(_BY_PART.search(low, 0, start))
            yield InWords(start, end, share, change, share=not change)

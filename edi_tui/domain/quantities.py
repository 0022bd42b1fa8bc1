"""Numbers with their units, as sentences state them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from edi_tui.domain.prose_dates import blanked, lowered, without_dates
from edi_tui.domain.quantity_words import InWords, in_words
from edi_tui.domain.units import Unit, read_unit
from edi_tui.domain.words import Word


class Role(Word):
    """What a number is in its sentence."""

    BASELINE = "baseline", "Baseline"
    TARGET = "target", "Target"
    CHANGE = "change", "Change"


class Quantity(NamedTuple):
    """A number of something."""

    text: str
    """Number and unit in their own words, such as `15%` or `five workshops`."""
    value: Decimal
    unit: Unit | None
    """None where the words name none."""
    noun: str
    """What is counted, up to three words; empty where the unit says it."""
    role: Role
    start: int
    end: int


_WORDS = {
    **{"zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30},
    **{"fifty": 50, "hundred": 100},
}
_MANY = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_NAME = r"[a-z][\w'’-]*"
_JOIN = r"(?:and|or|by|to|in|for|on|at|of|from|with|who|each|every|per)"
_NUMBER = re.compile(
    r"(?=[£\dzotfsenh])(?<![\w.,/-])(?P<money>£ ?)?"
    rf"(?:\d{{1,3}}(?:\.\d+)?[-–](?=\d))?"
    rf"(?P<number>\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)}|(?<=least )one)"
    r"(?: ?(?P<many>k|m|bn|thousand|million|billion)\b)?"
    r"(?: ?(?P<unit>%|percentage points?|percentage-points?|per ?cent(?:age points?)?|pp\b"
    r"|times\b|x\b|×|days\b|calendar days\b|working days\b)"
    r"|(?: in (?P<whole>\d+|two|three|four|five|six|eight|ten)\b(?! years?| months?))"
    r"|(?P<score> out of (?:5|10|ten|five)\b)"
    r"|(?: (?!(?:to|and|or|in|by|of|from|for|at|on|is|with|per|years?|months?|weeks?|quarters?)\b)"
    rf"(?P<noun>{_NAME}(?: (?!{_JOIN}\b){_NAME}){{0,2}})))?"
    r"(?![\w/-])"
)
"""Like the other patterns here for lower case, which is many times as fast."""
_DIGIT = re.compile(r"\d")
_LABELLED = re.compile(
    r"(?=[abcdeghilmopqswy])\b"
    r"(?:bands?|indicators?|metrics?|goals?|outcomes?|domains?|phases?|years?|levels?|actions?"
    r"|sections?|articles?|questions?|objectives?|steps?|stages?|parts?|grades?|wres|wdes|eds|hia"
    r"|covid)[- ]?\d+[a-z]?\b(?!%)(?:(?:,? and |, | or | to | ?[-–&] ?)\d+[a-z]?\b(?! ?%))*"
)
"""Numbers that are names."""
_STEP = re.compile(
    r"[\s,]*(?:in (?:year )?\w+)?[\s,]*(?:and )?(?:then )?(?:rising |up |down |falling )?"
    r"(?:to|->|→|–|-) ?(?:at least |over |about |around )?",
    re.IGNORECASE,
)
"""What stands between a baseline, a milestone and a target."""
_NEXT = re.compile(r"[\s,;]*(?:and )?(?:bands? )?(?:(?!to\b)\w{1,3} )?")
"""What stands between the numbers of a list."""
_BASELINE = re.compile(
    r"(?=[abcfnw])\b(?:baselines?|currently|current|now|from|was|were|at present|against)\b"
    r"[ :(“\"]*(?:(?:of|at|is|was|figure|position|level|value|band|no|more|fewer|less|than) )*"
    r"(?:\d{1,2}[a-d] )?[“\"]?\Z"
)
_MOVE = (
    r"(?:increas\w*|reduc\w*|decreas\w*|rises?|raise\w*|improv\w*|drops?|falls?|lower\w*|cut\w*"
    r"|growth|more|fewer|less|higher|uplift)"
)
_NO_BASELINE = frozenset(
    ("to", "by", "in", "with", "for", "and", "or", "on", "the", "a", "an", "over", "under", "about")
)
"""Words right before a number that no baseline has there, which saves most searches."""
_BY = re.compile(r"\bby (?:at least |about |around |a further )?\Z")
_MAYBE_BY = ("by ", "least ", "about ", "around ", "further ")
_MOVED = re.compile(rf"(?: relative)? {_MOVE}\b")
_LEAD = 40
"""Characters before a number that say what it is."""
_AIMED = re.compile(r"\b(?:to|reach|reaches|reaching|below|above|under|over|least|than) \Z")
"""What stands before a number that needs no unit to be one."""
_LASTS = re.compile(r"[ -](?:years?|months?|weeks?|quarters?)\b")
_RATIO = re.compile(r"\b(?:ratio|likelihood)\b")


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers that a sentence states, in order.

    Dates, years, durations and names such as `band 8a` or `indicator 7` are none. A number
    without a unit of its own has that of the target that it leads to, as in `from 14 to 18%`.
    """
    bare = without_dates(text)
    if _DIGIT.search(bare):
        bare = blanked(bare, _LABELLED)
    low = lowered(bare)
    worded = [_worded(each, low, bare) for each in in_words(low)]
    for each in worded:
        low = low[: each.start] + " " * (each.end - each.start) + low[each.end :]
    found: list[Quantity] = []
    for match in _NUMBER.finditer(low):
        found.append(_quantity(match, found, bare))
        _settle(found, low)
    stated = (each for place, each in enumerate(found) if _is_stated(found, place, low))
    if not worded:
        return tuple(stated)
    return tuple(sorted((*stated, *worded), key=lambda each: each.start))


def _worded(said: InWords, low: str, bare: str) -> Quantity:
    role = Role.CHANGE if said.change else Role.TARGET
    return Quantity(
        text=bare[said.start : said.end],
        value=said.value,
        unit=Unit.PERCENT if said.share else None,
        noun="",
        role=Role.BASELINE if _starts(_lead(low, said.start)) else role,
        start=said.start,
        end=said.end,
    )


def _is_stated(found: Sequence[Quantity], place: int, low: str) -> bool:
    """Tell whether a number has a unit, is aimed at, or begins a way to the next."""
    each = found[place]
    if each.unit:
        return True
    lead = _lead(low, each.start)
    if _AIMED.search(lead):
        return not _LASTS.match(low, each.end)
    starts = _starts(lead) and len(found) > place + 1
    return starts and joined(each, found[place + 1], low)


def _lead(low: str, start: int) -> str:
    return low[max(start - _LEAD, 0) : start]


def _starts(lead: str) -> bool:
    """Tell whether the words before a number make it a baseline."""
    return lead[:-1].rpartition(" ")[2] not in _NO_BASELINE and bool(_BASELINE.search(lead))


def _quantity(match: re.Match[str], before: Sequence[Quantity], bare: str) -> Quantity:
    unit, (start, end) = _unit_of(match), match.span("noun")
    noun = bare[start:end] if start >= 0 else ""
    if unit is None and noun:
        unit = Unit.COUNT
    if unit is None and _RATIO.search(match.string, 0, match.start()):
        unit = Unit.RATIO
    start, end = match.span()
    text, role = bare[start:end].strip(), _role(match, before)
    return Quantity(text, _value(match), unit, noun, role, start, end)


def _value(match: re.Match[str]) -> Decimal:
    number, whole, many = match.group("number", "whole", "many")
    value = _number(number)
    if whole:
        return value / (_number(whole) or 1) * 100
    return value.scaleb(_MANY[many]) if many else value


def _number(words: str) -> Decimal:
    known = 1 if words == "one" else _WORDS.get(words)
    return Decimal(words.replace(",", "") if known is None else known)


def _unit_of(match: re.Match[str]) -> Unit | None:
    money, whole, score, unit = match.group("money", "whole", "score", "unit")
    if money:
        return Unit.MONEY
    if whole:
        return Unit.PERCENT
    if score:
        return Unit.SCORE
    return read_unit(unit.replace("-", " ")) if unit else None


def _role(match: re.Match[str], before: Sequence[Quantity]) -> Role:
    """Return what a number is, as the words around it and the number before show."""
    low, (start, end) = match.string, match.span()
    lead = _lead(low, start)
    if _starts(lead):
        return Role.BASELINE
    by = lead.endswith(_MAYBE_BY) and _BY.search(lead)
    if by or _MOVED.match(low, end) or _MOVED.search(f" {match['noun'] or ''}"):
        return Role.CHANGE
    listed = before and before[-1].role is Role.BASELINE
    return Role.BASELINE if listed and _NEXT.fullmatch(low, before[-1].end, start) else Role.TARGET


def _settle(found: list[Quantity], bare: str) -> None:
    """Make of the last two numbers a baseline and a target where the one leads to the other."""
    if len(found) > 1 and joined(found[-2], found[-1], bare):
        first, last = found[-2:]
        role = Role.BASELINE if len(found) == 2 or first.role is Role.BASELINE else first.role
        bare_unit = first.unit is None or (first.unit is Unit.COUNT and not first.noun)
        found[-2] = _as(role, first, last.unit if bare_unit else first.unit)
        found[-1] = _as(Role.TARGET, last, last.unit or first.unit)


def _as(role: Role, quantity: Quantity, unit: Unit | None) -> Quantity:
    same = quantity.role is role and quantity.unit is unit
    return quantity if same else quantity._replace(role=role, unit=unit)


def joined(first: Quantity, last: Quantity, text: str) -> bool:
    """Tell whether one number leads to the next, as a baseline to its target."""
    return bool(_STEP.fullmatch(text, first.end, last.start))


def targets(text: str, found: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """Yield the numbers to be reached, of each way from number to number the last only."""
    for place, quantity in enumerate(found):
        following = found[place + 1 : place + 2]
        leads_on = bool(following) and joined(quantity, following[0], text)
        if quantity.role is not Role.BASELINE and not leads_on:
            yield quantity

"""Numbers with their units, as sentences state them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest
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
_LABEL = len("objectives ")
"""Characters that such a name has at most before its first digit."""
_STEP = re.compile(
    r"[\s,]*(?:in (?:year )?\w+)?[\s,]*(?:and )?(?:then )?(?:rising |up |down |falling )?"
    r"(?:to|->|→|–|-) ?(?:at least |over |about |around )?",
    re.IGNORECASE,
)
"""What stands between a baseline, a milestone and a target."""
_MAYBE_STEP = (
    "o",
    "O",
    "o ",
    "O ",
    ">",
    "> ",
    "→",
    "→ ",
    "–",
    "– ",
    "-",
    "- ",
    "t ",
    "T ",
    "r ",
    "R ",
    "d ",
    "D ",
)
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
_SURE_BASELINE = (" from ", " now ", " currently ", " was ", " were ", " against ", " baseline ")
"""What makes a baseline of the number right after it, and is quick to see."""
_MAYBE_BASELINE = (
    *("baseline", "baselines", "currently", "current", "now", "from", "was", "were", "present"),
    *("against", "of", "at", "is", "figure", "position", "level", "value", "band", "no", "more"),
    *("fewer", "less", "than", "a", "b", "c", "d"),
)
"""What the words before a number end with where it is a baseline, which saves most searches."""
_BY = re.compile(r"\bby (?:at least |about |around |a further )?\Z")
_MAYBE_BY = ("by ", "least ", "about ", "around ", "further ")
_MOVED = re.compile(rf"(?: relative)? {_MOVE}\b")
_MAYBE_MOVED = frozenset(
    (
        *("rel", "inc", "red", "dec", "ris", "rai", "imp", "dro", "fal", "low", "cut", "gro"),
        *("mor", "few", "les", "hig", "upl"),
    )
)
"""The first letters of the words of a change."""
_LEAD = 40
"""Characters before a number that say what it is."""
_AIMED = re.compile(r"\b(?:to|reach|reaches|reaching|below|above|under|over|least|than) \Z")
"""What stands before a number that needs no unit to be one."""
_MAYBE_AIMED = ("to ", "ch ", "es ", "ng ", "low ", "ove ", "der ", "ver ", "ast ", "han ")
_LASTS = re.compile(r"[ -](?:years?|months?|weeks?|quarters?)\b")
_RATIO = re.compile(r"\b(?:ratio|likelihood)\b")


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers that a sentence states, in order.

    Dates, years, durations and names such as `band 8a` or `indicator 7` are none. A number
    without a unit of its own has that of the target that it leads to, as in `from 14 to 18%`.
    """
    low = lowered(text)
    if digit := _DIGIT.search(low):
        low = blanked(without_dates(low), _LABELLED, digit.start() - _LABEL)
    worded = [_worded(each, low, text) for each in in_words(low)]
    for each in worded:
        low = low[: each.start] + " " * (each.end - each.start) + low[each.end :]
    found: list[Quantity] = []
    for match in _NUMBER.finditer(low):
        if found and _leads_on(low, found[-1].end, match.start()):
            last = _quantity(match, Role.TARGET, text)
            found[-1], last = _settled(found[-1], last, alone=len(found) == 1)
        else:
            last = _quantity(match, _role(match, found), text)
        found.append(last)
    stated = [
        each
        for place, each in enumerate(found)
        if each.unit or _is_stated(each, found[place + 1 : place + 2], low)
    ]
    if worded:
        stated = sorted((*stated, *worded), key=lambda each: each.start)
    return tuple(stated)


def _worded(said: InWords, low: str, text: str) -> Quantity:
    role = Role.CHANGE if said.change else Role.TARGET
    return Quantity(
        text=text[said.start : said.end],
        value=said.value,
        unit=Unit.PERCENT if said.share else None,
        noun="",
        role=Role.BASELINE if _starts(_lead(low, said.start)) else role,
        start=said.start,
        end=said.end,
    )


def _is_stated(each: Quantity, following: Sequence[Quantity], low: str) -> bool:
    """Tell whether a number without a unit is aimed at, or begins a way to the next."""
    lead = _lead(low, each.start)
    if lead.endswith(_MAYBE_AIMED) and _AIMED.search(lead):
        return not _LASTS.match(low, each.end)
    return bool(following) and _starts(lead) and joined(each, following[0], low)


def _lead(low: str, start: int) -> str:
    return low[max(start - _LEAD, 0) : start]


def _starts(lead: str) -> bool:
    """Tell whether the words before a number make it a baseline."""
    if lead.endswith(_SURE_BASELINE):
        return True
    return lead.rstrip(' :(“"').endswith(_MAYBE_BASELINE) and bool(_BASELINE.search(lead))


def _quantity(match: re.Match[str], role: Role, text: str) -> Quantity:
    start, end = match.span()
    money, number, many, unit, whole, score, noun = match.groups()
    value = _number(number)
    if whole:
        value = value / (_number(whole) or 1) * 100
    elif many:
        value = value.scaleb(_MANY[many])
    said = _unit(money, whole, score, unit)
    if said is None:
        said = Unit.COUNT if noun else _ratio(match.string, start)
    counted = text[slice(*match.span("noun"))] if noun else ""
    return Quantity(text[start:end].strip(), value, said, counted, role, start, end)


# The same few numbers stand in most sentences.
@lru_cache(maxsize=4096)
def _number(words: str) -> Decimal:
    known = 1 if words == "one" else _WORDS.get(words)
    return Decimal(words.replace(",", "") if known is None else known)


def _unit(money: str | None, whole: str | None, score: str | None, unit: str | None) -> Unit | None:
    if money:
        return Unit.MONEY
    if whole:
        return Unit.PERCENT
    if score:
        return Unit.SCORE
    return read_unit(unit.replace("-", " ")) if unit else None


def _ratio(low: str, start: int) -> Unit | None:
    """Return the unit of a number that only the words before it tell to be a ratio."""
    maybe = "ratio" in low or "likelihood" in low
    return Unit.RATIO if maybe and _RATIO.search(low, 0, start) else None


def _role(match: re.Match[str], before: Sequence[Quantity]) -> Role:
    """Return what a number is, as the words around it and the number before show."""
    low, noun, (start, end) = match.string, match["noun"], match.span()
    lead = _lead(low, start)
    if _starts(lead):
        return Role.BASELINE
    by = lead.endswith(_MAYBE_BY) and _BY.search(lead)
    moved = low[end + 1 : end + 4] in _MAYBE_MOVED and _MOVED.match(low, end)
    if by or moved or (noun and _MOVED.search(f" {noun}")):
        return Role.CHANGE
    listed = before and before[-1].role is Role.BASELINE
    return Role.BASELINE if listed and _NEXT.fullmatch(low, before[-1].end, start) else Role.TARGET


def _settled(first: Quantity, last: Quantity, *, alone: bool) -> tuple[Quantity, Quantity]:
    """Make a baseline and a target of two numbers of which the one leads to the other.

    Args:
        first: The one before.
        last: The one after, a target.
        alone: Whether no other number stands before them.
    """
    role = Role.BASELINE if alone else first.role
    bare_unit = first.unit is None or (first.unit is Unit.COUNT and not first.noun)
    return (
        _as(role, first, last.unit if bare_unit else first.unit),
        _as(Role.TARGET, last, last.unit or first.unit),
    )


def _as(role: Role, quantity: Quantity, unit: Unit | None) -> Quantity:
    same = quantity.role is role and quantity.unit is unit
    return quantity if same else quantity._replace(role=role, unit=unit)


def joined(first: Quantity, last: Quantity, text: str) -> bool:
    """Tell whether one number leads to the next, as a baseline to its target."""
    return _leads_on(text, first.end, last.start)


def _leads_on(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return between.endswith(_MAYBE_STEP) and _STEP.fullmatch(between) is not None


def targets(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the numbers to be reached, of each way from number to number the last only."""
    for each, following in zip_longest(found, found[1:]):
        if each.role is not Role.BASELINE and not (following and joined(each, following, text)):
            yield each

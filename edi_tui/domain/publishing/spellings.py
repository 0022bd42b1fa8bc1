"""How the name of a person is found in a text, however it is typed there.

It is found by the family name with something that makes it this person's: a title before it, the
first name or its initial, on either side. A family name alone may be any word (Black, Young,
Price), so that it counts in `Shah's` only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edi_tui.domain.publishing.letters import HYPHENS, pattern_of, squeezed_forms
from edi_tui.domain.publishing.people import is_office

_OF_OFFICE = ("rev", "reverend", "rabbi", "imam", "councillor", "cllr", "prof", "professor")
_OF_RANK = ("sir", "dame", "lady", "lord", "baroness", "baron")
_TITLES = ("dr", "doctor", "mr", "mrs", "ms", "miss", "mx", *_OF_OFFICE, *_OF_RANK)
_TITLE = rf"(?:\b(?:{'|'.join(_TITLES)})(?:\.\s*|\s+))"
_OF_EUROPE = ("van", "von", "der", "den", "ter", "de", "da", "di", "du", "del", "dos", "la", "le")
_PARTICLES = frozenset((*_OF_EUROPE, "bin", "ibn", "al", "el", "st", "ap", "ab"))
"""Words that belong to the family name behind them."""
_GAP = r"[\s._]+"
_CAPITAL = r"(?-i:(?![a-z]))"
"""What is before a letter that is not small."""
_LETTER = rf"{_CAPITAL}[^\W\d_]"
_INITIALS = rf"(?:{_LETTER}\.?\s*){{0,3}}"
_ANOTHER = rf"(?:{_LETTER}[\w'-]+\s+)?"
"""One more name, of which the register need not know."""
_WITHIN = r"(?<=[\w,;:(/&]\s)"
"""What is before a word that no sentence begins with."""
_WORDS_TOO = frozenset("ai")
"""Initials that are words where a sentence begins: A Young person."""
_SOMEBODY_S = r"(?='s?(?![^\W_]))"


def spellings(name: str) -> Iterator[str]:
    """Yield patterns of a name, as it stands where no letter is before or behind it.

    `Dr Priya Shah OBE` is found as `Priya Shah`, `Priya K. Shah`, `Shah, Priya`, `Dr Shah`,
    `P Shah` and `P. K. Shah` too, with whatever apostrophes, hyphens, accents and spaces.
    """
    for words in _forms(name):
        yield _GAP.join(map(pattern_of, words))
        if not _is_title(words[0]):
            yield from _of_person(words)


def alone(name: str) -> Iterator[str]:
    """Yield patterns of a family name as in `Shah's`, unless it is that of an office too."""
    for words in _forms(name):
        if not is_office(words[-1]):
            yield f"{_family(words, _CAPITAL)}{_SOMEBODY_S}"


def of_another(name: str) -> Iterator[str]:
    """Yield patterns of somebody else of that family within a sentence: `with Ada Shah's`."""
    for words in _forms(name):
        yield rf"{_WITHIN}{_LETTER}[\w'.-]*\s+{_family(words)}{_SOMEBODY_S}"


def family_forms(name: str) -> set[str]:
    """Return letters of which a squeezed text has to hold some for the name to be in it.

    A name of one word has none: it could not be told from any other word.
    """
    return {form for words in _forms(name) for form in squeezed_forms(words[-1])}


def _of_person(words: Sequence[str]) -> Iterator[str]:
    """Yield patterns of a first name, perhaps more names, and a family name."""
    first, family, titles = words[0].rstrip("."), _family(words), f"{_TITLE}*"
    given, initial = pattern_of(first), pattern_of(first[:1])
    more = "|".join([*map(pattern_of, words[1:-1]), r"\w"])
    if len(first) > 1:
        yield rf"{titles}{given}{_GAP}(?:(?:{more}){_GAP}){{0,3}}{_ANOTHER}{family}"
        yield rf"{titles}{family}(?:,\s*|\s+){titles}{given}(?:\s+(?:{more})\b\.?)*"
    yield rf"{titles}{initial}\.\s*{_INITIALS}{family}"
    yield rf"{_TITLE}+(?:{initial}\.?\s*{_INITIALS})?(?:(?:{more}){_GAP})*{family}"
    yield rf"{titles}{family},\s*{titles}{initial}\.(?:\s*{_LETTER}\b\.?)*"
    lone, family = f"{_CAPITAL}{initial}", _family(words, _CAPITAL)
    before = _WITHIN if first[:1].casefold() in _WORDS_TOO else ""
    yield rf"{titles}{before}{lone}(?:\s*{_LETTER}\.?){{0,2}}\s+{family}"
    if not before:
        yield rf"{titles}{family},\s*{titles}{lone}"


def _family(words: Sequence[str], begins: str = "") -> str:
    """Return a pattern of a family name, with the small words before it or without them."""
    before: list[str] = []
    for word in reversed(words[1:-1]):
        if word.casefold() not in _PARTICLES:
            break
        before.insert(0, pattern_of(word) + r"\s+")
    return f"(?:{''.join(before)})?{begins}{pattern_of(words[-1])}"


def _forms(name: str) -> Iterator[Sequence[str]]:
    """Yield the words of a name as it is kept, then with less and less around the name itself."""
    before, _, behind = name.partition(",")
    said = [name, before if len(before.split()) > 1 else f"{behind.partition(',')[0]} {before}"]
    for words in (one.replace(",", " ").split() for one in said):
        while len(words) > 1:
            yield tuple(words)
            yield from ((*words[:-1], half) for half in _halves(words[-1]))
            if _is_title(words[0]):
                del words[0]
            elif _is_honour(words[-1]):
                del words[-1]
            else:
                break


def _halves(family: str) -> list[str]:
    """Return the names that make up a double one, by either of which people go."""
    found = re.split(f"[{HYPHENS}]", family)
    return found if len(found) > 1 and min(map(len, found)) > 1 else []


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in _TITLES


def _is_honour(word: str) -> bool:
    """Tell whether a word has the capitals of an honour or a degree: `OBE`, `PhD`."""
    return sum(map(str.isupper, word)) > 1

"""Letters as they may be typed: with or without accents, apostrophes and hyphens."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from unicodedata import normalize

APOSTROPHES = "'\u2019\u2018\u02bc`"
HYPHENS = "-\u2010\u2011\u2012\u2013\u2014"
"""Signs that stand for each other, as word processors put them in; the plain one first."""
_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
"""Accents set apart from their letters, and signs that no reader sees."""
_UNSEEN_SIGN = re.compile(f"[{_UNSEEN}]+")
_NO_LETTERS = re.compile(r"[\W_]+")
_NO_ACCENT: Mapping[str, str] = MappingProxyType(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i"}
    | {"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
)
"""Letters that are typed as others though they are none with an accent."""
_SPELT_OUT: Mapping[str, str] = MappingProxyType(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
)
"""Letters that are also typed as two."""
_SIGNS = re.compile(r"[aou]e|aa|.", re.IGNORECASE | re.DOTALL)
"""A sign of a word, or two letters that may stand for one: `Mueller` is `Müller` to others."""
_MOST_FORMS = 16
"""Most ways of typing a word that are told apart; they double with each letter spelt out."""


def without_accents(text: str) -> tuple[str, Sequence[int]]:
    """Return a text with plain letters, capitals as they are, and where each sign of it came from.

    At the end of the places stands the length of the text.
    """
    if text.isascii():
        return text, range(len(text) + 1)
    signs = [(plain, place) for place, sign in enumerate(text) for plain in _plain(sign)]
    return "".join(plain for plain, _ in signs), [*(place for _, place in signs), len(text)]


def replaced(text: str, names: re.Pattern[str], instead: Callable[[re.Match[str]], str]) -> str:
    """Return a text with something instead of all that a pattern finds in its plain letters.

    Args:
        text: The text.
        names: The pattern.
        instead: What stands instead of a match; nothing where it stays.
    """
    plain, places = without_accents(text)
    told, done = "", 0
    for match in names.finditer(plain):
        if found := instead(match):
            told += text[done : places[match.start()]] + found
            done = places[match.end()]
    return told + text[done:]


def squeezed(text: str) -> str:
    """Return nothing but the letters and digits of a text, small and without accents."""
    return _NO_LETTERS.sub("", without_accents(text)[0].lower())


def squeezed_forms(word: str) -> set[str]:
    """Return how a word may stand in a squeezed text: of `Müller`, `muller` and `mueller`.

    Of a word with many ways of typing it, these are how it may begin.
    """
    composed = normalize("NFC", word).lower()
    forms = {""}
    for found in _SIGNS.finditer(composed):
        forms = {form + one for form in forms for one in _typed(found[0])}
        if len(forms) > _MOST_FORMS:
            break
    return {squeezed(form) for form in forms} - {""}


def pattern_of(word: str) -> str:
    """Return a pattern of a word, for a search in plain letters that takes no heed of capitals.

    Letters with an accent may be spelt out, and two that spell one out may be that one.
    """
    return "".join(_sign(found[0]) for found in _SIGNS.finditer(normalize("NFC", word)))


def _typed(signs: str) -> tuple[str, ...]:
    """Return how a letter, or two that spell one out, may be typed in plain letters."""
    if len(signs) > 1:
        return signs, signs[0]
    spelt_out = _SPELT_OUT.get(signs.lower())
    return (_plain(signs), spelt_out) if spelt_out else (_plain(signs),)


def _sign(signs: str) -> str:
    plain, *others = _typed(signs)
    if plain in ("'", "-"):
        return rf"[\s{plain}]{{0,3}}"
    return f"(?:{'|'.join([plain, *others])})" if others else re.escape(plain)


@cache
def _plain(sign: str) -> str:
    """Return a sign without accents; nothing of one that no reader sees."""
    if sign.isascii():
        return "'" if sign in APOSTROPHES else sign
    if _UNSEEN_SIGN.fullmatch(sign):
        return ""
    for signs in (APOSTROPHES, HYPHENS):
        if sign in signs:
            return signs[0]
    if plain := _NO_ACCENT.get(sign.lower()):
        return plain if sign.islower() else plain.capitalize()
    return _UNSEEN_SIGN.sub("", normalize("NFD", sign))

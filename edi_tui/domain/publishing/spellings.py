"""How the name of a person is found in a text, however it is typed there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

_OF_OFFICE = ("rev", "reverend", "rabbi", "imam", "councillor", "cllr", "prof", "professor")
_OF_RANK = ("sir", "dame", "lady", "lord", "baroness", "baron")
_TITLES = ("dr", "doctor", "mr", "mrs", "ms", "miss", "mx", *_OF_OFFICE, *_OF_RANK)
_TITLED = rf"(?:{'|'.join(_TITLES)})\.?\s+"
_APOSTROPHES = "'\u2019\u2018\u02bc`"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014-"
"""Signs that stand for each other, as word processors put them in; the plain hyphen last."""
_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
"""Accents set apart from their letters, and signs that no reader sees."""
_UNSEEN_SIGN = re.compile(f"[{_UNSEEN}]")


def _accented() -> dict[str, str]:
    """Return the Latin letters with an accent by the letter that they are without it."""
    found: dict[str, str] = {"i": "ı"}
    for code in range(0xC0, 0x250):
        letter = normalize("NFD", chr(code))[0]
        if letter.isascii():
            found[letter.lower()] = found.get(letter.lower(), "") + chr(code)
    return found


_ACCENTED = _accented()


def folded_words(text: str) -> set[str]:
    """Return the words of a text without accents, in small letters."""
    if not text.isascii():
        text = _UNSEEN_SIGN.sub("", normalize("NFD", text.casefold())).replace("ı", "i")
    return set(re.findall(r"\w+", text.casefold()))


def family_words(name: str) -> set[str]:
    """Return words of which a text has to hold one for the name to be in it.

    A name of one word has none: it could not be told from any other word.
    """
    return {max(folded_words(words[-1]), key=len, default="") for words in _forms(name)} - {""}


def spellings(name: str) -> Iterator[str]:
    """Yield patterns of a name.

    `Dr Priya Shah OBE` is found as `Priya Shah`, `Shah, Priya`, `Dr Shah` and `P. Shah` too, with
    whatever apostrophes, hyphens, accents and spaces.
    """
    for words in _forms(name):
        yield r"\s+(?:\w\.?\s+)?".join(map(_word, words))
        if not _is_title(words[0]):
            yield from _shorter(*words)


def _shorter(first: str, *others: str) -> Iterator[str]:
    """Yield a name the other way round, without the middle, with a title, with an initial."""
    family = _word(others[-1])
    yield rf"{family},\s*" + r"\s+".join(map(_word, (first, *others[:-1])))
    yield rf"{_word(first)}\s+{family}"
    initial = _sign(first[0])
    yield rf"(?:{_TITLED}(?:{initial}\.?\s*)?|{initial}\.\s*){family}"


def _forms(name: str) -> Iterator[Sequence[str]]:
    """Yield the words of a name as it is kept, then with less and less around the name itself."""
    before, _, behind = name.partition(",")
    said = [name, before if len(before.split()) > 1 else f"{behind.partition(',')[0]} {before}"]
    for words in (one.replace(",", " ").split() for one in said):
        while len(words) > 1:
            yield tuple(words)
            if _is_title(words[0]):
                del words[0]
            elif _is_honour(words[-1]):
                del words[-1]
            else:
                break


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in _TITLES


def _is_honour(word: str) -> bool:
    """Tell whether a word has the capitals of an honour or a degree: `OBE`, `PhD`."""
    return sum(map(str.isupper, word)) > 1


def _word(word: str) -> str:
    return "".join(map(_sign, word))


def _sign(sign: str) -> str:
    """Return a pattern of a sign with what stands for it, and with what may hide behind it."""
    for signs in (_APOSTROPHES, _HYPHENS):
        if sign in signs:
            return f"[{signs}]"
    letter = "i" if sign == "ı" else normalize("NFD", sign)[0].lower()
    alike = f"[{letter}{_ACCENTED[letter]}]" if letter in _ACCENTED else re.escape(sign)
    return f"{alike}[{_UNSEEN}]*"

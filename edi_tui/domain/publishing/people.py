"""The people in the words for who holds a seat or chairs a network."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BETWEEN = re.compile(
    r"\s*(?:[;&/|:()\[\]\n]|(?<=\s)[-–—](?=\s)|\band\b|\bwith\b)\s*", re.IGNORECASE
)
_COMMA = re.compile(r"\s*,\s*")
_OFFICE = re.compile(
    r"\b(?:(?:co|deputy|vice)[- ]?)?(?:chair|lead|head|officer|manager|director|network|member)"
    r"(?:s|man|men|woman|women|person|people)?\b"
    r"|\b(?:acting|deputy|vice|interim|joint|elected|staff|vacant|vacancy|tbc|tba|nobody|none)\b"
    r"|\b(?:to be|not yet) (?:confirmed|appointed|agreed|elected)\b",
    re.IGNORECASE,
)
_FIRST_AND_LAST = 2


def people_in(words: str) -> Iterator[str]:
    """Yield the names of people in words such as `Co-chairs: Ada Person and Bo Person (interim)`.

    What is left of an office, such as `of Nursing`, is no name: it begins with a small letter.
    """
    for piece in _BETWEEN.split(words):
        yield from _named(piece)
        if piece.count(",") > 1 or len(piece.partition(",")[0].split()) > 1:
            for part in _COMMA.split(piece):
                yield from _named(part)


def is_office(word: str) -> bool:
    """Tell whether a word names an office, whoever else may be called so: `Head`."""
    return bool(_OFFICE.fullmatch(word))


def _named(piece: str) -> Iterator[str]:
    name = " ".join(_OFFICE.sub(" ", piece).split()).strip(" ,-–—")
    whole = name == " ".join(piece.split())
    if len(name.split()) > 1 and (whole or not name[0].islower()):
        yield name
    elif name and not name.islower() and len(piece.split()) == _FIRST_AND_LAST:
        yield " ".join(piece.split())  # one word may be an office and a family name: Ada Head

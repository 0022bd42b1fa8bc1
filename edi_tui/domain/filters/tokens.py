"""Cutting a filter into words, terms, tags, joints and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What a piece of a filter is."""

    WORDS = "words"
    TERM = "term"
    TAG = "tag"
    NAMED = "named"
    NOT = "not"
    OR = "or"
    AND = "and"
    OPEN = "("
    CLOSE = ")"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a filter, and where it stands in it."""

    sign: Sign
    text: str
    """The words, the value, the name, or the tag without its plus."""
    start: int
    end: int
    field: str = ""
    """Of a term, as it was typed."""


_PIECE = re.compile(
    r"""
    (?P<open>\() | (?P<close>\))
    | \+(?P<tag>[^\W\d_][\w-]*+)(?![^\s()])
    | @(?P<view>\w[\w.-]*+)(?![^\s()])
    | (?:(?P<field>[^\W\d][\w.-]*+):(?!//))?
      (?: "(?P<quoted>[^"]*+)"? | (?P<bare>[^\s()"][^\s()]*+)? )
    """,
    re.VERBOSE,
)
_JOINTS = {"not": Sign.NOT, "or": Sign.OR, "and": Sign.AND}


def tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of a filter in order; a quotation mark left open ends with the text."""
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _PIECE.match(text, place)
        assert found is not None
        yield _token(found)
        place = max(found.end(), place + 1)


def left_open(text: str) -> bool:
    """Tell whether a filter opens more brackets than it closes, as one that is half typed does."""
    signs = [token.sign for token in tokens(text)]
    return signs.count(Sign.OPEN) > signs.count(Sign.CLOSE)


def _token(found: re.Match[str]) -> Token:
    start, end = found.span()
    for sign, group in ((Sign.OPEN, "open"), (Sign.CLOSE, "close")):
        if found[group]:
            return Token(sign, found[group], start, end)
    if found["tag"]:
        return Token(Sign.TAG, found["tag"], start, end)
    if found["view"]:
        return Token(Sign.NAMED, found["view"], start, end)
    value = found["bare"] if found["quoted"] is None else found["quoted"]
    if found["field"]:
        return Token(Sign.TERM, value or "", start, end, found["field"])
    joint = _JOINTS.get((found["bare"] or "").lower())
    return Token(joint or Sign.WORDS, value or "", start, end)

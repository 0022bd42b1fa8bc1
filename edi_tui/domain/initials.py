"""Whom initials and misspelled names may mean; never decided, only offered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from edi_tui.domain.text import folded

_SMALL = frozenset({"of", "and", "the", "for", "to", "in"})
_MOST = 3
"""How many are offered."""


def likely(words: str, names: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return the references whose names words may stand for, each with why, likeliest first.

    Args:
        words: Initials or a name.
        names: The words that each reference goes by, such as role and holder.
    """
    found: dict[str, str] = {}
    letters = re.sub(r"[^A-Za-z]", "", words).upper()
    for ref, known in names.items():
        if len(letters) > 1 and any(letters in _initials(name) for name in known):
            found[ref] = "the same initials"
    spelled = {folded(name): ref for ref, known in names.items() for name in known if name}
    for name in get_close_matches(folded(words), spelled, n=_MOST, cutoff=0.6):
        found.setdefault(spelled[name], "much the same name")
    return list(found.items())[:_MOST]


def _initials(name: str) -> set[str]:
    """Return the initials of a name or role, with and without its small words."""
    words = re.findall(r"[A-Za-z]+", name)
    every = "".join(word[0] for word in words).upper()
    main = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return {every, main}

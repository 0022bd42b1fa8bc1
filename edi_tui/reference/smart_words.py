"""The word lists of the rules, read from the file beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from edi_tui.domain.rules.word_lists import WordLists, word_lists


@cache
def smart_words() -> WordLists:
    """Return the word lists shipped with the program."""
    text = (files("edi_tui.reference") / "smart_words.toml").read_text(encoding="utf-8")
    return word_lists(tomllib.loads(text))

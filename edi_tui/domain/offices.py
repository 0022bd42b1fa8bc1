"""Offices as they are compared."""

from __future__ import annotations

from edi_tui.domain.text import folded


def same_office(one: str, other: str) -> bool:
    """Tell whether two names are of one office; `the chair` and `Chair` are.

    No name at all is no office.
    """
    name = _office(one)
    return bool(name) and name == _office(other)


def _office(words: str) -> str:
    return folded(words).removeprefix("the ")

"""Captions of tables that are alike, each named after what it belongs to."""

from __future__ import annotations

from itertools import count

from edi_tui.domain.text import one_line
from edi_tui.exports.paper import shown


def caption(what: str, name: str, taken: set[str]) -> str:
    """Return what a table shows and what it belongs to, as no other table of the paper is called.

    Args:
        what: What it shows, such as “Controls of”.
        name: What it belongs to, which is never cut.
        taken: The captions of the paper's tables so far; the new one is added.
    """
    said = one_line(shown(f"{what} {name}"))
    numbered = (f"{said} {number}" if number > 1 else said for number in count(1))
    found = next(one for one in numbered if one.casefold() not in taken)
    taken.add(found.casefold())
    return found

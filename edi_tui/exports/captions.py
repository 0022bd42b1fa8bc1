"""Captions of tables that are alike, each named after what it belongs to."""

from __future__ import annotations

from itertools import count

from edi_tui.domain.text import shortened

_LONGEST = 31
"""Most characters in the name of a spreadsheet's sheet, as UTF-16 counts them."""
_TAMED = str.maketrans({"'": "’", **dict.fromkeys("[]:*?/\\", " ")})
"""What the name of a sheet may not hold, and what stands in its place."""


def caption(what: str, name: str, taken: set[str]) -> str:
    """Return what a table shows and what it belongs to, as no other table of the paper is called.

    Args:
        what: What it shows, such as “Controls of”.
        name: What it belongs to; cut where the name of a sheet has no room for it.
        taken: The names of the paper's tables so far; the new one is added.
    """
    said = f"{what} {name.translate(_TAMED)}"
    numbered = (_numbered(said, number) for number in count(1))
    found = next(one for one in numbered if table_name(one).casefold() not in taken)
    taken.add(table_name(found).casefold())
    return found


def table_name(caption: str) -> str:
    """Return the name of a table, which has neither spaces nor marks."""
    return "".join(char if f"_{char}".isidentifier() else "_" for char in caption)


def _numbered(text: str, number: int) -> str:
    ending = f" {number}" if number > 1 else ""
    room = _LONGEST - len(ending)
    cut = (shortened(text, length) for length in range(room, 0, -1))
    return next(one for one in cut if _units(one) <= room) + ending


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

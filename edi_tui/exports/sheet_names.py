"""Names of a workbook's sheets and tables, which have little room."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import count

from edi_tui.domain.text import shortened

_LONGEST = 31
"""Most characters in the name of a sheet, as UTF-16 counts them."""
_TAMED = str.maketrans({"'": "’", **dict.fromkeys("[]:*?/\\", " ")})
"""What the name of a sheet may not hold, and what stands in its place."""
_KEPT = ("history",)
"""What Excel keeps for itself."""


def sheet_names(titles: Iterable[str], taken: Collection[str]) -> list[str]:
    """Return a name for each title: its beginning where it is long, numbered where that is taken.

    Args:
        titles: What stands at the top of each sheet, whole.
        taken: What other sheets and tables of the workbook are called.
    """
    held = {*map(_key, taken), *_KEPT}
    names = []
    for title in titles:
        numbered = (_numbered(title.translate(_TAMED), number) for number in count(1))
        name = next(one for one in numbered if _key(one) not in held)
        held.add(_key(name))
        names.append(name)
    return names


def table_name(name: str) -> str:
    """Return the name of a sheet's table, which has neither spaces nor marks."""
    return "".join(char if f"_{char}".isidentifier() else "_" for char in name)


def _key(name: str) -> str:
    return table_name(name).casefold()


def _numbered(text: str, number: int) -> str:
    ending = f" {number}" if number > 1 else ""
    room = _LONGEST - len(ending)
    cut = (shortened(text, length) for length in range(room, 0, -1))
    return next(one for one in cut if _units(one) <= room) + ending


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

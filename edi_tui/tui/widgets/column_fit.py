"""Sharing the width of a table out among its columns."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from edi_tui.domain.column import Column

GAP = 2
"""Blank characters after each column."""
_ROOMY = 34
_COMFORTABLE = 23
_NAMES = 16
_LEAST = 8
"""Characters that a column of prose has before more columns are shown, should have where it holds
titles, should have where it holds names, always gets."""

_TITLES = ("title", "text", "name")
_KEPT = ("ref", "status", "state", "code", "matter", "at")
_LATE = ("due", "latest", "target")
"""Columns that every list keeps, and those that go only when all others have gone."""


def fitted(wanted: Sequence[Column], more: Sequence[Column], room: int) -> list[tuple[Column, int]]:
    """Return the columns that fit into the room, with their widths.

    Args:
        wanted: The columns; those of width 0 share what the others leave over.
        more: Columns for a table with room to spare.
        room: Characters.
    """
    shown = list(wanted)
    titled = any(column.name in _TITLES for column in wanted)
    comfortable = _COMFORTABLE if titled else _NAMES
    for column in _spare(wanted):
        if _needed(shown, comfortable) <= room:
            break
        shown.remove(column)
    for column in more if len(shown) == len(wanted) else ():
        if _needed([*shown, column], _ROOMY) <= room:
            shown.append(column)
    prose = sum(not column.width for column in shown)
    rest = room - sum(column.width + GAP for column in shown)
    share = max(rest // prose, _LEAST) if prose else 0
    return [(column, column.width or share) for column in shown]


def cut(text: Text, width: int, *, right: bool = False) -> Text:
    """Return a text cut to a width, so that the gap after it stays blank."""
    line = text.copy()
    line.truncate(width, overflow="ellipsis")
    if right:
        line.pad_left(width - line.cell_len)
    return line


def _spare(wanted: Sequence[Column]) -> list[Column]:
    """Return the columns that a narrow screen does without: the last first, the date after all."""
    sized = [column for column in reversed(wanted) if column.width]
    others = [column for column in sized if column.name not in _KEPT + _LATE]
    return others + [column for column in sized if column.name in _LATE]


def _needed(shown: Sequence[Column], prose: int) -> int:
    return sum((column.width or prose) + GAP for column in shown)

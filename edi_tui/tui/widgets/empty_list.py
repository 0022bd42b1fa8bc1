"""What stands in a list that has nothing in it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from edi_tui.tui.text import passage

_MARGIN = 2
"""Characters that stay free on either side."""


def empty_list(words: str, room: Size, console: Console, style: Style) -> Sequence[Strip]:
    """Return the lines of a list's window with words in the middle of them.

    Args:
        words: What to say, in a sentence or two.
        room: The width in characters and the height in lines.
        console: What breaks the words into lines.
        style: How the words and the room around them look.
    """
    width = max(room.width - 2 * _MARGIN, 1)
    said = passage(words).wrap(console, width, justify="center", no_wrap=False)
    above = max((room.height - len(said)) // 2, 0)
    strips = [Strip.blank(room.width, style)] * room.height
    for place, line in enumerate(said[: room.height], above):
        segments = Segment.apply_style(line.render(console, end=""), style)
        left = Strip.blank((room.width - line.cell_len) // 2, style)
        strips[place] = Strip.join([left, Strip(segments)]).adjust_cell_length(room.width, style)
    return strips

"""The one gate between the words of a register and the screen.

Widgets take strings as markup, so that `[draft]` would vanish and `[/x]` end the program, and
pass control characters on to the terminal. Whatever people wrote reaches a widget only from here.
"""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from edi_tui.domain.text import one_line, visible


def plain(text: str, style: str = "") -> Content:
    """Return words for labels, buttons, titles and tooltips."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def cell(text: str, style: str = "") -> Text:
    """Return words for one cell of a table, on one line."""
    return Text(one_line(text), style, no_wrap=True)


def passage(text: str, style: str = "") -> Text:
    """Return words of several lines for the detail of a record."""
    return Text(visible(text), style, overflow="fold")

"""The keys on the rows of a table."""

from __future__ import annotations

from edi_tui.tui.keys.entry import Menu, key

MOVES = [
    key("r", "reload", "Reload", "Read the register again", menu=Menu.REGISTER),
    key("j", "down", "Down", "Move the cursor down"),
    key("k", "up", "Up", "Move the cursor up"),
    key("g,home", "top", "Top", "Move to the first row"),
    key("G,end", "bottom", "Bottom", "Move to the last row"),
]

TABLE = [
    key(
        "enter",
        "select_cursor",
        "Open",
        "Read the record under the cursor",
        footer=True,
        name="open",
    ),
    key("up", "cursor_up", "Row up", "Move up a row", name="row-up"),
    key("down", "cursor_down", "Row down", "Move down a row", name="row-down"),
    key("pageup", "page_up", "Page up", "Move up a window", name="page-up"),
    key("pagedown", "page_down", "Page down", "Move down a window", name="page-down"),
]

MARKING = [
    key(
        "space",
        "mark",
        "Mark",
        "Mark the record, or unmark it, and go to the next",
        footer=True,
        menu=Menu.RECORD,
    ),
    key("v", "range", "Range", "Begin a range of marks here, or end it", menu=Menu.RECORD),
    key("asterisk", "mark_all", "Mark all", "Mark all that is listed, or none", menu=Menu.RECORD),
]

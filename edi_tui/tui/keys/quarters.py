"""The keys among quarters."""

from __future__ import annotations

from dataclasses import replace

from edi_tui.tui.keys.entry import Menu, key
from edi_tui.tui.keys.lists import OTHER_LISTS
from edi_tui.tui.keys.register import EXPORT, UNDO
from edi_tui.tui.keys.rows import MOVES

QUARTERS = [
    key(
        "c",
        "close_quarter",
        "Close",
        "Freeze a quarter that has ended, or issue it again",
        footer=True,
        menu=Menu.REGISTER,
    ),
    key(
        "w",
        "changes",
        "Changes",
        "Show what changed since a closed quarter, or its paper again",
        footer=True,
        menu=Menu.VIEW,
    ),
    key(
        "f",
        "audience",
        "For whom",
        "Show the paper as the committee, the board or the public reads it",
        footer=True,
        menu=Menu.VIEW,
    ),
    key(
        "o",
        "shape",
        "Other paper",
        "Show the quarter as another paper, such as the cover sheet",
        menu=Menu.VIEW,
    ),
    replace(EXPORT, show=True),
    key(
        "p",
        "publish",
        "Publish",
        "Make the pages for all staff and the public",
        footer=True,
        menu=Menu.REGISTER,
    ),
    key(
        "v",
        "verify",
        "Verify",
        "Say whether the file of a paper is what its closed quarter gives",
        menu=Menu.REGISTER,
    ),
    *UNDO,
    *MOVES,
    key("escape", "clear", "Back", "Go back to the list of quarters", name="quarters-back"),
    *OTHER_LISTS,
]

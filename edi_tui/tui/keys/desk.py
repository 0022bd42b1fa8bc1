"""The keys at the Desk, where what imports left open is settled."""

from __future__ import annotations

from dataclasses import replace

from edi_tui.tui.keys.entry import Menu, key
from edi_tui.tui.keys.register import IMPORT, UNDO
from edi_tui.tui.keys.rows import MOVES

DESK = [
    key(
        "y",
        "accept",
        "Accept",
        "Accept the proposal that is chosen",
        footer=True,
        menu=Menu.RECORD,
    ),
    key(
        "left",
        "proposal(-1)",
        "Proposal before",
        "Choose the proposal before this one",
        name="proposal-before",
    ),
    key(
        "right",
        "proposal(1)",
        "Other",
        "Choose the next proposal",
        footer=True,
        menu=Menu.VIEW,
        name="proposal-next",
    ),
    key(
        "A",
        "accept_all",
        "Accept all",
        "Accept the first proposal of everything like this",
        footer=True,
        menu=Menu.RECORD,
    ),
    key("e", "correct", "Correct", "Give the right words", footer=True, menu=Menu.RECORD),
    key(
        "t",
        "keep",
        "Keep as text",
        "Keep the words as they stand",
        footer=True,
        menu=Menu.RECORD,
    ),
    key(
        "d",
        "leave_out",
        "Leave out",
        "Leave it out; the import keeps it",
        footer=True,
        menu=Menu.RECORD,
    ),
    key("escape", "back", "Today", "Go back to Today", name="desk-back"),
    replace(IMPORT, show=False),
    *UNDO,
    *MOVES,
]

CHOOSE = [
    key(
        "enter",
        "choose",
        "Choose",
        "Take what the cursor is on",
        footer=True,
        name="take-word",
        priority=True,
    ),
    key("escape", "cancel", "Back", "Go back without choosing", footer=True, name="no-word"),
]

ACCEPT_ALL = [
    key(
        "y,ctrl+s",
        "confirm",
        "Accept",
        "Accept what is listed, as one step",
        footer=True,
        name="accept-listed",
    ),
    key("escape", "cancel", "Back", "Accept nothing", footer=True, name="accept-none"),
]

"""Every key of the program, in one table.

Keys, bottom line, menus, palette, help and the guide's page of keys are read from it. A key is
added by one line in the list of the place where it works.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from edi_tui.tui.key_entry import Menu, Where, key


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places, as its key, its tab and the palette show it."""

    name: str
    key: str
    title: str


PLACES = (
    Place("today", "1", "Today"),
    Place("objectives", "2", "Objectives"),
    Place("actions", "3", "Actions"),
    Place("measures", "4", "Measures"),
    Place("networks", "5", "Networks"),
    Place("evidence", "6", "Evidence"),
    Place("board", "7", "Board"),
)

_GO = [
    key(
        place.key,
        f"go('{place.name}')",
        place.title,
        f"Go to {place.title}",
        menu=Menu.GO,
        name=f"go-{place.name}",
    )
    for place in PLACES
]

_MENUS = [
    key(
        menu.key,
        f"menu('{menu.name}')",
        f"{menu.title} menu",
        f"Open the menu {menu.title}",
        name=f"menu-{menu.name.lower()}",
    )
    for menu in Menu
]

# Over a form too, which asks first where something was typed.
_QUIT = key(
    "ctrl+q",
    "quit",
    "Quit",
    "Leave the program",
    footer=True,
    menu=Menu.REGISTER,
    priority=True,
)

APP = [
    *_GO,
    key(
        "ctrl+p",
        "command_palette",
        "Find",
        "Find any command or record by name",
        footer=True,
        menu=Menu.GO,
        name="find",
    ),
    key("f1", "help", "Help", "Read the guide", footer=True, menu=Menu.HELP),
    key("question_mark", "keys", "Keys", "Say what the keys do here", menu=Menu.HELP),
    key(
        "f9",
        "theme",
        "Theme",
        "Choose the colours: light, dark or those of the terminal",
        menu=Menu.VIEW,
    ),
    key("f10", "menu", "Menu", "Open the menus", footer=True),
    *_MENUS,
    _QUIT,
]

_WAIVE = key(
    "w",
    "waive",
    "Set aside",
    "Set a rule aside for the record, with a reason",
    menu=Menu.RECORD,
)

_UNDO = [
    key(
        "ctrl+z",
        "undo",
        "Undo",
        "Take back what you did last, step by step",
        footer=True,
        menu=Menu.REGISTER,
    ),
    key("ctrl+y", "redo", "Redo", "Do again what you undid last", menu=Menu.REGISTER),
    key(
        "h",
        "history",
        "History",
        "Show who changed what, and from what to what",
        menu=Menu.RECORD,
    ),
    key("b", "bin", "Bin", "Show what was withdrawn, and bring it back", menu=Menu.REGISTER),
]

_EXPORT = key("x", "export", "Export", "Write the status paper of a quarter", menu=Menu.REGISTER)

_MOVES = [
    key("r", "reload", "Reload", "Read the register again", menu=Menu.REGISTER),
    key("j", "down", "Down", "Move the cursor down"),
    key("k", "up", "Up", "Move the cursor up"),
    key("g,home", "top", "Top", "Move to the first row"),
    key("G,end", "bottom", "Bottom", "Move to the last row"),
    *_UNDO,
]

LIST = [
    key("n", "new", "New", "Write a new record of the kind listed", footer=True, menu=Menu.RECORD),
    key("e", "edit", "Edit", "Change the record under the cursor", footer=True, menu=Menu.RECORD),
    key(
        "u",
        "update",
        "Update",
        "Say how it is going: progress, a reading or an engagement",
        footer=True,
        menu=Menu.RECORD,
    ),
    key(
        "a",
        "attach",
        "Attach",
        "Attach evidence to the record under the cursor",
        footer=True,
        menu=Menu.RECORD,
    ),
    _WAIVE,
    key(
        "d",
        "withdraw",
        "Withdraw",
        "Take the record out of the lists, with a reason",
        menu=Menu.RECORD,
    ),
    key(
        "slash",
        "filter",
        "Filter",
        "Show only what matches words or field:value",
        footer=True,
        menu=Menu.VIEW,
    ),
    key("escape", "clear", "Show all", "Clear the filter, or go back to the list", menu=Menu.VIEW),
    key(
        "left_square_bracket",
        "list(-1)",
        "List before",
        "Show the list before this one",
        menu=Menu.VIEW,
        name="list-before",
    ),
    key(
        "right_square_bracket",
        "list(1)",
        "Next list",
        "Show the next list of this place",
        menu=Menu.VIEW,
        name="list-next",
    ),
    _EXPORT,
    *_MOVES,
]

OBJECTIVES = [
    key(
        "y",
        "agree",
        "Agree",
        "Agree the objective; what it lacks is shown",
        footer=True,
        menu=Menu.RECORD,
    ),
    key(
        "o",
        "make_objective",
        "Make objective",
        "Make an objective of the commitment under the cursor",
        footer=True,
        menu=Menu.RECORD,
    ),
    key(
        "p",
        "park",
        "Park",
        "Put the commitment aside, with a reason",
        footer=True,
        menu=Menu.RECORD,
    ),
]

MEASURES = [
    key(
        "t",
        "trajectory",
        "What if",
        "Work out what recruitment the goal needs, at other turnovers and dates",
        footer=True,
        menu=Menu.RECORD,
    ),
]

BOARD = [
    key(
        "H",
        "handover",
        "Hand over",
        "Hand over all that the member under the cursor answers for",
        footer=True,
        menu=Menu.RECORD,
    ),
]

TABLE = [
    key(
        "enter",
        "select_cursor",
        "Open",
        "Read the record under the cursor",
        footer=True,
        name="open",
    )
]

TODAY = [replace(_EXPORT, show=True), *_MOVES]

FORM = [
    key("ctrl+s,f2", "save", "Save", "Store what is in the form", footer=True),
    key("escape", "cancel", "Cancel", "Leave without storing anything", footer=True),
]

_CLOSE = key("escape", "close", "Close", "Go back to the list", footer=True)

WHAT_IF = [_CLOSE]

HISTORY = [
    key("escape,h", "close", "Close", "Go back", footer=True, name="history-close"),
]

BIN = [
    # The list would take the key for itself and not show it.
    key(
        "enter",
        "read",
        "History",
        "Show what the record said and when",
        footer=True,
        name="bin-history",
        priority=True,
    ),
    key("r", "restore", "Restore", "Bring the record back into the lists", footer=True),
    key("escape,b", "close", "Close", "Go back to the list", footer=True, name="bin-close"),
]

THEME = [
    # As above.
    key("enter", "choose", "Choose", "Keep the colours that are shown", footer=True, priority=True),
    _CLOSE,
]

MISSING = [
    # The list would take the key for itself and not show it.
    key(
        "enter", "mend", "Mend", "Open the record where this is mended", footer=True, priority=True
    ),
    replace(_WAIVE, show=True),
    _CLOSE,
]

GUIDE = [
    # The list of pages would take these two for itself.
    key(
        "pagedown,space",
        "turn(1)",
        "Read on",
        "Read on in the page",
        footer=True,
        name="read-on",
        priority=True,
    ),
    key(
        "pageup,backspace",
        "turn(-1)",
        "Read back",
        "Go back in the page",
        name="read-back",
        priority=True,
    ),
    key("escape,f1,q", "close", "Close", "Close the guide", footer=True, name="guide-close"),
]

MENU = [
    # The list of entries would take these two for itself.
    key(
        "left",
        "aside(-1)",
        "Menu before",
        "Open the menu to the left",
        name="menu-left",
        priority=True,
    ),
    key(
        "right",
        "aside(1)",
        "Next menu",
        "Open the menu to the right",
        name="menu-right",
        priority=True,
    ),
    key("escape,f10", "dismiss", "Close", "Close the menu", footer=True, name="menu-close"),
]

_ON_A_LIST = [*TABLE, *LIST]

WHERE = (
    Where("Everywhere", APP),
    Where("In a list", _ON_A_LIST, beside=APP),
    Where("Among objectives and commitments", OBJECTIVES, beside=[*_ON_A_LIST, *APP]),
    Where("Among measures", MEASURES, beside=[*_ON_A_LIST, *APP]),
    Where("On the board", BOARD, beside=[*_ON_A_LIST, *APP]),
    Where("Today", TODAY, beside=[*TABLE, *APP]),
    Where("In a form", FORM, beside=[_QUIT], typing=True),
    Where("Where an objective cannot be agreed yet", MISSING, beside=[_QUIT]),
    Where("In “what if”", WHAT_IF, beside=[_QUIT], typing=True),
    Where("Where a theme is chosen", THEME, beside=[_QUIT]),
    Where("In a history", HISTORY, beside=[_QUIT]),
    Where("In the bin", BIN, beside=[_QUIT]),
    Where("In a menu", MENU, beside=[_QUIT]),
    Where("In the guide", GUIDE, beside=[_QUIT]),
)
"""Every place that keys work in, in the order in which they are explained."""

BY_ID = {entry.id: entry for where in WHERE for entry in where.keys if entry.id}
"""The entries by the identifier that settings name them by."""

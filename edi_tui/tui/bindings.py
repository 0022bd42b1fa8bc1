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
    brief: str = ""
    """The title where there is little room; the same one without it."""


PLACES = (
    Place("today", "1", "Today"),
    Place("objectives", "2", "Objectives"),
    Place("actions", "3", "Actions"),
    Place("measures", "4", "Measures"),
    Place("networks", "5", "Networks"),
    Place("evidence", "6", "Evidence"),
    Place("board", "7", "Board"),
    Place("quarters", "8", "Quarters", "Qtrs"),
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
    key(
        "escape",
        "clear",
        "Show all",
        "Unmark, clear the filter, or go back to the list",
        menu=Menu.VIEW,
    ),
    key("V", "save_view", "Save view", "Keep the filter under a name", menu=Menu.VIEW),
    key("s", "sort", "Sort", "Sort by the next column, after the last as entered", menu=Menu.VIEW),
    key("S", "reverse", "Turn round", "Sort the other way round", menu=Menu.VIEW),
    key("c", "copy", "Copy", "Copy the record, or the marked ones", menu=Menu.RECORD),
    key("C", "copy_part", "Copy detail", "Copy what the detail shows", menu=Menu.RECORD),
    key(
        "left,less_than_sign",
        "part(-1)",
        "Part before",
        "Show the part of the record before this one",
        menu=Menu.VIEW,
        name="part-before",
    ),
    key(
        "right,greater_than_sign",
        "part(1)",
        "Next part",
        "Show the next part of the record",
        menu=Menu.VIEW,
        name="part-next",
    ),
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
    *_UNDO,
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

FILTER = [
    key("tab", "accept", "Take", "Take the proposal", name="filter-take"),
    key(
        "down",
        "propose(1)",
        "Next proposal",
        "Go to the next proposal, or to the list",
        name="filter-next",
    ),
    key(
        "up",
        "propose(-1)",
        "Proposal before",
        "Go to the proposal before",
        name="filter-before",
    ),
]

_DESK = key(
    "D",
    "desk",
    "Desk",
    "Settle what imports left open",
    footer=True,
    menu=Menu.GO,
)
_IMPORT = key(
    "i",
    "import",
    "Import",
    "Bring a plan or list in from a file",
    footer=True,
    menu=Menu.REGISTER,
)

TODAY = [_DESK, _IMPORT, replace(_EXPORT, show=True), *_UNDO, *_MOVES]

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
    replace(_IMPORT, show=False),
    *_UNDO,
    *_MOVES,
]

QUARTERS = [
    replace(_EXPORT, show=True),
    *_UNDO,
    *_MOVES,
    key("escape", "clear", "Back", "Go back to the list of quarters", name="quarters-back"),
    *(entry for entry in LIST if entry.id in ("list-before", "list-next")),
]

FORM = [
    key("ctrl+s,f2", "save", "Save", "Store what is in the form", footer=True),
    key("escape", "cancel", "Cancel", "Leave without storing anything", footer=True),
]

_FIELDS = [
    key("enter", "next_field", "Next", "Go on to the next field; save at the last", name="next"),
    key(
        "f4",
        "choose",
        "Choose",
        "Choose from a list, a calendar or a folder",
        footer=True,
        name="choices",
    ),
]

FIELDS = [
    *FORM,
    *_FIELDS,
    key("f1", "about_field", "About", "What belongs in this field, with an example", footer=True),
]

LINE = [
    key("ctrl+z", "undo", "Undo typing", "Take back what you typed in the field", name="untype"),
    key(
        "ctrl+y,ctrl+shift+z",
        "redo",
        "Redo typing",
        "Type again in the field what you took back",
        name="retype",
    ),
]

CHOICE = [key("space,down,up", "show_overlay", "Show all", "Show all words to choose from")]

DATE = [
    key("up", "step(1, 0)", "Day later", "Go a day on", name="day-later"),
    key("down", "step(-1, 0)", "Day earlier", "Go a day back", name="day-earlier"),
    key("ctrl+up,pageup", "step(0, 1)", "Month later", "Go a month on", name="month-later"),
    key(
        "ctrl+down,pagedown",
        "step(0, -1)",
        "Month earlier",
        "Go a month back",
        name="month-earlier",
    ),
]

REFERENCE = [
    key("down", "move(1)", "Next choice", "Go to the next choice below", name="choice-next"),
    key("up", "move(-1)", "Choice before", "Go to the choice above", name="choice-before"),
    key("tab", "take", "Take", "Take the choice under the cursor and go on", name="choice"),
    key("escape", "close", "Close", "Close the choices", footer=True, name="choices-close"),
]

_CLOSE = key("escape", "close", "Close", "Go back to the list", footer=True)

WHAT_IF = [_CLOSE, *_FIELDS]

ABOUT = [
    key("escape,f1,enter", "close", "Close", "Go back to the form", footer=True, name="about-close")
]

CALENDAR = [
    key("enter,space", "take", "Take", "Take the day under the cursor", footer=True, name="day"),
    key("t", "today", "Today", "Go to today", footer=True),
    key("left", "move(-1, 0)", "Day before", "Go a day back", name="day-before"),
    key("right", "move(1, 0)", "Next day", "Go a day on", name="day-next"),
    key("up", "move(-7, 0)", "Week before", "Go a week back", name="week-before"),
    key("down", "move(7, 0)", "Next week", "Go a week on", name="week-next"),
    key("pageup", "move(0, -1)", "Month before", "Go a month back", name="month-before"),
    key("pagedown", "move(0, 1)", "Next month", "Go a month on", footer=True, name="month-next"),
    key("ctrl+pageup", "move(0, -12)", "Year before", "Go a year back", name="year-before"),
    key("ctrl+pagedown", "move(0, 12)", "Next year", "Go a year on", name="year-next"),
    key("escape", "cancel", "Cancel", "Leave the date as it is", footer=True, name="no-day"),
]

FILES = [
    key("enter", "take", "Take", "Take the file or open the folder", footer=True, name="file"),
    key("up", "move(-1)", "File before", "Go to the file before", name="file-before"),
    key("down", "move(1)", "Next file", "Go to the next file", name="file-next"),
    key("escape", "cancel", "Cancel", "Choose no file", footer=True, name="no-file"),
]

CONFLICT = [
    *(entry for entry in FORM if entry.action == "save"),
    key("left,right,space", "switch", "Switch", "Take the other side in this field", footer=True),
    key(
        "m", "take_all('mine')", "All mine", "Take your words everywhere", footer=True, name="mine"
    ),
    key(
        "t",
        "take_all('theirs')",
        "All theirs",
        "Take all their words",
        footer=True,
        name="theirs",
    ),
    key("up,k", "move(-1)", "Field before", "Go to the field before", name="field-before"),
    key("down,j", "move(1)", "Next field", "Go to the next field", name="field-next"),
    key("escape", "cancel", "Back", "Go back to the form", footer=True, name="conflict-close"),
]

LEFT_DRAFT = [
    key("c", "go_on", "Continue", "Go on writing where you stopped", footer=True),
    key("x", "throw_away", "Throw away", "Throw away what you wrote", footer=True),
    key("escape", "later", "Later", "Ask again at the next start", footer=True),
]

FIELD_CHOICE = [_CLOSE]

PREVIEW = [
    # The list would take the key for itself and not show it.
    key(
        "enter,ctrl+s",
        "confirm",
        "Do it",
        "Do what is listed, as one step",
        footer=True,
        priority=True,
    ),
    key("escape", "cancel", "Back", "Go back without doing anything", footer=True, name="back"),
]

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

CHOOSE = [
    # As above.
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
        "y,ctrl+s", "confirm", "Accept", "Accept what is listed, as one step", name="accept-listed"
    ),
    key("escape", "cancel", "Back", "Accept nothing", footer=True, name="accept-none"),
]

COLUMNS = [
    key("ctrl+s,f2", "preview", "Preview", "See what the import would do", footer=True),
    key("escape", "cancel", "Back", "Choose another file", footer=True, name="columns-back"),
]

SUMMARY = [
    key(
        "y,ctrl+s",
        "confirm",
        "Go on",
        "Import what is listed, or go to the Desk",
        footer=True,
        name="import-on",
    ),
    key(
        "escape", "cancel", "Back", "Go back, or close the report", footer=True, name="import-back"
    ),
]

WORKING = [key("escape", "stop", "Stop", "Stop it; nothing of it is stored", footer=True)]

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

_ON_A_LIST = [*TABLE, *MARKING, *LIST]

WHERE = (
    Where("Everywhere", APP),
    Where("In a list", _ON_A_LIST, beside=APP),
    Where("In a filter", FILTER, beside=APP, typing=True),
    Where("Among objectives and commitments", OBJECTIVES, beside=[*_ON_A_LIST, *APP]),
    Where("Among measures", MEASURES, beside=[*_ON_A_LIST, *APP]),
    Where("Among board members", BOARD, beside=[*_ON_A_LIST, *APP]),
    Where("Today", TODAY, beside=[*TABLE, *APP]),
    Where("At the Desk", DESK, beside=[*TABLE, *APP]),
    Where("Where a word is chosen", CHOOSE, beside=[_QUIT]),
    Where("Before many proposals are accepted", ACCEPT_ALL, beside=[_QUIT]),
    Where("Among the columns of a file", COLUMNS, beside=[_QUIT]),
    Where("In the preview and report of an import", SUMMARY, beside=[_QUIT]),
    Where("While a file is imported", WORKING, beside=[_QUIT]),
    Where("Among quarters", QUARTERS, beside=[*TABLE, *APP]),
    Where("In a form", FIELDS, beside=[_QUIT], typing=True),
    Where("In a line of a form", LINE, beside=[*FIELDS, _QUIT], typing=True),
    Where("In a choice", CHOICE, beside=[*FIELDS, _QUIT]),
    Where("In a date", DATE, beside=[*LINE, *FIELDS, _QUIT], typing=True),
    Where("In a reference to other records", REFERENCE, beside=[_QUIT], typing=True),
    Where("In the help on a field", ABOUT, beside=[_QUIT]),
    Where("In a calendar", CALENDAR, beside=[_QUIT]),
    Where("Where a file is chosen", FILES, beside=[_QUIT], typing=True),
    Where("Where two people changed a record", CONFLICT, beside=[_QUIT]),
    Where("Where a draft is offered again", LEFT_DRAFT, beside=[_QUIT]),
    Where("Where an objective cannot be agreed yet", MISSING, beside=[_QUIT]),
    Where("Where a field of many records is chosen", FIELD_CHOICE, beside=[_QUIT]),
    Where("Before many records are changed", PREVIEW, beside=[_QUIT]),
    Where("In “what if”", WHAT_IF, beside=[_QUIT], typing=True),
    Where("In the history", HISTORY, beside=[_QUIT]),
    Where("In the bin", BIN, beside=[_QUIT]),
    Where("Where a theme is chosen", THEME, beside=[_QUIT]),
    Where("In a menu", MENU, beside=[_QUIT]),
    Where("In the guide", GUIDE, beside=[_QUIT]),
)
"""Every place that keys work in, in the order in which they are explained."""

BY_ID = {entry.id: entry for where in WHERE for entry in where.keys if entry.id}
"""The entries by the identifier that settings name them by."""

"""The keys in the lists of records."""

from __future__ import annotations

from edi_tui.tui.keys.entry import Menu, key
from edi_tui.tui.keys.register import EXPORT, UNDO
from edi_tui.tui.keys.rows import MOVES

WAIVE = key(
    "w",
    "waive",
    "Set aside",
    "Set a rule aside for the record, with a reason",
    menu=Menu.RECORD,
)

OTHER_LISTS = [
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
    WAIVE,
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
    *OTHER_LISTS,
    *UNDO,
    EXPORT,
    *MOVES,
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

FILTER_LINE = [
    key(
        "enter",
        "submit",
        "To the list",
        "Keep the filter and go to the list",
        footer=True,
        name="filter-keep",
    ),
]

FILTER = [
    key("tab", "accept", "Take", "Take the proposal", footer=True, name="filter-take"),
    key(
        "escape",
        "clear",
        "Show all",
        "Clear the filter and go to the list",
        footer=True,
        name="filter-clear",
    ),
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

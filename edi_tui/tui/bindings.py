"""Every key of the program, in one table: footer, help and palette are read from it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from textual.binding import Binding


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


def key(keys: str, action: str, label: str, tooltip: str, *, footer: bool = False) -> Binding:
    """Declare a key; its identifier is its action, so that a key map can replace it."""
    return Binding(keys, action, label, id=action, tooltip=tooltip, show=footer)


GO = [
    key(place.key, f"go('{place.name}')", place.title, f"Go to {place.title}") for place in PLACES
]

APP = [
    *GO,
    key("f1,question_mark", "help", "Help", "What the keys do here", footer=True),
    key("ctrl+p", "command_palette", "Find", "Find any command or record by name", footer=True),
    # Over a form too, which asks first where something was typed.
    dataclasses.replace(
        key("ctrl+q", "quit", "Quit", "Leave the program", footer=True), priority=True
    ),
]

WAIVE = key("w", "waive", "Set aside", "Set a rule aside for the record, with a reason")

LIST = [
    key("n", "new", "New", "Write a new record of the kind listed", footer=True),
    key("e", "edit", "Edit", "Change the record under the cursor", footer=True),
    key(
        "u",
        "update",
        "Update",
        "Say how it is going: progress, a reading or an engagement",
        footer=True,
    ),
    key("a", "attach", "Attach", "Attach evidence to the record under the cursor", footer=True),
    WAIVE,
    key("d", "withdraw", "Withdraw", "Take the record out of the lists, with a reason"),
    key("slash", "filter", "Filter", "Show only what matches words or field:value", footer=True),
    key("escape", "clear", "Show all", "Clear the filter, or go back to the list"),
    key("left_square_bracket", "list(-1)", "List before", "Show the list before this one"),
    key("right_square_bracket", "list(1)", "Next list", "Show the next list of this place"),
    key("x", "export", "Export", "Write the status paper of a quarter"),
    key("r", "reload", "Reload", "Read the register again"),
    key("j", "down", "Down", "Move the cursor down"),
    key("k", "up", "Up", "Move the cursor up"),
    key("g,home", "top", "Top", "Move to the first row"),
    key("G,end", "bottom", "Bottom", "Move to the last row"),
]

OBJECTIVES = [
    key("y", "agree", "Agree", "Agree the objective; what it lacks is shown", footer=True),
    key(
        "o",
        "make_objective",
        "Make objective",
        "Make an objective of the commitment under the cursor",
        footer=True,
    ),
    key("p", "park", "Park", "Put the commitment aside, with a reason", footer=True),
]

MEASURES = [
    key(
        "t",
        "trajectory",
        "What if",
        "Work out what recruitment the goal needs, at other turnovers and dates",
        footer=True,
    ),
]

TABLE = [key("enter", "select_cursor", "Open", "Read the record under the cursor", footer=True)]

_ANYWHERE = ("reload", "down", "up", "top", "bottom")

TODAY = [
    key("x", "export", "Export", "Write the status paper of a quarter", footer=True),
    *(binding for binding in LIST if binding.action in _ANYWHERE),
]

QUARTERS = [
    *TODAY,
    key("escape", "clear", "Back", "Go back to the list of quarters"),
    key("left_square_bracket", "list(-1)", "Count before", "Count the objectives or the actions"),
    key("right_square_bracket", "list(1)", "Next count", "Count the objectives or the actions"),
]

FORM = [
    key("ctrl+s,f2", "save", "Save", "Store what is in the form", footer=True),
    key("escape", "cancel", "Cancel", "Leave without storing anything", footer=True),
]

_CLOSE = key("escape", "close", "Close", "Go back to the list", footer=True)

WHAT_IF = [_CLOSE]

MISSING = [
    # The list would take the key for itself and not show it.
    dataclasses.replace(
        key("enter", "mend", "Mend", "Open the record where this is mended", footer=True),
        priority=True,
    ),
    dataclasses.replace(WAIVE, show=True),
    _CLOSE,
]

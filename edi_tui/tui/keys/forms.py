"""The keys in a form and its fields."""

from __future__ import annotations

from dataclasses import replace

from edi_tui.tui.keys.entry import Key, key

SAVE = key("ctrl+s,f2", "save", "Save", "Save, or do what the button of the form says", footer=True)

FORM = [
    SAVE,
    key("escape", "cancel", "Cancel", "Leave without storing anything", footer=True),
]

AMONG_FIELDS = [
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
    *AMONG_FIELDS,
    key("f1", "about_field", "About", "What belongs in this field, with an example", footer=True),
]


def fields_with(verb: str) -> list[Key]:
    """Return the keys of a form whose ctrl+s does something else than save a record.

    Args:
        verb: What that is, in a word.
    """
    done = replace(SAVE, description=verb)
    return [done if one is SAVE else one for one in FIELDS]


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

PROSE = [
    key(
        "tab",
        "leave",
        "Next",
        "Go on to the next field; enter begins a new line",
        footer=True,
        name="next-from-lines",
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

REFERENCE = [
    key("down", "move(1)", "Next choice", "Go to the next choice below", name="choice-next"),
    key("up", "move(-1)", "Choice before", "Go to the choice above", name="choice-before"),
    key("tab", "take", "Take", "Take the choice under the cursor and go on", name="choice"),
    key("escape", "close", "Close", "Close the choices", footer=True, name="choices-close"),
]

ABOUT = [
    key("escape,f1,enter", "close", "Close", "Go back to the form", footer=True, name="about-close")
]

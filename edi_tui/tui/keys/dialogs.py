"""The keys in the windows that open over a place."""

from __future__ import annotations

from dataclasses import replace

from edi_tui.tui.keys.entry import key
from edi_tui.tui.keys.forms import AMONG_FIELDS, SAVE
from edi_tui.tui.keys.lists import WAIVE

CLOSE = key("escape", "close", "Close", "Go back to the list", footer=True)

# People type ahead of the first screen: what throws words away is no letter.
LEFT_DRAFT = [
    key("c", "go_on", "Continue", "Go on writing where you stopped", footer=True),
    key("delete", "throw_away", "Throw away", "Throw away what you wrote", footer=True),
    key("escape", "later", "Later", "Ask again at the next start", footer=True),
]

CONFLICT = [
    SAVE,
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

WHAT_IF = [CLOSE, *AMONG_FIELDS]

FIELD_CHOICE = [CLOSE]

PREVIEW = [
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

MISSING = [
    key(
        "enter", "mend", "Mend", "Open the record where this is mended", footer=True, priority=True
    ),
    replace(WAIVE, show=True),
    CLOSE,
]

HISTORY = [
    key("escape,h", "close", "Close", "Go back", footer=True, name="history-close"),
]

BIN = [
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
    key("enter", "choose", "Choose", "Keep the colours that are shown", footer=True, priority=True),
    CLOSE,
]

MENU = [
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

GUIDE = [
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

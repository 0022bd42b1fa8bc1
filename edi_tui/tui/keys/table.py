"""Every key of the program, in one table."""

from __future__ import annotations

from collections.abc import Sequence

from edi_tui.tui.keys.app import APP, QUIT
from edi_tui.tui.keys.desk import ACCEPT_ALL, CHOOSE, DESK
from edi_tui.tui.keys.dialogs import (
    BIN,
    CONFLICT,
    FIELD_CHOICE,
    GUIDE,
    HISTORY,
    LEFT_DRAFT,
    MENU,
    MISSING,
    PREVIEW,
    THEME,
    WHAT_IF,
)
from edi_tui.tui.keys.entry import Key, Where
from edi_tui.tui.keys.forms import ABOUT, CALENDAR, CHOICE, DATE, FIELDS, LINE, PROSE, REFERENCE
from edi_tui.tui.keys.imports import COLUMNS, FILES, SUMMARY, WORKING
from edi_tui.tui.keys.lists import BOARD, FILTER, FILTER_LINE, LIST, MEASURES, OBJECTIVES
from edi_tui.tui.keys.quarters import QUARTERS
from edi_tui.tui.keys.rows import MARKING, TABLE
from edi_tui.tui.keys.today import TODAY


def _dialog(title: str, keys: Sequence[Key], *, typing: bool = False) -> Where:
    """Return what lies over a place, where of all its keys only that for leaving works."""
    return Where(title, keys, beside=[QUIT], typing=typing)


_ON_A_LIST = [*TABLE, *MARKING, *LIST]

WHERE = (
    Where("Everywhere", APP),
    Where("In a list", _ON_A_LIST, beside=APP),
    Where("In a filter", [*FILTER_LINE, *FILTER], beside=APP, typing=True),
    Where("Among objectives and commitments", OBJECTIVES, beside=[*_ON_A_LIST, *APP]),
    Where("Among measures", MEASURES, beside=[*_ON_A_LIST, *APP]),
    Where("Among board members", BOARD, beside=[*_ON_A_LIST, *APP]),
    Where("Today", TODAY, beside=[*TABLE, *APP]),
    Where("At the Desk", DESK, beside=[*TABLE, *APP]),
    _dialog("Where a word is chosen", CHOOSE),
    _dialog("Before many proposals are accepted", ACCEPT_ALL),
    _dialog("Among the columns of a file", COLUMNS),
    _dialog("In the preview and report of an import", SUMMARY),
    _dialog("While a file is imported", WORKING),
    Where("Among quarters", QUARTERS, beside=[*TABLE, *APP]),
    _dialog("In a form", FIELDS, typing=True),
    Where("In a line of a form", LINE, beside=[*FIELDS, QUIT], typing=True),
    Where("In several lines of a form", PROSE, beside=[*FIELDS, QUIT], typing=True),
    Where("In a choice", CHOICE, beside=[*FIELDS, QUIT]),
    Where("In a date", DATE, beside=[*LINE, *FIELDS, QUIT], typing=True),
    _dialog("In a reference to other records", REFERENCE, typing=True),
    _dialog("In the help on a field", ABOUT),
    _dialog("In a calendar", CALENDAR),
    _dialog("Where a file is chosen", FILES, typing=True),
    _dialog("Where two people changed a record", CONFLICT),
    _dialog("Where a draft is offered again", LEFT_DRAFT),
    _dialog("Where an objective cannot be agreed yet", MISSING),
    _dialog("Where a field of many records is chosen", FIELD_CHOICE),
    _dialog("Before many records are changed", PREVIEW),
    _dialog("In “what if”", WHAT_IF, typing=True),
    _dialog("In the history", HISTORY),
    _dialog("In the bin", BIN),
    _dialog("Where a theme is chosen", THEME),
    _dialog("In a menu", MENU),
    _dialog("In the guide", GUIDE),
)
"""Every place that keys work in, in the order in which they are explained."""

BY_ID = {entry.id: entry for where in WHERE for entry in where.keys if entry.id}
"""The entries by the identifier that settings name them by."""

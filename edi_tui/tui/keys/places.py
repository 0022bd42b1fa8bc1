"""The places of the program, each with the key that goes there."""

from __future__ import annotations

from dataclasses import dataclass


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

"""The measures that surely count things, whose small numbers give nobody away."""

from __future__ import annotations

from collections.abc import Iterable

from edi_tui.domain.rows import MeasureRow, ReadingRow
from edi_tui.domain.text import folded

THINGS = frozenset(
    (
        *("campaign", "campaigns", "committee", "committees", "conference", "conferences"),
        *("network", "networks", "newsletter", "newsletters", "paper", "papers"),
        *("policy", "policies", "recommendation", "recommendations", "seminar", "seminars"),
        *("webinar", "webinars", "workshop", "workshops"),
    )
)
"""What is made or kept, and gatherings that many come to; never what one person has."""
GATHERINGS = frozenset(("event", "events", "meeting", "meetings", "session", "sessions"))
"""Things too, but for those that are held for one person or stand for one person's case."""
_OF_ONE = (
    *("absence", "abuse", "adjustment", "adverse", "aggression", "allegation", "appeal"),
    *("appraisal", "assault", "attend", "bully", "capability", "case", "clinic", "coaching"),
    *("complain", "concern", "conduct", "counsel", "crisis", "debrief", "disciplin"),
    *("discriminat", "dismiss", "exit", "grievance", "harass", "health", "hearing", "incident"),
    *("individual", "interview", "investigat", "mediat", "misconduct", "one to one", "1 to 1"),
    *("1 1", "121", "person", "psycholog", "racis", "redundan", "referr", "report", "return"),
    *("sick", "staff member", "suicid", "supervision", "support", "therap", "victim", "violen"),
)
"""Beginnings of words by which a name says that a gathering is about one person."""


def counts_things(measure: MeasureRow, readings: Iterable[ReadingRow]) -> bool:
    """Tell whether a measure surely counts things, so that a small number may be published.

    Two sessions are no group of two people. It has to be sure, since what is published cannot be
    taken back: the whole unit has to be one of few words, and all others may count people. Of
    `reviews`, `incidents` or `cases` each may be about one person, and `posts`, `places` and
    `appointments` are filled by one. Nor is it sure where a reading is of a group, as the sessions
    that Disabled staff came to, or where it is out of a number, which may be one of people, or
    where the measure is a national metric, all of which are of staff.
    """
    if measure.metric or not all(map(_whole, readings)):
        return False
    unit = folded(measure.unit)
    return unit in THINGS or (unit in GATHERINGS and not _of_one(measure.name))


def _whole(reading: ReadingRow) -> bool:
    """Tell whether a reading is of no group, and out of nothing."""
    return not reading.group.strip() and reading.numerator is None and reading.denominator is None


def _of_one(name: str) -> bool:
    words = f" {folded(name)}"
    return any(f" {beginning}" in words for beginning in _OF_ONE)

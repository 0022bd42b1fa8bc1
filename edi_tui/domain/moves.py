"""What one edit of an objective, or of its measure, moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from edi_tui.domain.due import format_date
from edi_tui.domain.path import Trend, trend
from edi_tui.domain.rows import ChangeRow
from edi_tui.domain.shortfall import parity_of, written
from edi_tui.domain.text import folded
from edi_tui.domain.words import Direction, Word

_MEASURE = "MEA-"


class Move(Word):
    """What sort of thing moved."""

    DUE = "due", "Due date moved"
    TARGET = "target", "Target lowered"
    WORDING = "wording", "Wording rewritten"


@dataclass(frozen=True, slots=True)
class Moved:
    """One change of what was agreed."""

    what: Move
    was: str
    now: str
    on: date
    who: str
    ref: str
    """The objective, or the measure whose target it is."""
    days: int = 0
    """How much later it is due; below 0 it is sooner."""


def moved(change: ChangeRow) -> tuple[Moved, ...]:
    """Return what one edit moved: nothing, or up to two things."""
    measured = change.ref.startswith(_MEASURE)
    found = [_target(change)] if measured else [_due(change), _wording(change)]
    return tuple(entry for entry in found if entry)


def day_of(change: ChangeRow) -> date:
    """Return the day on which a change was made."""
    return date.fromisoformat(change.at[:10])


def _due(change: ChangeRow) -> Moved | None:
    was, now = _day(change.before, "due_on"), _day(change.after, "due_on")
    if was is None or was == now:
        return None
    days = (now - was).days if now else 0
    return _entry(Move.DUE, change, format_date(was), due_words(change.after), days)


def _wording(change: ChangeRow) -> Moved | None:
    was, now = (str(side.get("title", "")) for side in (change.before, change.after))
    if folded(was) == folded(now):
        return None
    return _entry(Move.WORDING, change, was, now)


def _target(change: ChangeRow) -> Moved | None:
    before, after = change.before, change.after
    was, now = _number(before, "target"), _number(after, "target")
    unit = str(before.get("unit", ""))
    if was is None or (now is not None and not _worse(was, now, before)):
        return None
    return _entry(
        Move.TARGET, change, written(was, unit), "none" if now is None else written(now, unit)
    )


def _worse(was: Decimal, now: Decimal, measure: Mapping[str, Any]) -> bool:
    """Tell whether a target asks for less than another did."""
    went = trend(
        was,
        now,
        direction=Direction(measure.get("direction", Direction.UP)),
        parity=parity_of(str(measure.get("unit", ""))),
    )
    return went is Trend.DETERIORATING


def _entry(what: Move, change: ChangeRow, was: str, now: str, days: int = 0) -> Moved:
    return Moved(what, was, now, day_of(change), change.who, change.ref, days)


def _day(side: Mapping[str, Any], name: str) -> date | None:
    text = side.get(name)
    return date.fromisoformat(text) if text else None


def _number(side: Mapping[str, Any], name: str) -> Decimal | None:
    text = side.get(name)
    return Decimal(text) if text is not None else None


def due_words(side: Mapping[str, Any]) -> str:
    """Return a due date of the change log as people read it: the day, else the words."""
    on = _day(side, "due_on")
    return format_date(on) if on else str(side.get("due_text", ""))

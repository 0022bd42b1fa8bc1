"""What one edit of an objective, or of its measure, moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from edi_tui.domain.due import format_date
from edi_tui.domain.path import Trend, trend
from edi_tui.domain.rows import ChangeRow, MeasureRow
from edi_tui.domain.shortfall import parity_of, written
from edi_tui.domain.text import folded
from edi_tui.domain.units import read_unit
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


def moved(change: ChangeRow, measure: MeasureRow | None = None) -> tuple[Moved, ...]:
    """Return what one edit moved: nothing, or up to two things.

    Args:
        change: The edit.
        measure: The measure that it is of, as it stands; None for objectives, and for a measure
            that was withdrawn, whose target nobody is held to any more.
    """
    if of_measure(change):
        found = [_target(change, measure)] if measure else []
    else:
        found = [_due(change), _wording(change)]
    return tuple(entry for entry in found if entry)


def of_measure(change: ChangeRow) -> bool:
    """Tell whether a change is one of a measure."""
    return change.ref.startswith(_MEASURE)


def asks_for_less(first: ChangeRow, last: ChangeRow, measure: MeasureRow) -> bool:
    """Tell whether the target after one edit asks for less than the target before another.

    What was counted in another unit, or for another metric, cannot be compared.
    """
    was, now = _number(first.before, "target"), _number(last.after, "target")
    alike = all(_alike(side, measure) for side in (first.before, last.after))
    if was is None or first.before.get("metric", "") != last.after.get("metric", "") or not alike:
        return False
    return now is None or _worse(was, now, first.before, measure.unit)


def day_of(change: ChangeRow) -> date:
    """Return the day on which a change was made."""
    return date.fromisoformat(change.at[:10])


def _due(change: ChangeRow) -> Moved | None:
    was, now = day_in(change.before, "due_on"), day_in(change.after, "due_on")
    if was is None or was == now:
        return None
    days = (now - was).days if now else 0
    return _entry(Move.DUE, change, format_date(was), due_words(change.after), days)


def _wording(change: ChangeRow) -> Moved | None:
    was, now = (str(side.get("title", "")) for side in (change.before, change.after))
    if was == now or folded(was) == folded(now):
        return None
    return _entry(Move.WORDING, change, was, now)


def _target(change: ChangeRow, measure: MeasureRow) -> Moved | None:
    was, now = _number(change.before, "target"), _number(change.after, "target")
    if was is None or not asks_for_less(change, change, measure):
        return None
    lowered = "none" if now is None else written(now, measure.unit)
    return _entry(Move.TARGET, change, written(was, measure.unit), lowered)


def _alike(side: Mapping[str, Any], measure: MeasureRow) -> bool:
    """Tell whether an entry of the change log counts in the unit in which its measure does now."""
    words = str(side.get("unit", "")) or measure.unit
    then, now = read_unit(words), read_unit(measure.unit)
    return then is now if then or now else folded(words) == folded(measure.unit)


def _worse(was: Decimal, now: Decimal, before: Mapping[str, Any], unit: str) -> bool:
    """Tell whether a target asks for less than another did."""
    direction = Direction(before.get("direction", Direction.UP))
    return trend(was, now, direction=direction, parity=parity_of(unit)) is Trend.DETERIORATING


def _entry(what: Move, change: ChangeRow, was: str, now: str, days: int = 0) -> Moved:
    return Moved(what, was, now, day_of(change), change.who, change.ref, days)


def day_in(side: Mapping[str, Any], name: str) -> date | None:
    """Return a day that an entry of the change log names."""
    text = side.get(name)
    return date.fromisoformat(text) if text else None


def _number(side: Mapping[str, Any], name: str) -> Decimal | None:
    text = side.get(name)
    return Decimal(text) if text is not None else None


def due_words(side: Mapping[str, Any]) -> str:
    """Return a due date of the change log as people read it: the day, else the words."""
    on = day_in(side, "due_on")
    return format_date(on) if on else str(side.get("due_text", ""))

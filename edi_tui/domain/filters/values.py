"""Whether a value in hand meets the condition of a filter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase

from edi_tui.domain.columns import words
from edi_tui.domain.filters.conditions import (
    Coded,
    Condition,
    Counted,
    Empty,
    Holds,
    Points,
    Within,
)
from edi_tui.domain.kinds import read_ref
from edi_tui.domain.text import sought
from edi_tui.domain.words import Word


def fits(wanted: Condition, value: object) -> bool:
    """Tell whether a value meets a condition; for `Empty`, whether there is something."""
    if isinstance(value, tuple):
        return any(fits(wanted, one) for one in value)
    if isinstance(wanted, Empty):
        return value not in (None, "")
    if isinstance(wanted, Holds):
        return _held(wanted, value)
    if isinstance(wanted, Within):
        return isinstance(value, date) and _between(wanted, value)
    if isinstance(wanted, Counted):
        return isinstance(value, Decimal | int) and _counted(wanted, Decimal(value))
    if isinstance(wanted, Coded):
        return _code(value) in wanted.codes
    return _pointed(wanted, value)


def _held(wanted: Holds, value: object) -> bool:
    if isinstance(value, date):
        return bool(wanted.days) and fnmatchcase(value.isoformat(), wanted.days.replace("_", "?"))
    return sought(wanted.text) in sought(words(value))


def _between(wanted: Within, day: date) -> bool:
    begun = wanted.first is None or wanted.first <= day
    return begun and (wanted.last is None or day <= wanted.last)


def _counted(wanted: Counted, number: Decimal) -> bool:
    if wanted.over is not None:
        return number > wanted.over
    if wanted.under is not None:
        return number < wanted.under
    return number == wanted.exactly


def _code(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.value if isinstance(value, Word) else str(value)


def _pointed(wanted: Points, value: object) -> bool:
    target = read_ref(str(value))
    if target is None:
        return False
    kind, number = target
    return wanted.prefix in ("", kind.prefix) and wanted.number in (None, number)

"""Reading the terms of a filter: which field, how it is compared, and with what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from difflib import get_close_matches

from edi_tui.domain.filters.conditions import (
    Coded,
    Condition,
    Counted,
    Empty,
    Holds,
    Points,
    Within,
)
from edi_tui.domain.filters.expression import Term
from edi_tui.domain.filters.fields import FilterField, Sort, field_named
from edi_tui.domain.filters.moments import days_like, read_period, relative, whole_year
from edi_tui.domain.kinds import Kind, read_kind, read_ref
from edi_tui.domain.statuses import colours_of
from edi_tui.domain.text import folded, quoted
from edi_tui.domain.values import read_flag, read_number
from edi_tui.domain.words import Status, Word

DATED = ("before", "after", "on", "by")
"""How a day is compared; `by` counts the day itself, the others as in plain English."""
COUNTED = ("over", "under")
"""How a number is compared."""
_ONE_DAY = timedelta(days=1)


def comparisons(field: FilterField) -> tuple[str, ...]:
    """Return what may stand behind the name of a field, after a stop."""
    if field.sort in (Sort.DATE, Sort.DUE):
        return DATED
    return COUNTED if field.sort is Sort.NUMBER else ()


def term(typed: str, value: str, kind: Kind, today: date) -> Term:
    """Read a term.

    Args:
        typed: The field, with how it is compared after a stop: `due.before`.
        value: Empty where the field has to be.
        kind: The kind of record that is listed.
        today: The day that relative dates count from.

    Raises:
        ValueError: There is no such field, or the value is none of it.
    """
    name, _, how = typed.partition(".")
    field, how = field_named(kind, name), how.lower()
    known = comparisons(field)
    if how and how not in known:
        raise ValueError(_incomparable(field, how, known))
    if how and not value.strip():
        raise ValueError(f"Say what {field.label} is to be {how}, such as {_example(field, how)}.")
    return Term(field, how, value, _condition(field, how, value, today))


def _incomparable(field: FilterField, how: str, known: tuple[str, ...]) -> str:
    said = f"{field.spelt} has no {quoted(f'.{how}')}"
    nearest = get_close_matches(how, known, n=1)
    if nearest:
        return f"{said}; did you mean “{field.spelt}.{nearest[0]}”?"
    if not known:
        return f"{said}; write {field.spelt}: and a value."
    return f"{said}; there are {', '.join(f'{field.spelt}.{one}' for one in known)}."


def _example(field: FilterField, how: str) -> str:
    return f"{field.spelt}.{how}:{'eoq' if how in DATED else '18'}"


def _condition(field: FilterField, how: str, value: str, today: date) -> Condition:
    if not value.strip():
        return Empty()
    readers: dict[Sort, Callable[[], Condition]] = {
        Sort.TEXT: lambda: Holds(value),
        Sort.DATE: lambda: _days(field, how, value, today),
        Sort.DUE: lambda: _days(field, how, value, today),
        Sort.NUMBER: lambda: _number(how, value),
        Sort.WORDS: lambda: _coded(field, value),
        Sort.FLAG: lambda: Coded(("yes" if read_flag(value) else "no",)),
        Sort.REF: lambda: _points(field, value),
        Sort.CODES: lambda: _codes(field, value),
    }
    return readers[field.sort]()


def _days(field: FilterField, how: str, value: str, today: date) -> Condition:
    if how:
        return _within(how, *read_period(value, today))
    try:
        period = relative(value, today)
    except (OverflowError, ValueError):
        period = None
    days = days_like(value)
    if period := period or (None if days else whole_year(value)):
        return Within(*period)
    if days or field.sort is Sort.DUE:
        return Holds(value, days or _exact_day(value, today))
    return Within(*read_period(value, today))


def _exact_day(value: str, today: date) -> str:
    """Return the day that any other spelling names, such as `30/06/2027`; empty for none."""
    try:
        first, last = read_period(value, today)
    except ValueError:
        return ""
    return first.isoformat() if first == last else ""


def _within(how: str, first: date, last: date) -> Within:
    try:
        return {
            "before": lambda: Within(None, first - _ONE_DAY),
            "after": lambda: Within(last + _ONE_DAY, None),
            "on": lambda: Within(first, last),
            "by": lambda: Within(None, last),
        }[how]()
    except OverflowError:
        raise ValueError("The calendar ends there; take another date.") from None


def _number(how: str, value: str) -> Counted:
    number = read_number(value)
    if how == "over":
        return Counted(over=number)
    return Counted(under=number) if how == "under" else Counted(exactly=number)


def _coded(field: FilterField, value: str) -> Coded:
    """Return the words of a vocabulary that a value names whole, else those that hold it."""
    assert field.words is not None
    wanted = folded(value)
    whole = [word for word in field.words if wanted in _names(word)]
    parts = [word for word in field.words if any(wanted in name for name in _names(word))]
    found = whole or (parts if wanted else [])
    if not found:
        raise ValueError(_unknown_word(field, value))
    return Coded(tuple(word.value for word in found))


def _names(word: Word) -> tuple[str, ...]:
    names = folded(word.value), folded(word.label)
    if isinstance(word, Status):
        return (*names, f"{word.letter.lower()} {names[1]}", *colours_of(word))
    return names


def _unknown_word(field: FilterField, value: str) -> str:
    assert field.words is not None
    known = {folded(word.label): word.label.lower() for word in field.words}
    nearest = get_close_matches(folded(value), known, n=1)
    hint = f"did you mean “{known[nearest[0]]}”?" if nearest else ""
    return f"{quoted(value)} is no {field.label}; " + (
        hint or f"there are {', '.join(known.values())}."
    )


def _points(field: FilterField, value: str) -> Points:
    word = value.strip()
    if word.isdecimal() and word.isascii():
        only = field.to[0].prefix if len(field.to) == 1 else ""
        return Points(only, int(word[:9]))
    if target := read_ref(word):
        return Points(target[0].prefix, target[1])
    kind = next((kind for kind in field.to if word.upper() == kind.prefix), read_kind(word))
    if kind is None:
        example = field.to[0].ref(4)
        raise ValueError(f"{quoted(value)} is not a reference; write one such as {example}.")
    return Points(kind.prefix, None)


def _codes(field: FilterField, value: str) -> Condition:
    word = value.strip()
    if field.name == "hia" and word.isdecimal() and word.isascii():
        return Coded((f"HIA{int(word[:9])}",))
    return Holds(value)

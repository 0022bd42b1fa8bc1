"""What was understood of a filter, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from edi_tui.domain.due import format_date
from edi_tui.domain.filters.conditions import Coded, Counted, Empty, Holds, Points, Within
from edi_tui.domain.filters.expression import (
    About,
    All,
    Either,
    Expression,
    Named,
    Not,
    Says,
    Tagged,
    Term,
)
from edi_tui.domain.filters.fields import Sort
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import quoted

_ONE_DAY = timedelta(days=1)


def meaning(expression: Expression, kind: Kind) -> str:
    """Return what a filter asks for: `objectives whose status is at risk, not overdue`."""
    return meaning_of(expression, kind.many)


def meaning_of(expression: Expression, listed: str) -> str:
    """Return what a filter asks for of anything that is listed."""
    if expression == All():
        return f"all {listed}"
    if isinstance(expression, All):
        return f"{listed} {_listed(expression.parts, ', ')}"
    if isinstance(expression, Either):
        return f"{listed} {_listed(expression.parts, ' or ')}"
    return f"{listed} {_said(expression)}"


def _said(part: Expression, *, denied: bool = False) -> str:
    if isinstance(part, Not):
        return _said(part.part, denied=not denied)
    if isinstance(part, Says):
        return f"that {'do not say' if denied else 'say'} {quoted(part.words)}"
    if isinstance(part, Term):
        return _term(part, denied=denied)
    said = _whole(part)
    return f"not {said}" if denied else said


def _whole(part: Expression) -> str:
    if isinstance(part, Tagged):
        return part.tag.label
    if isinstance(part, Named):
        return f"of the view @{part.name} {_bracketed(part.part)}"
    if isinstance(part, About):
        return f"about {meaning(part.part, part.kind)}"
    if isinstance(part, All):
        return f"({_listed(part.parts, ', ')})" if part.parts else "(all)"
    assert isinstance(part, Either)
    return f"({_listed(part.parts, ' or ')})"


def _bracketed(part: Expression) -> str:
    joint = isinstance(part, All | Either)
    return _whole(part) if joint else f"({_said(part)})"


def _listed(parts: Iterable[Expression], joint: str) -> str:
    return joint.join(map(_said, parts))


def _term(part: Term, *, denied: bool) -> str:
    label, condition = part.field.label, part.condition
    if isinstance(condition, Empty):
        return f"{'with' if denied else 'without'} {label}"
    if part.field.sort is Sort.DUE and isinstance(condition, Within):
        return f"{'not ' if denied else ''}due {_days(part.how, condition)}"
    verb = _verb(part)
    return f"whose {label} {verb[denied]} {_value(part)}"


def _verb(part: Term) -> tuple[str, str]:
    if isinstance(part.condition, Holds) and not part.condition.days:
        return ("say", "do not say") if part.field.label.endswith("s") else ("says", "does not say")
    return ("is", "is not")


def _value(part: Term) -> str:
    condition = part.condition
    if isinstance(condition, Within):
        return _days(part.how, condition)
    if isinstance(condition, Coded):
        return _coded(part, condition)
    if isinstance(condition, Points):
        return _pointed(condition)
    if isinstance(condition, Counted):
        return _counted(condition)
    return quoted(part.value)


def _days(how: str, within: Within) -> str:
    """Return days in words; an open end names the day that was typed, or that of its period."""
    first, last = within.first, within.last
    if first is None or last is None:
        beyond = {"before": (last, _ONE_DAY), "after": (first, -_ONE_DAY)}
        day, step = beyond.get(how, (last, timedelta()))
        assert day is not None
        return f"{how} {format_date(day + step)}"
    if first == last:
        return f"on {format_date(first)}"
    return f"from {format_date(first)} to {format_date(last)}"


def _coded(part: Term, condition: Coded) -> str:
    if part.field.words is None:
        return " or ".join(condition.codes)
    return " or ".join(part.field.words(code).label.lower() for code in condition.codes)


def _pointed(condition: Points) -> str:
    kind = next((kind for kind in Kind if kind.prefix == condition.prefix), None)
    if condition.number is None:
        return f"any {kind.label.lower()}" if kind else "any"
    return kind.ref(condition.number) if kind else f"number {condition.number}"


def _counted(condition: Counted) -> str:
    if condition.over is not None:
        return f"over {condition.over:f}"
    if condition.under is not None:
        return f"under {condition.under:f}"
    return f"{condition.exactly:f}"

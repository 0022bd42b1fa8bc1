"""Filters that can find nothing but what another has found."""

from __future__ import annotations

from edi_tui.domain.filters.expression import All, Expression, Says


def narrows(now: Expression, before: Expression) -> bool:
    """Tell whether it is plain that what meets one filter meets another as well.

    A filter is typed letter by letter, so that most narrow the one before: words go on, or more
    is asked for. What is not plain counts as not so.

    Args:
        now: The filter that asks for more.
        before: The one that asks for less.
    """
    return all(any(_asks(part, asked) for part in _parts(now)) for asked in _parts(before))


def _asks(part: Expression, asked: Expression) -> bool:
    if isinstance(part, Says) and isinstance(asked, Says):
        return asked.sought in part.sought
    return part == asked


def _parts(expression: Expression) -> tuple[Expression, ...]:
    return expression.parts if isinstance(expression, All) else (expression,)

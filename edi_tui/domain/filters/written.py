"""Writing a filter out as it would be typed."""

from __future__ import annotations

import re

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

_BARE = re.compile(r'[^\s()"+@:][^\s()":]*')
_JOINTS = frozenset({"and", "or", "not"})


def written(expression: Expression) -> str:
    """Return the text that reads as an expression."""
    if isinstance(expression, All):
        return " ".join(map(_part, expression.parts))
    if isinstance(expression, Either):
        return " or ".join(map(_choice, expression.parts))
    return _part(expression)


def _choice(part: Expression) -> str:
    """Return a choice; parts that all have to be so need no brackets between two `or`."""
    return written(part) if isinstance(part, All) and part.parts else _part(part)


def _part(part: Expression) -> str:
    if isinstance(part, Not):
        return f"not {_part(part.part)}"
    if isinstance(part, Says):
        return _quoted(part.words)
    if isinstance(part, Tagged):
        return f"+{part.tag.value}"
    if isinstance(part, Named):
        return f"@{part.name}"
    if isinstance(part, About):
        return _part(part.part)
    if isinstance(part, Term):
        name = f"{part.field.spelt}.{part.how}" if part.how else part.field.spelt
        return f"{name}:{_quoted(part.value) if part.value else ''}"
    return f"({written(part)})"


def _quoted(text: str) -> str:
    plain = _BARE.fullmatch(text) and text.lower() not in _JOINTS
    return text if plain or '"' in text else f'"{text}"'

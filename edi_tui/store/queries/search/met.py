"""Conditions of a filter as SQL conditions on a column; what does not fit it is never true."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlmodel import AutoString

from edi_tui.domain.filters.conditions import (
    Coded,
    Condition,
    Counted,
    Empty,
    Holds,
    Within,
)
from edi_tui.domain.text import sought
from edi_tui.store.models.base import DecimalText

Column = sa.ColumnElement[Any]
Clause = sa.ColumnElement[bool]

_LONGEST = 200
"""Characters of a word that the database looks for itself; it refuses very long patterns."""


def met(column: Column, wanted: Condition) -> Clause:
    """Require that a column meets a condition; for `Empty`, that there is something."""
    if isinstance(wanted, Empty):
        return said(column)
    if isinstance(wanted, Holds):
        return _held(column, wanted)
    if isinstance(wanted, Within):
        return _between(column, wanted)
    if isinstance(wanted, Counted):
        return _counted(column, wanted)
    return _coded(column, wanted) if isinstance(wanted, Coded) else sa.false()


def said(column: Column) -> Clause:
    """Require that there is something."""
    if isinstance(column.type, sa.JSON):
        return sa.cast(column, sa.String) != "[]"
    there = column.is_not(None)
    textual = isinstance(column.type, sa.String | AutoString)
    return sa.and_(there, column != "") if textual else there


def _held(column: Column, wanted: Holds) -> Clause:
    if isinstance(column.type, sa.Date):
        return _like(sa.cast(column, sa.String), wanted.days) if wanted.days else sa.false()
    return holds(column, wanted.text)


def _between(column: Column, within: Within) -> Clause:
    if not isinstance(column.type, sa.Date):
        return sa.false()
    first = column >= within.first if within.first else column.is_not(None)
    return sa.and_(first, column <= within.last) if within.last else first


def _counted(column: Column, wanted: Counted) -> Clause:
    number = sa.cast(column, sa.Float) if isinstance(column.type, DecimalText) else column
    if wanted.over is not None:
        return number > _real(wanted.over)
    if wanted.under is not None:
        return number < _real(wanted.under)
    return number == _real(wanted.exactly or Decimal())


def _real(number: Decimal) -> Column:
    return sa.cast(sa.literal(str(number), sa.String), sa.Float)


def _coded(column: Column, wanted: Coded) -> Clause:
    if isinstance(column.type, sa.Boolean):
        return column.is_(sa.true() if wanted.codes == ("yes",) else sa.false())
    return column.in_(wanted.codes)


def holds(column: Column, words: str) -> Clause:
    """Require that a text holds words, case, spacing and punctuation aside.

    The database looks for plain letters by itself. Only texts with other characters, which may
    fold to plain ones, and words that are not plain are compared by the folding of the domain.
    """
    if isinstance(column.type, sa.JSON):
        return _in_list(column, words)
    wanted = sought(words)
    if not wanted:
        return sa.true()
    text = column if not isinstance(column.type, DecimalText) else sa.cast(column, sa.String)
    exact = sa.func.edi_holds(text, wanted) == 1
    if not wanted.isascii():
        return sa.and_(_unusual(text), exact)
    pieces = wanted.split()
    plain = sa.and_(*(_like(text, f"%{piece[:_LONGEST]}%") for piece in dict.fromkeys(pieces)))
    if len(pieces) == 1 and len(wanted) <= _LONGEST:
        return sa.or_(plain, sa.and_(_unusual(text), exact))
    return sa.and_(sa.or_(plain, _unusual(text)), exact)


def contains(folded_text: Column, words: str) -> Clause:
    """Require that a folded text holds folded words."""
    if len(words) > _LONGEST:
        return sa.func.instr(folded_text, words) > 0
    return _like(folded_text, f"%{words}%")


def _like(column: Column, pattern: str) -> Clause:
    return column.like(pattern)


def _unusual(text: Column) -> Clause:
    """Tell whether a text has characters beyond ASCII: more bytes than characters."""
    return sa.func.length(sa.cast(text, sa.LargeBinary)) > sa.func.length(text)


def _in_list(column: Column, words: str) -> Clause:
    items = sa.func.json_each(column).table_valued(sa.column("value", sa.String))
    found = sa.select(sa.literal(1)).select_from(items).where(holds(items.c.value, words))
    return sa.and_(sa.cast(column, sa.String) != "[]", found.exists())

"""A whole filter as one SQL condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from edi_tui.domain.filters.conditions import Coded, Condition, Empty, Holds
from edi_tui.domain.filters.expression import (
    All,
    Either,
    Expression,
    Named,
    Not,
    Says,
    Tagged,
    Term,
)
from edi_tui.domain.filters.fields import FilterField, Sort, fields_for
from edi_tui.domain.filters.moments import days_like
from edi_tui.domain.filters.tags import Tag
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import folded
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.parts import among
from edi_tui.store.queries.search.kinds import Places, WorkedOut, places_of
from edi_tui.store.queries.search.met import Clause
from edi_tui.store.queries.search.places import proof_of
from edi_tui.store.queries.search.standing import Standing

_UNSPOKEN = frozenset({"due_precision", "why_not", "sha256", "due_on", "due_text"})
"""Fields in which words are not looked for: nobody reads them, or they stand in another."""


def clause_of(expression: Expression, kind: Kind, as_at: date, known: WorkedOut) -> Clause:
    """Return what a row of a kind's table has to be.

    Args:
        expression: The filter.
        kind: The kind that is listed.
        as_at: The day that progress is read at.
        known: What the database cannot work out.
    """
    return _Clauses(kind, as_at, known, places_of(kind, as_at, known)).of(expression)


@dataclass(frozen=True, slots=True)
class _Clauses:
    kind: Kind
    as_at: date
    known: WorkedOut
    places: Places

    def of(self, part: Expression) -> Clause:
        if isinstance(part, All):
            return sa.and_(sa.true(), *map(self.of, part.parts))
        if isinstance(part, Either):
            return sa.or_(sa.false(), *map(self.of, part.parts))
        if isinstance(part, Not):
            return _never(self.of(part.part))
        if isinstance(part, Named):
            return self.of(part.part)
        if isinstance(part, Tagged):
            return self._tagged(part.tag)
        return self._term(part) if isinstance(part, Term) else self._says(part)

    def _term(self, term: Term) -> Clause:
        met = self.places[term.field.name](term.condition)
        return _never(met) if isinstance(term.condition, Empty) else met

    def _says(self, said: Says) -> Clause:
        if not folded(said.words):
            return sa.true()
        return sa.or_(*self._spoken(said.words))

    def _spoken(self, words: str) -> Iterator[Clause]:
        fields = {field.name: field for field in fields_for(self.kind).values()}
        for name, place in self.places.items():
            wanted = None if name in _UNSPOKEN else spoken(fields[name], words)
            if wanted is not None:
                yield place(wanted)

    def _tagged(self, tag: Tag) -> Clause:
        if tag is Tag.NO_EVIDENCE:
            number = table_of(self.kind).c.id
            return ~proof_of(self.kind, number, sa.literal(1)).exists()
        if tag in (Tag.OVERDUE, Tag.STALE, Tag.WATERMELON):
            return Standing(self.kind, self.as_at, self.known.behind).tagged(tag)
        return among(table_of(self.kind).c.id, self.known.tagged(tag))


def spoken(field: FilterField, words: str) -> Condition | None:
    """Return what a field has to be for it to say words; None where it never says any."""
    if field.sort is Sort.WORDS and field.words is not None:
        wanted = folded(words)
        codes = [word.value for word in field.words if wanted in folded(word.label)]
        return Coded(tuple(codes)) if codes else None
    if field.sort in (Sort.DATE, Sort.DUE):
        days = days_like(words) if any(char.isalpha() for char in words) else _year(words)
        return Holds(words, days) if days or field.sort is Sort.DUE else None
    return Holds(words) if field.sort in (Sort.TEXT, Sort.REF, Sort.CODES) else None


def _year(words: str) -> str:
    """Return the days of a year, or of what begins with one; a shorter number names no day."""
    return days_like(words) if len(folded(words).split()[0]) == 4 else ""


def _never(clause: Clause) -> Clause:
    """Require the opposite; what is not known is not so."""
    return sa.func.coalesce(clause, sa.false()) == sa.false()

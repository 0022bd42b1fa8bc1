"""A whole filter as one SQL condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from edi_tui.domain.filters.conditions import Empty, Holds
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
from edi_tui.domain.filters.moments import days_like
from edi_tui.domain.filters.tags import Tag
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import sought
from edi_tui.domain.words import Status
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.search.flags import flagged
from edi_tui.store.queries.search.kinds import Places, WorkedOut, places_of
from edi_tui.store.queries.search.met import Clause, contains
from edi_tui.store.queries.search.places import proof_of
from edi_tui.store.texts import KEPT, TEXTS

_BESIDE = {
    Kind.NETWORK: ("executive_sponsor", "non_executive_sponsor"),
    Kind.COMMITMENT: ("state",),
}
"""Fields whose words are not kept with the text of a row, since they change with the day."""
_ENTRIES = {
    Kind.UPDATE: ("ref", "subject", "on", "narrative", "status", "reason"),
    Kind.READING: ("ref", "measure", "as_at", "group", "note"),
}
"""Where words are looked for in entries, whose texts are not kept."""


_YEAR = 4
"""Digits of the shortest number in which a day is looked for."""


def clause_of(expression: Expression, kind: Kind, as_at: date, known: WorkedOut) -> Clause:
    """Return what a row of a kind's table has to be, and the text that is kept of it.

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
        if isinstance(part, Named | About):
            return self.of(part.part)
        if isinstance(part, Tagged):
            return self._tagged(part.tag)
        return self._term(part) if isinstance(part, Term) else self._says(part)

    def _term(self, term: Term) -> Clause:
        met = self.places[term.field.name](term.condition)
        return _never(met) if isinstance(term.condition, Empty) else met

    def _says(self, said: Says) -> Clause:
        """Look for words in what is kept of each row, then in what is not kept with it."""
        words = said.sought
        if not words:
            return sa.true()
        places = [self.places[name](Holds(words)) for name in _BESIDE.get(self.kind, ())]
        kept = contains(TEXTS.c.text, words) if self.kind in KEPT else self._own(words)
        return sa.or_(kept, *self._statuses(words), *places)

    def _own(self, words: str) -> Clause:
        """Look for words in the columns of an entry, and in the reference of its record."""
        wanted = Holds(words, days_like(words) if len(words) >= _YEAR else "")
        named = [self.places[name](wanted) for name in _ENTRIES[self.kind]]
        return sa.or_(*named)

    def _statuses(self, words: str) -> Iterator[Clause]:
        """Yield what looks for words in the labels of statuses, declared or computed."""
        meant = {status for status in Status if words in sought(status.label)}
        if meant and self.kind in (Kind.OBJECTIVE, Kind.ACTION) and self.known.glance():
            said = self.known.stands().those(lambda way: not meant.isdisjoint(way[:2]))
            yield flagged(table_of(self.kind).c.id, said)

    def _tagged(self, tag: Tag) -> Clause:
        number = table_of(self.kind).c.id
        if tag is Tag.NO_EVIDENCE:
            return ~proof_of(self.kind, number, sa.literal(1)).exists()
        if tag in (Tag.OVERDUE, Tag.STALE, Tag.WATERMELON):
            return flagged(number, self.known.stands().those(lambda way: way.tagged(tag)))
        return flagged(number, self.known.tagged(tag))


def _never(clause: Clause) -> Clause:
    """Require the opposite; what is not known is not so."""
    return sa.func.coalesce(clause, sa.false()) == sa.false()

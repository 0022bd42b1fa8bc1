"""How objectives and actions stand, worked out by the database as the domain does it.

What counts, and in which order, is said in `domain.progress`; the tests hold both together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from edi_tui.domain.filters.tags import Tag
from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import ROSINESS, fresh_from
from edi_tui.domain.words import Status
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.parts import among
from edi_tui.store.queries.search.met import Clause, Column
from edi_tui.store.queries.search.places import proof_of

_CLOSED = tuple(status.value for status in Status if status.closed)
_ROSIEST = (Status.ON_TRACK.value, Status.NOT_STARTED.value)


@dataclass(frozen=True, slots=True)
class Standing:
    """The records of a kind as they stand at a day."""

    kind: Kind
    as_at: date
    behind: Callable[[], Iterable[int]]
    """Finds the objectives that are behind the path to target."""

    @property
    def _table(self) -> sa.Table:
        return table_of(self.kind)

    def is_one_of(self, codes: Iterable[str]) -> Clause:
        """Require that the status is one of some, as it was declared or as it is computed."""
        wanted = tuple(codes)
        return self._where(
            lambda facts: sa.or_(facts.c.declared.in_(wanted), self._computed(facts).in_(wanted))
        )

    def declared(self) -> Clause:
        """Require that somebody has said how it stands."""
        return self._where(lambda facts: facts.c.updated_on.is_not(None))

    def tagged(self, tag: Tag) -> Clause:
        """Require a mark: overdue, stale or watermelon."""
        tests = {Tag.OVERDUE: self._overdue, Tag.STALE: self._stale, Tag.WATERMELON: self._rosier}
        return self._where(tests[tag])

    def _where(self, test: Callable[[sa.Subquery], Clause]) -> Clause:
        facts = self._facts()
        return self._table.c.id.in_(sa.select(facts.c.id).where(test(facts)))

    def _facts(self) -> sa.Subquery:
        """Return what is declared of each record, and the days beside it."""
        table, updates = self._table.alias(), table_of(Kind.UPDATE)
        entry, other = updates.alias(), updates.alias()
        pointer = f"{self.kind.value}_id"
        newest = (
            sa.select(other.c.id)
            .where(
                other.c[pointer] == table.c.id,
                other.c.withdrawn_at.is_(None),
                other.c.on <= self.as_at,
            )
            .order_by(other.c.on.desc(), other.c.id.desc())
            .limit(1)
            .correlate(table)
            .scalar_subquery()
        )
        return (
            sa.select(
                table.c.id,
                table.c.due_on,
                sa.func.coalesce(entry.c.status, Status.NO_UPDATE.value).label("declared"),
                entry.c.on.label("updated_on"),
                entry.c.forecast_on,
            )
            .select_from(table.outerjoin(entry, entry.c.id == newest))
            .subquery()
        )

    def _open(self, facts: sa.Subquery) -> Clause:
        return facts.c.declared.not_in(_CLOSED)

    def _overdue(self, facts: sa.Subquery) -> Clause:
        return sa.and_(self._open(facts), facts.c.due_on < self.as_at)

    def _silent(self, facts: sa.Subquery) -> Clause:
        return sa.or_(facts.c.updated_on.is_(None), facts.c.updated_on < fresh_from(self.as_at))

    def _stale(self, facts: sa.Subquery) -> Clause:
        return sa.and_(self._open(facts), self._silent(facts))

    def _rosier(self, facts: sa.Subquery) -> Clause:
        says, stands = _rosiness(facts.c.declared), _rosiness(self._computed(facts))
        return says > stands

    def _computed(self, facts: sa.Subquery) -> Column:
        declared = facts.c.declared
        off_track = Status.OFF_TRACK.value
        at_risk = sa.case((declared == off_track, off_track), else_=Status.AT_RISK.value)
        reasons: list[tuple[Clause, object]] = [
            (declared.in_(_CLOSED), declared),
            (facts.c.due_on < self.as_at, off_track),
            (facts.c.forecast_on > facts.c.due_on, at_risk),
            (self._behind(facts), at_risk),
            (
                sa.and_(declared == Status.ON_TRACK.value, self._expired(facts)),
                Status.AT_RISK.value,
            ),
            (
                sa.and_(self._silent(facts), declared.in_(_ROSIEST)),
                Status.NO_UPDATE.value,
            ),
        ]
        return sa.case(*reasons, else_=declared)

    def _behind(self, facts: sa.Subquery) -> Clause:
        return among(facts.c.id, self.behind()) if self.kind is Kind.OBJECTIVE else sa.false()

    def _expired(self, facts: sa.Subquery) -> Clause:
        """Require that there is evidence, and that none of it is good any more."""
        items = table_of(Kind.EVIDENCE)
        proof = proof_of(self.kind, facts.c.id, sa.literal(1))
        over = items.c.expires_on < self.as_at
        good = sa.or_(items.c.expires_on.is_(None), items.c.expires_on >= self.as_at)
        return sa.and_(proof.where(over).exists(), ~proof.where(good).exists())


def _rosiness(status: Column) -> Column:
    return sa.case({status.value: place for status, place in ROSINESS.items()}, value=status)

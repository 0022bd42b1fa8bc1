"""How objectives and actions stand, worked out by the database as the domain does it.

What counts, and in which order, is said in `domain.progress`; the tests hold both together.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import fresh_from
from edi_tui.domain.words import Status
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.parts import among
from edi_tui.store.queries.search.flags import Flags, flagged
from edi_tui.store.queries.search.met import Clause, Column
from edi_tui.store.queries.search.places import proof_of
from edi_tui.store.queries.search.stands import Stand

_CLOSED = tuple(status.value for status in Status if status.closed)
_ROSIEST = (Status.ON_TRACK.value, Status.NOT_STARTED.value)


def stands_of(
    session: Session,
    kind: Kind,
    as_at: date,
    behind: Flags,
    numbers: Collection[int] | None = None,
) -> Mapping[Stand, Sequence[int]]:
    """Return the objectives or actions, standing and withdrawn, by the way in which they stand.

    Args:
        session: A session.
        kind: The kind.
        as_at: The day that progress is read at.
        behind: The objectives that are behind the path to target.
        numbers: The only records that are asked about; all of them without it.
    """
    found = session.execute(_Standing(kind, as_at, behind).ways(numbers))
    return {
        Stand(Status(declared), Status(computed), *map(bool, facts)): json.loads(those)
        for declared, computed, *facts, those in found
    }


@dataclass(frozen=True, slots=True)
class _Standing:
    """The records of a kind as they stand at a day."""

    kind: Kind
    as_at: date
    behind: Flags

    def ways(self, numbers: Collection[int] | None) -> sa.Select[tuple[str, str, bool, bool, str]]:
        """Return one row for each way in which records stand, with their numbers."""
        facts = self._facts(numbers)
        way = (
            facts.c.declared,
            self._computed(facts).label("computed"),
            facts.c.updated_on.is_not(None).label("told"),
            self._silent(facts).label("silent"),
            sa.func.coalesce(self._past_due(facts), sa.false()).label("past_due"),
        )
        each = sa.select(facts.c.id, *way).subquery()
        same = [each.c[column.name] for column in way]
        return sa.select(*same, sa.func.json_group_array(each.c.id)).group_by(*same)

    def _facts(self, numbers: Collection[int] | None) -> sa.Subquery:
        """Return what is declared of each record, and the days beside it."""
        table, updates = table_of(self.kind).alias(), table_of(Kind.UPDATE)
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
            .where(among(table.c.id, numbers))
            .subquery()
        )

    def _past_due(self, facts: sa.Subquery) -> Clause:
        return facts.c.due_on < self.as_at

    def _silent(self, facts: sa.Subquery) -> Clause:
        return sa.or_(facts.c.updated_on.is_(None), facts.c.updated_on < fresh_from(self.as_at))

    def _computed(self, facts: sa.Subquery) -> Column:
        declared = facts.c.declared
        off_track = Status.OFF_TRACK.value
        at_risk = sa.case((declared == off_track, off_track), else_=Status.AT_RISK.value)
        reasons: list[tuple[Clause, object]] = [
            (declared.in_(_CLOSED), declared),
            (self._past_due(facts), off_track),
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
        return flagged(facts.c.id, self.behind) if self.kind is Kind.OBJECTIVE else sa.false()

    def _expired(self, facts: sa.Subquery) -> Clause:
        """Require that there is evidence, and that none of it is good any more."""
        items = table_of(Kind.EVIDENCE)
        proof = proof_of(self.kind, facts.c.id, sa.literal(1))
        over = items.c.expires_on < self.as_at
        good = sa.or_(items.c.expires_on.is_(None), items.c.expires_on >= self.as_at)
        return sa.and_(proof.where(over).exists(), ~proof.where(good).exists())

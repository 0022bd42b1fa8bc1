"""What has been worked out of a register, kept while nothing in it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from edi_tui.domain.filters.expression import Expression
from edi_tui.domain.filters.tags import Tag
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import Row
from edi_tui.services.register import Register
from edi_tui.store.chain import Head, head_of
from edi_tui.store.queries.search.flags import Flags
from edi_tui.store.queries.search.stands import Stands

T = TypeVar("T")
List = tuple[Kind, bool]
"""A kind, and whether its withdrawn records are meant."""


@dataclass(frozen=True, slots=True)
class UpTo(Generic[T]):
    """What has been worked out of a register as it was at one entry of the change log."""

    seq: int
    value: T


@dataclass(slots=True)
class KeptAnswers:
    """What has been worked out of a register as it is at a day."""

    head: Head
    as_at: date
    values: dict[tuple[Kind, str], Mapping[int, object]] = field(default_factory=dict)
    tagged: dict[Tag, Flags] = field(default_factory=dict)
    held: dict[Kind, Mapping[int, Row]] = field(default_factory=dict)
    totals: dict[List, int] = field(default_factory=dict)
    """How many records a list has without a filter."""
    found: dict[List, tuple[Expression, Sequence[int]]] = field(default_factory=dict)
    """The last filter of a list, and all that it found."""
    rows: dict[List, dict[int, Row]] = field(default_factory=dict)
    """Rows that were read lately."""
    behind: UpTo[frozenset[int]] | None = None
    """Which objectives are behind their path, perhaps at an earlier entry of the change log."""
    stands: dict[Kind, UpTo[Stands]] = field(default_factory=dict)
    """How records stand, perhaps at an earlier entry of the change log."""


_KEPT: WeakKeyDictionary[object, KeptAnswers] = WeakKeyDictionary()
"""What was worked out last of each open register, by its engine."""


def kept_answers(register: Register, as_at: date) -> KeptAnswers:
    """Return what is known of a register as it is at a day, to look into and to add to."""
    head = _head(register)
    kept = _KEPT.get(register.engine)
    if kept is None or kept.head != head or kept.as_at != as_at:
        same = kept if kept and kept.as_at == as_at else KeptAnswers(head, as_at)
        kept = KeptAnswers(head, as_at, behind=same.behind, stands=dict(same.stands))
        _KEPT[register.engine] = kept
    return kept


def _head(register: Register) -> Head:
    """Return the newest entry of the change log, which a reading looks up once."""
    with register.reading() as session:
        head: Head = session.info.get(Head) or head_of(session)
        session.info[Head] = head
        return head

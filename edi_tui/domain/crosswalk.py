"""How far the items of frameworks are served, directly and through items that ask the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.rows import DeliveryRow, FrameworkRow
from edi_tui.domain.text import folded

_PART = re.compile(r"(?:\.\d+|(?<=\d)[A-Za-z])$")
_HIGH_IMPACT_ACTION = re.compile(r"HIA\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items of different frameworks, and why they belong together or apart."""

    one: str
    other: str
    note: str

    @property
    def turned(self) -> Pair:
        """The same pair, seen from its other side."""
        return Pair(self.other, self.one, self.note)


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The pairs of items that ask for the same thing, and those that only seem to."""

    same: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()

    def partners(self, code: str) -> tuple[str, ...]:
        """Return the codes that ask for the same thing as an item, in reading order."""
        key = folded(code)
        sides = (side for pair in self.same for side in (pair, pair.turned))
        return tuple(side.other for side in sides if folded(side.one) == key)


@dataclass(frozen=True, slots=True)
class Served:
    """An item, and what serves it."""

    item: FrameworkRow
    objectives: tuple[str, ...]
    """References of the objectives linked to it or to a part of it."""
    actions: tuple[str, ...]
    """References of the actions linked so."""
    through: tuple[str, ...] = ()
    """Codes that ask for the same thing and that an objective is linked to."""

    @property
    def high_impact_action(self) -> bool:
        """Whether it is one of the six as a whole."""
        return _HIGH_IMPACT_ACTION.fullmatch(self.item.code.strip()) is not None

    @property
    def gap(self) -> bool:
        """Whether no objective serves it directly."""
        return not self.objectives


def in_force(item: FrameworkRow, day: date) -> bool:
    """Tell whether an item holds on a day; both its first and its last day count."""
    begun = item.valid_from is None or item.valid_from <= day
    return begun and (item.valid_to is None or item.valid_to >= day)


def wholes(code: str) -> Iterator[str]:
    """Yield a code and the codes that it is part of: `HIA2.1`, `HIA2`; `EDS3A`, `EDS3`."""
    yield code
    while match := _PART.search(code):
        code = code[: match.start()]
        yield code


def served(
    items: Sequence[FrameworkRow],
    objectives: Iterable[DeliveryRow],
    actions: Iterable[DeliveryRow],
    crosswalk: Crosswalk,
) -> tuple[Served, ...]:
    """Return what serves each item, in the order of the items.

    What serves a part serves the whole: `HIA2.1` and `HIA2a` count for `HIA2`. An item is served
    through the items that the crosswalk pairs with it or with its parts; pairs are not chained,
    since two items that share a partner need not ask for the same thing.
    """
    by_objectives, by_actions = _serving(objectives), _serving(actions)
    known = {folded(item.code) for item in items}
    partners = _partners(items, crosswalk)
    return tuple(
        Served(
            item,
            tuple(by_objectives.get(key, ())),
            tuple(by_actions.get(key, ())),
            tuple(
                code
                for code in partners.get(key, ())
                if folded(code) in known and folded(code) in by_objectives
            ),
        )
        for item in items
        for key in (folded(item.code),)
    )


def gaps(found: Iterable[Served], day: date) -> tuple[Served, ...]:
    """Return the items in force on a day that no objective serves directly."""
    return tuple(one for one in found if one.gap and in_force(one.item, day))


def unserved(found: Iterable[Served]) -> tuple[Served, ...]:
    """Return the high impact actions among gaps that nothing else serves either."""
    return tuple(one for one in found if one.high_impact_action and one.gap and not one.through)


def _serving(rows: Iterable[DeliveryRow]) -> dict[str, dict[str, None]]:
    """Return the references of rows by the folded codes of all that they serve, each once."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        for code in row.frameworks:
            for whole in wholes(code):
                found.setdefault(folded(whole), {})[row.ref] = None
    return found


def _partners(items: Iterable[FrameworkRow], crosswalk: Crosswalk) -> dict[str, dict[str, None]]:
    """Return the partners of items and of their parts by folded code, each once."""
    found: dict[str, dict[str, None]] = {}
    for item in items:
        for partner in crosswalk.partners(item.code):
            for whole in wholes(item.code):
                found.setdefault(folded(whole), {})[partner] = None
    return found

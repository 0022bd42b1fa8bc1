"""How all records of a kind stand, in one byte for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from edi_tui.domain.filters.tags import Tag
from edi_tui.domain.progress import Computed
from edi_tui.domain.words import Status
from edi_tui.store.queries.search.flags import Flags

_BYTES = 256


class Stand(NamedTuple):
    """One of the ways in which records stand."""

    declared: Status
    computed: Status
    told: bool
    """Whether anybody has said how it stands."""
    silent: bool
    """Whether nobody has for long, whether it is closed or not."""
    past_due: bool
    """Whether its due date has passed, whether it is closed or not."""

    def tagged(self, tag: Tag) -> bool:
        """Tell whether it has a mark: overdue, stale or watermelon."""
        if tag is Tag.WATERMELON:
            return Computed(self.computed).watermelon(self.declared)
        return not self.declared.closed and (self.past_due if tag is Tag.OVERDUE else self.silent)


@dataclass(frozen=True, slots=True)
class Stands:
    """Which way each record stands; there are some dozens of ways, whatever the records."""

    ways: tuple[Stand, ...] = ()
    places: bytes = b""
    """For each number from 1 on the place of its way among them from 1 on; 0 without a record."""

    def those(self, fitting: Callable[[Stand], bool]) -> Flags:
        """Return the records that stand in a way that fits."""
        fits = bytes((0, *map(fitting, self.ways)))
        return self.places.translate(fits.ljust(_BYTES, b"\0"))

    def but_for(self, found: Mapping[Stand, Iterable[int]]) -> Stands:
        """Return the same with some records standing in other ways."""
        ways = (*self.ways, *(way for way in found if way not in self.ways))
        last = max((max(numbers) for numbers in found.values()), default=0)
        places = bytearray(self.places.ljust(last, b"\0"))
        for way, numbers in found.items():
            place = ways.index(way) + 1
            for number in numbers:
                places[number - 1] = place
        return Stands(ways, bytes(places))

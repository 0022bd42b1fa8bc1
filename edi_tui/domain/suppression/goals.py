"""What readers have to think possible of every small count, so that it is protected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edi_tui.domain.suppression.knowledge import Knowledge, World
from edi_tui.domain.suppression.publication import Cell, Key, Publication
from edi_tui.domain.suppression.suppressed import Suppressed


@dataclass(frozen=True, slots=True)
class Goal:
    """A number that readers have to think possible for a count."""

    target: int
    true: int
    value: int

    def reached(self, world: World) -> int:
        """Return what the count is in that world."""
        return world.get(self.target, self.true)

    def met(self, world: World) -> bool:
        """Whether the count is as far off in that world, or further."""
        there = self.reached(world)
        return there <= self.value if self.value <= self.true else there >= self.value


def small_cells(publication: Publication, threshold: int) -> Iterator[Cell]:
    """Yield the cells whose counts nobody may know."""
    return (cell for cell in publication.cells if cell.sensitive and cell.count < threshold)


def goals(
    publication: Publication, earlier: Sequence[Suppressed], threshold: int, knowledge: Knowledge
) -> Iterator[Goal]:
    """Yield both ends of what each small count has to seem; of earlier ones, what it did then."""
    ranges: dict[Key, tuple[int, int]] = {}
    for before in earlier:
        for cell in small_cells(before.publication, before.threshold):
            ranges[cell.key] = (0, before.threshold - 1)
        ranges |= {item.key: (item.low, item.high) for item in before.narrowed}
    for key in sorted(cell.key for cell in small_cells(publication, threshold)):
        ranges.setdefault(key, (0, threshold - 1))
    for key, (low, high) in ranges.items():
        number = knowledge.number[key]
        true = knowledge.counts[number].true
        yield from (Goal(number, true, value) for value in (high, low))

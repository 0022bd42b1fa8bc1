"""The search for other worlds: counts that print the same page and are not the true ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from heapq import heappop, heappush

from edi_tui.domain.suppression.knowledge import Count, Knowledge, World

_PATIENCE = 600
"""Ways looked at before a step is given up; then more is hidden, never less."""
_ROUTES = 2
"""Ways followed on that leave the same sums wrong."""


@dataclass(order=True, slots=True)
class _Way:
    """Changes of counts on the way to another world."""

    cost: int
    length: int
    """The changes so far, and as many more as there are wrong sums."""
    turn: int
    changes: World = field(compare=False)
    of_counts: int = field(compare=False)
    """The part of the cost that is for counts; the rest is for figures."""
    wrong: dict[int, int] = field(compare=False)
    """By how much each sum is wrong that is."""


_START = _Way(0, 0, 0, {}, 0, {})


class Worlds:
    """The worlds that readers have to think possible, as far as they are found."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Search by what readers know, which becomes less as more is hidden."""
        self._knowledge = knowledge

    def nearest(self, target: int, goal: int, *, free: bool) -> World:
        """Return a world in which a count is as near to the goal as steps are found.

        A step that has to be free changes nothing that readers see. Any other is the cheapest
        that is found, and what would show it is hidden from then on.
        """
        world: World = {}
        true = self._knowledge.counts[target].true
        while left := goal - world.get(target, true):
            step = self._step(world, target, left, free=free)
            if step is None:
                break
            self._hide(step)
            world = step
        return world

    def _step(self, world: World, target: int, left: int, *, free: bool) -> World | None:
        """Go the whole way at once, or half of it, or by one; at last by changing the totals."""
        one = 1 if left > 0 else -1
        sizes = dict.fromkeys((left, left // 2 or one, one))
        ways = [(size, False) for size in sizes] + [(size, True) for size in sizes if not free]
        steps = (self._move(world, target, *way, free=free) for way in ways)
        return next((step for step in steps if step is not None), None)

    def _hide(self, world: World) -> None:
        for number in world:
            if self._knowledge.counts[number].price:
                self._knowledge.counts[number].price = 0
        for figure in self._knowledge.disagreeing(world):
            figure.price = 0

    def _move(
        self, world: World, target: int, by: int, totals: bool, *, free: bool
    ) -> World | None:
        """Return the cheapest world found in which a count is that much more, or None.

        Tables of three dimensions have so many ways that the cheap ones may not be found in time.
        The totals all the way up are a short way that hides much.
        """
        if not self._allows(world, target, by, free=free):
            return None
        heap = [self._further(world, _START, target, by, 0)]
        followed: Counter[frozenset[tuple[int, int]]] = Counter()
        for turn in range(1, _PATIENCE):
            if not heap:
                break
            way = heappop(heap)
            if not way.wrong:
                there = self._merged(world, way.changes)
                if self._unseen(there, free=free):
                    return there
                continue
            state = frozenset(way.wrong.items())
            followed[state] += 1
            if followed[state] <= _ROUTES:
                for number, change in self._mends(world, way, totals, free=free):
                    heappush(heap, self._further(world, way, number, change, turn))
        return None

    def _mends(self, world: World, way: _Way, totals: bool, *, free: bool) -> list[tuple[int, int]]:
        """Return the changes that make one wrong sum right: the one with the fewest of them."""
        fewest: list[tuple[int, int]] = []
        for row, off in sorted(way.wrong.items()):
            mends = [
                (number, -sign * off)
                for number, sign in self._knowledge.sums[row]
                if number not in way.changes and self._allows(world, number, -sign * off, free=free)
            ]
            if not mends:
                return []
            if totals and mends[0][0] == self._knowledge.sums[row][0][0]:
                return mends[:1]
            if not fewest or len(mends) < len(fewest):
                fewest = mends
        return fewest

    def _allows(self, world: World, number: int, by: int, *, free: bool) -> bool:
        """Whether readers could take a count for that much more, or could be kept from knowing."""
        count = self._knowledge.counts[number]
        if count.price is None or (free and count.price):
            return False
        return count.allows(world.get(number, count.true) + by)

    def _further(self, world: World, way: _Way, number: int, by: int, turn: int) -> _Way:
        """Return the way with one more change."""
        count = self._knowledge.counts[number]
        changed = {**way.changes, number: world.get(number, count.true) + by}
        of_counts = way.of_counts + (count.price or 0)
        of_figures = way.cost - way.of_counts
        if count.figures:
            of_figures = self._price_of_figures(self._merged(world, changed))
        wrong = _with(way.wrong, count, by)
        length = len(changed) + len(wrong)
        return _Way(of_counts + of_figures, length, turn, changed, of_counts, wrong)

    def _price_of_figures(self, world: World) -> int:
        return sum(figure.price or 0 for figure in self._knowledge.disagreeing(world))

    def _merged(self, world: World, changes: World) -> World:
        counts = self._knowledge.counts
        both = {**world, **changes}
        return {number: value for number, value in both.items() if value != counts[number].true}

    def _unseen(self, world: World, *, free: bool) -> bool:
        """Whether no figure gives the world away that cannot be hidden."""
        seen = self._knowledge.disagreeing(world)
        return not any(free or figure.price is None for figure in seen)


def _with(wrong: dict[int, int], count: Count, by: int) -> dict[int, int]:
    """Return by how much the sums are wrong once a count is that much more."""
    after = dict(wrong)
    for row, sign in count.sums:
        off = after.pop(row, 0) + sign * by
        if off:
            after[row] = off
    return after

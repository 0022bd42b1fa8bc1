"""The decision what to hide, so that no small number can be worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.suppression.goals import Goal, goals, small_cells
from edi_tui.domain.suppression.knowledge import Count, Figure, Knowledge, World
from edi_tui.domain.suppression.publication import Key, Publication
from edi_tui.domain.suppression.suppressed import Hidden, Mark, Narrowed, Suppressed, Why
from edi_tui.domain.suppression.worlds import Worlds

THRESHOLD = 10
"""Counts below it are hidden. Source: the EHRC hides counts of sensitive data below 10."""


def suppress(
    publication: Publication,
    earlier: Sequence[Suppressed] = (),
    threshold: int = THRESHOLD,
    *,
    telling: bool = False,
) -> Suppressed:
    """Decide what of a publication to hide.

    Hidden is every sensitive count below the threshold and every figure worked out from one; then
    as few and as light numbers as are found to keep readers from narrowing any of these counts,
    or one hidden earlier, to less than 0 up to just below the threshold. A count of 0 is hidden
    too: it says something about everybody in its group, and if it were printed every mark would
    say `1 or more`.

    Args:
        publication: What is to be printed.
        earlier: Everything published before that shares a key with it, which nobody can take back.
        threshold: The smallest count that may be printed.
        telling: Whether marks tell small counts from those hidden to protect them. Readers who
            know how this program chooses learn more from two marks than from one.

    Raises:
        InvalidError: The threshold is below 2, or a count is not what was published before.
    """
    if threshold < 2:
        said = f"A threshold of {threshold} hides nothing; the smallest is 2."
        raise InvalidError({"threshold": said})
    return _Hiding(publication, earlier, threshold, telling).result()


class _Hiding:
    """What is hidden of one publication, and the worlds that prove it to be enough."""

    def __init__(
        self,
        publication: Publication,
        earlier: Sequence[Suppressed],
        threshold: int,
        telling: bool,
    ) -> None:
        self._publication, self._threshold, self._telling = publication, threshold, telling
        self._knowledge = Knowledge(publication, earlier, threshold if telling else None)
        self._worlds = Worlds(self._knowledge)
        self._printed: list[Count | Figure] = [
            *(self._count(cell.key) for cell in publication.cells if cell.printed),
            *(self._figure(item.key) for item in publication.quotients),
        ]
        self._prices = {item.key: item.price for item in self._printed}
        self._small = {cell.key for cell in small_cells(publication, threshold)}
        self._hidden_before = {
            cell.key
            for before in earlier
            for cell in small_cells(before.publication, before.threshold)
        }
        self._relaxed: set[int] = set()
        self._primary = self._hide_small()
        self._found: dict[Goal, World] = {}
        for goal in goals(publication, earlier, threshold, self._knowledge):
            self._found[goal] = self._prove(goal)
        self._show_again()

    def result(self) -> Suppressed:
        """Return what is hidden, in the order of the publication, and what that cannot protect."""
        return Suppressed(
            self._publication, self._threshold, tuple(self._hidden()), tuple(self._narrowed())
        )

    def _count(self, key: Key) -> Count:
        return self._knowledge.counts[self._knowledge.number[key]]

    def _figure(self, key: Key) -> Figure:
        return self._knowledge.figures[self._knowledge.figure_number[key]]

    def _hide_small(self) -> set[Key]:
        """Hide the small counts and the figures made of them; return their keys."""
        figures = {
            item.key
            for item in self._publication.quotients
            if not self._small.isdisjoint((*item.over, *item.under))
        }
        primary = {item.key for item in self._printed if item.key in self._small | figures}
        for item in self._printed:
            if item.key in primary and item.price is not None:
                item.price = 0
        return primary

    def _known(self, goal: Goal) -> Iterator[World]:
        """Yield the worlds found so far that meet a goal."""
        return (world for world in ({}, *self._found.values()) if goal.met(world))

    def _prove(self, goal: Goal) -> World:
        """Find a world that meets a goal, hiding what it takes; or one that comes near it.

        Where the marks themselves are in the way, as with 5 and 5 of a total that has to be 10 or
        more, the marks around no longer tell what is small.
        """
        world = next(self._known(goal), None)
        if world is not None:
            return world
        around = {goal.target}
        while True:
            world = self._worlds.nearest(goal.target, goal.value, free=False)
            wider = self._knowledge.neighbours(around) | around
            if goal.met(world) or wider == around or not self._telling:
                return world
            self._knowledge.relax(wider)
            self._relaxed |= wider
            around = wider

    def _show_again(self) -> None:
        """Print what was hidden on the way and turns out not to be needed, the dearest first."""
        hidden = [item for item in self._printed if item.price == 0 and self._prices[item.key]]
        extra = [item for item in hidden if item.key not in self._primary]
        for item in sorted(extra, key=lambda item: -(self._prices[item.key] or 0)):
            item.price = self._prices[item.key]
            found = self._without(item)
            if found is None:
                item.price = 0
            else:
                self._found |= found

    def _without(self, shown: Count | Figure) -> dict[Goal, World] | None:
        """Return worlds instead of those that show it, or None where some goal has none."""
        found: dict[Goal, World] = {}
        for goal, world in self._found.items():
            if self._tells(shown, world):
                reached = goal.reached(world)
                instead = self._worlds.nearest(goal.target, reached, free=True)
                if goal.reached(instead) != reached:
                    return None
                found[goal] = instead
        return found

    def _tells(self, item: Count | Figure, world: World) -> bool:
        """Whether the number would be another one in that world."""
        if isinstance(item, Count):
            return self._knowledge.number[item.key] in world
        return item in self._knowledge.changed(world)

    def _hidden(self) -> Iterator[Hidden]:
        protects = self._protects()
        for item in self._printed:
            if item.key in self._primary:
                yield Hidden(item.key, self._mark(item), Why.PRIMARY)
            elif item.price == 0:
                of = tuple(sorted(protects.get(item.key, ())))
                why = Why.EARLIER if self._hidden_before.issuperset(of) else Why.SECONDARY
                yield Hidden(item.key, self._mark(item), why, of)

    def _protects(self) -> dict[Key, set[Key]]:
        """Return the small counts whose proof would be lost if a number were printed."""
        protects: dict[Key, set[Key]] = {}
        counts = self._knowledge.counts
        for goal, world in self._found.items():
            changed = [counts[number].key for number in world]
            for key in changed + [figure.key for figure in self._knowledge.changed(world)]:
                protects.setdefault(key, set()).add(counts[goal.target].key)
        return protects

    def _mark(self, item: Count | Figure) -> Mark:
        if not self._telling or isinstance(item, Figure):
            return Mark.EITHER
        if self._knowledge.number[item.key] in self._relaxed:
            return Mark.EITHER
        return Mark.SMALL if item.key in self._primary else Mark.OTHERS

    def _narrowed(self) -> Iterator[Narrowed]:
        unmet = {goal.target for goal, world in self._found.items() if not goal.met(world)}
        for number in sorted(unmet):
            count = self._knowledge.counts[number]
            values = [world.get(number, count.true) for world in ({}, *self._found.values())]
            yield Narrowed(count.key, min(values), max(values))

"""What readers know: the counts and figures printed, now and before, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import prod

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.suppression.prices import prices
from edi_tui.domain.suppression.publication import (
    Cell,
    Key,
    Publication,
    Quotient,
    rounded_quotient,
    said,
)
from edi_tui.domain.suppression.suppressed import Mark, Suppressed

World = dict[int, int]
"""Counts as they might be too, where they differ from the true ones, by their number."""


@dataclass(slots=True)
class Count:
    """A count and what readers know of it once it is hidden."""

    key: Key
    true: int
    low: int = 0
    high: int | None = None
    price: int | None = 0
    """What it costs to hide; 0 where readers do not see it, None where they have it for good."""
    sums: list[tuple[int, int]] = field(default_factory=list)
    """The sums that it is in, by their number: 1 as the total, -1 as a part."""
    figures: list[int] = field(default_factory=list)

    def allows(self, value: int) -> bool:
        """Whether readers can take it for that number."""
        return self.low <= value and (self.high is None or value <= self.high)

    def tell(self, mark: Mark, threshold: int, *, sensitive: bool) -> None:
        """Narrow what readers know by a mark; a sensitive count without `SMALL` is no small one."""
        if mark is Mark.SMALL:
            self.high = threshold - 1 if self.high is None else min(self.high, threshold - 1)
        elif mark is Mark.OTHERS and sensitive:
            self.low = max(self.low, threshold)


@dataclass(slots=True)
class Figure:
    """A printed quotient of counts."""

    key: Key
    over: tuple[int, ...]
    under: tuple[int, ...]
    times: int
    places: int
    price: int | None = 0
    """As that of a count."""


class Knowledge:
    """Everything published before, and what could be published now."""

    def __init__(
        self, publication: Publication, earlier: Sequence[Suppressed], telling: int | None
    ) -> None:
        """Gather what readers know before anything of the new publication is hidden.

        Args:
            publication: What could be published now.
            earlier: What was published.
            telling: The threshold where the marks will tell which hidden counts are below it.
        """
        self.counts: list[Count] = []
        self.figures: list[Figure] = []
        self.sums: list[tuple[tuple[int, int], ...]] = []
        self.number: dict[Key, int] = {}
        self.figure_number: dict[Key, int] = {}
        for before in earlier:
            self._add(before.publication)
            self._tell(before)
        self._add(publication)
        self.before = [(item.low, item.high) for item in self.counts]
        """What earlier marks told of each count, before those of this publication."""
        self._price(publication)
        if telling is not None:
            self._mark(publication, telling)

    def relax(self, counts: Iterable[int]) -> None:
        """Let the marks of these counts tell nothing but what earlier marks told."""
        for number in counts:
            self.counts[number].low, self.counts[number].high = self.before[number]

    def neighbours(self, counts: Iterable[int]) -> set[int]:
        """Return the counts that share a sum with any of these."""
        sums = {row for number in counts for row, _ in self.counts[number].sums}
        return {number for row in sums for number, _ in self.sums[row]}

    def changed(self, world: World) -> list[Figure]:
        """Return the figures that would be others in that world."""
        touched = {figure for number in world for figure in self.counts[number].figures}
        figures = map(self.figures.__getitem__, sorted(touched))
        return [item for item in figures if self._value(item, world) != self._value(item, {})]

    def disagreeing(self, world: World) -> list[Figure]:
        """Return the figures that readers see and that would be others in that world."""
        return [item for item in self.changed(world) if item.price != 0]

    def _value(self, figure: Figure, world: World) -> int | None:
        over, under = (
            prod(world.get(number, self.counts[number].true) for number in numbers)
            for numbers in (figure.over, figure.under)
        )
        return rounded_quotient(figure.times * over, under, figure.places)

    def _add(self, publication: Publication) -> None:
        for cell in publication.cells:
            self._add_cell(cell)
        for item in publication.sums:
            row = ((self.number[item.total], 1), *((self.number[key], -1) for key in item.parts))
            if row not in self.sums:
                for number, sign in row:
                    self.counts[number].sums.append((len(self.sums), sign))
                self.sums.append(row)
        for quotient in publication.quotients:
            self._add_figure(quotient)

    def _add_cell(self, cell: Cell) -> None:
        number = self.number.setdefault(cell.key, len(self.counts))
        if number == len(self.counts):
            self.counts.append(Count(cell.key, cell.count))
        elif self.counts[number].true != cell.count:
            was = self.counts[number].true
            raise InvalidError(
                {
                    "publication": f"{said(cell.key)} is {cell.count} here and was {was} in an "
                    "earlier publication; give a corrected number a key of its own."
                }
            )

    def _add_figure(self, quotient: Quotient) -> None:
        over, under = (
            tuple(self.number[key] for key in keys) for keys in (quotient.over, quotient.under)
        )
        figure = Figure(quotient.key, over, under, quotient.times, quotient.places)
        number = self.figure_number.setdefault(quotient.key, len(self.figures))
        if number < len(self.figures):
            if replace(self.figures[number], price=0) != figure:
                problem = f"{said(quotient.key)} was worked out from other counts before."
                raise InvalidError({"publication": problem})
            return
        self.figures.append(figure)
        for operand in {*over, *under}:
            self.counts[operand].figures.append(number)

    def _tell(self, before: Suppressed) -> None:
        """Take in what an earlier publication printed and which marks it showed."""
        marks = before.marks
        for cell in before.publication.cells:
            count = self.counts[self.number[cell.key]]
            if not cell.printed:
                continue
            if cell.key in marks:
                count.tell(marks[cell.key], before.threshold, sensitive=cell.sensitive)
            else:
                count.price = None
        for quotient in before.publication.quotients:
            if quotient.key not in marks:
                self.figures[self.figure_number[quotient.key]].price = None

    def _price(self, publication: Publication) -> None:
        """Put a price on all that is printed now, unless readers have it for good."""
        for key, price in prices(publication).items():
            known = (
                self.counts[self.number[key]]
                if key in self.number
                else self.figures[self.figure_number[key]]
            )
            if known.price is not None:
                known.price = price

    def _mark(self, publication: Publication, threshold: int) -> None:
        """Let every count tell by its mark whether it is small, should it be hidden."""
        for cell in publication.cells:
            if cell.printed:
                small = cell.sensitive and cell.count < threshold
                mark = Mark.SMALL if small else Mark.OTHERS
                count = self.counts[self.number[cell.key]]
                count.tell(mark, threshold, sensitive=cell.sensitive)

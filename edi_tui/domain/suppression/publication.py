"""What is to be published: counts, and how readers know them to hang together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

from edi_tui.domain.errors import InvalidError

Key = tuple[str, ...]
"""What a number is about, such as its table, row, column and quarter.

One number has one key wherever it is printed; a corrected number is another and needs its own.
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count."""

    key: Key
    count: int
    sensitive: bool = True
    """Whether it counts people, so that a small one is hidden; else only where others need it."""
    printed: bool = True
    """Whether it is printed at all.

    Not printed are counts that readers could work out: of 100 people 98 answered, so 2 did not;
    or what was added to a running total since the quarter before.
    """
    weight: int = 1
    """How much readers would miss it: of two cells that would do, the lighter is hidden."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A count that is the sum of others, as readers know; with one part, the same count twice."""

    total: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    """A printed figure worked out from counts, such as a percentage or a relative likelihood.

    It is `times` the product of the counts `over` the line by that of those `under` it, rounded
    half up to so many decimal places; without a value where the counts under the line make 0.
    """

    key: Key
    over: tuple[Key, ...]
    under: tuple[Key, ...]
    times: int = 1
    places: int = 2
    weight: int = 1

    def of(self, counts: Mapping[Key, int]) -> int | None:
        """Return the figure as printed, without its decimal point; None where there is none."""
        over, under = (prod(counts[key] for key in keys) for keys in (self.over, self.under))
        return rounded_quotient(self.times * over, under, self.places)


def rounded_quotient(over: int, under: int, places: int) -> int | None:
    """Divide exactly and round half up, without the decimal point; None for a division by 0."""
    return (2 * 10**places * over + under) // (2 * under) if under else None


def percentage(key: Key, part: Key, whole: Key, *, places: int = 1, weight: int = 1) -> Quotient:
    """Return the percentage that one count is of another."""
    return Quotient(key, (part,), (whole,), times=100, places=places, weight=weight)


@dataclass(frozen=True, slots=True)
class Publication:
    """All that is printed at once, in whatever tables and formats.

    Raises:
        InvalidError: A key is given twice or missing, a count is negative, or a sum is not one.
    """

    cells: tuple[Cell, ...]
    sums: tuple[Sum, ...] = ()
    quotients: tuple[Quotient, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be reasoned about."""
        problem = next(self._problems(), "")
        if problem:
            raise InvalidError({"publication": problem})

    def _problems(self) -> Iterator[str]:
        keys = Counter([cell.key for cell in self.cells] + [item.key for item in self.quotients])
        yield from (f"{said(key)} is given twice." for key, times in keys.items() if times > 1)
        for cell in self.cells:
            if cell.count < 0:
                yield f"{said(cell.key)} is {cell.count}; a count cannot be below zero."
            if cell.weight < 1:
                yield f"{said(cell.key)} weighs {cell.weight}; a weight is 1 or more."
        counts = {cell.key: cell.count for cell in self.cells}
        for operands in (*map(_of_sum, self.sums), *map(_of_quotient, self.quotients)):
            yield from (f"{said(key)} is not a cell." for key in operands if key not in counts)
        yield from (problem for item in self.sums for problem in _not_a_sum(item, counts))


def said(key: Key) -> str:
    """Return a key as people read it: `Band 5, BME, Q3`."""
    return ", ".join(key)


def _of_sum(item: Sum) -> Iterable[Key]:
    return (item.total, *item.parts)


def _of_quotient(item: Quotient) -> Iterable[Key]:
    return (*item.over, *item.under)


def _not_a_sum(item: Sum, counts: Mapping[Key, int]) -> Iterator[str]:
    if len({item.total, *item.parts}) <= len(item.parts):
        yield f"The sum that is {said(item.total)} has a part twice."
    made = sum(counts[part] for part in item.parts)
    if made != counts[item.total]:
        yield f"{said(item.total)} is {counts[item.total]}, but its parts make {made}."

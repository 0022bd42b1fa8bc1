"""A reader who wants the hidden numbers and has nothing but the printed pages and a pencil."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import gcd, prod

from edi_tui.domain.suppression.publication import Key, Quotient, Sum
from edi_tui.domain.suppression.suppressed import Mark, Suppressed


@dataclass(frozen=True)
class Page:
    """What is printed: nothing of it comes from a hidden number."""

    counts: Mapping[Key, int]
    figures: Mapping[Quotient, Decimal | None]
    marks: Mapping[Key, Mark]
    sums: Sequence[Sum]
    people: frozenset[Key]
    """The cells that anybody can see to be about people."""
    threshold: int


def printed(made: Suppressed) -> Page:
    """Print a publication with its marks."""
    true = {cell.key: cell.count for cell in made.publication.cells}
    return Page(
        {
            cell.key: cell.count
            for cell in made.publication.cells
            if cell.printed and cell.key not in made.marks
        },
        {
            item: value_of(item, true)
            for item in made.publication.quotients
            if item.key not in made.marks
        },
        {
            cell.key: made.marks[cell.key]
            for cell in made.publication.cells
            if cell.key in made.marks
        },
        made.publication.sums,
        frozenset(cell.key for cell in made.publication.cells if cell.sensitive),
        made.threshold,
    )


def value_of(item: Quotient, counts: Mapping[Key, int]) -> Decimal | None:
    """Work a figure out as a person with a calculator does."""
    under = prod(counts[key] for key in item.under)
    if not under:
        return None
    over = item.times * prod(counts[key] for key in item.over)
    return (Decimal(over) / Decimal(under)).quantize(
        Decimal(1).scaleb(-item.places), rounding=ROUND_HALF_UP
    )


class Attacker:
    """What can be worked out from all pages together."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.known = {key: count for page in pages for key, count in page.counts.items()}
        sums = {item for page in pages for item in page.sums}
        keys = {key for item in sums for key in (item.total, *item.parts)}
        keys |= {key for page in pages for key in page.marks}
        totals = [item.total for item in sorted(sums, key=lambda item: -_depth(item, sums))]
        self.unknown = [
            key for key in dict.fromkeys([*totals, *sorted(keys)]) if key not in self.known
        ]
        self.rows = _reduced([self._equation(item) for item in sorted(sums, key=str)])

    def _equation(self, item: Sum) -> list[Fraction]:
        """Return the coefficients of the unknown counts, and what they come to."""
        signs = {item.total: 1} | dict.fromkeys(item.parts, -1)
        row = [Fraction(signs.get(key, 0)) for key in self.unknown]
        known = sum(sign * self.known[key] for key, sign in signs.items() if key in self.known)
        return [*row, Fraction(-known)]

    def solved(self) -> dict[Key, Fraction | int]:
        """Return the hidden counts that linear algebra alone gives away."""
        lone = [row for row in self.rows if sum(map(bool, row[:-1])) == 1]
        return {self.unknown[_pivot(row)]: row[-1] for row in lone}

    @property
    def freedom(self) -> int:
        """How many hidden counts have to be guessed before the others follow."""
        return len(self.unknown) - len(self.rows)

    def worlds(self, most: int) -> Iterator[dict[Key, int]]:
        """Yield every set of counts, the guessed ones up to so many, that prints these pages.

        The guesses jump about, so that worlds far apart come early.
        """
        pivots = [_pivot(row) for row in self.rows]
        free = [number for number in range(len(self.unknown)) if number not in pivots]
        solved = [(row[-1], [(n, -row[n]) for n in free if row[n]]) for row in self.rows]
        ways = (most + 1) ** len(free)
        stride = next(n for n in range(int(ways * 0.618) or 1, ways + 1) if gcd(n, ways) == 1)
        for turn in range(ways):
            number = turn * stride % ways
            guess = {place: number // (most + 1) ** n % (most + 1) for n, place in enumerate(free)}
            values = dict(guess)
            for (start, terms), pivot in zip(solved, pivots, strict=True):
                value = sum((factor * guess[place] for place, factor in terms), start)
                if value < 0 or value.denominator != 1:
                    break
                values[pivot] = int(value)
            else:
                world = {self.unknown[place]: value for place, value in values.items()}
                if self._printing_the_same(self.known | world):
                    yield world

    def _printing_the_same(self, counts: Mapping[Key, int]) -> bool:
        return all(
            all(_fits(mark, counts[key], key, page) for key, mark in page.marks.items())
            and all(value_of(item, counts) == value for item, value in page.figures.items())
            for page in self.pages
        )


def attack(pages: Sequence[Page], secret: Mapping[Key, int], most: int, guesses: int) -> None:
    """Fail where the pages together give a small count away, or narrow it.

    Args:
        pages: What is printed.
        secret: The counts that no reader may know, and the largest that each must seem to be.
        most: The largest count that a guess tries.
        guesses: How many worlds are tried at most; where there are more, algebra alone attacks.
    """
    attacker = Attacker(pages)
    assert not secret.keys() & attacker.known.keys()
    assert not secret.keys() & attacker.solved().keys()
    if (most + 1) ** attacker.freedom <= guesses:
        assert not unreached(attacker, secret, most)


def unreached(attacker: Attacker, secret: Mapping[Key, int], most: int) -> set[tuple[Key, int]]:
    """Return which of 0 and the largest number no small count can be, for all that is printed."""
    asked = {(key, end) for key, largest in secret.items() for end in (0, largest)}
    asked = {(key, end) for key, end in asked if key in attacker.unknown}
    worlds = attacker.worlds(most)
    while asked and (world := next(worlds, None)) is not None:
        asked = {
            (key, end) for key, end in asked if not (world[key] >= end if end else world[key] == 0)
        }
    return asked


def _fits(mark: Mark, count: int, key: Key, page: Page) -> bool:
    if mark is Mark.SMALL:
        return count < page.threshold
    return mark is Mark.EITHER or key not in page.people or count >= page.threshold


def _depth(item: Sum, sums: set[Sum]) -> int:
    return 1 + max((_depth(other, sums) for other in sums if other.total in item.parts), default=0)


def _pivot(row: Sequence[Fraction | int]) -> int:
    return next(number for number, value in enumerate(row) if value)


def _reduced(rows: list[list[Fraction]]) -> list[list[Fraction | int]]:
    """Return the reduced row echelon form, without rows of nothing."""
    done: list[list[Fraction]] = []
    for column in range(len(rows[0]) - 1 if rows else 0):
        row = next((row for row in rows if row[column]), None)
        if row is None:
            continue
        rows = [other for other in rows if other is not row]
        row = [value / row[column] for value in row]
        rows, done = ([_without(other, row, column) for other in some] for some in (rows, done))
        done.append(row)
    assert not any(any(row) for row in rows), "what is printed contradicts itself"
    return [[_whole(value) for value in row] for row in done]


def _whole(value: Fraction) -> Fraction | int:
    return int(value) if value.denominator == 1 else value


def _without(row: list[Fraction], pivot: list[Fraction], column: int) -> list[Fraction]:
    factor = row[column]
    return [a - factor * b for a, b in zip(row, pivot, strict=True)] if factor else row

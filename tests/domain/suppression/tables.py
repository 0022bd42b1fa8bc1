"""Tables to publish, of up to three dimensions, with every margin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from hypothesis import strategies as st

from edi_tui.domain.suppression.publication import (
    Cell,
    Key,
    Publication,
    Quotient,
    Sum,
    percentage,
)

ALL = "all"


def table(
    name: str, axes: Sequence[Sequence[str]], counts: Iterable[int], *quotients: Quotient
) -> Publication:
    """Return a table with the totals of every axis; counts go through the last axis first."""
    numbers: dict[Key, int] = dict(zip(product(*axes), counts, strict=True))
    sums: list[Sum] = []
    for place, axis in enumerate(axes):
        before = [[*earlier, ALL] for earlier in axes[:place]]
        for rest in product(*before, *axes[place + 1 :]):
            parts = [(*rest[:place], label, *rest[place:]) for label in axis]
            total = (*rest[:place], ALL, *rest[place:])
            numbers[total] = sum(numbers[part] for part in parts)
    for place, axis in enumerate(axes):
        others = [[*other, ALL] for number, other in enumerate(axes) if number != place]
        for rest in product(*others):
            parts = [(*rest[:place], label, *rest[place:]) for label in axis]
            total = (*rest[:place], ALL, *rest[place:])
            sums.append(Sum((name, *total), tuple((name, *part) for part in parts)))
    cells = tuple(Cell((name, *key), count) for key, count in numbers.items())
    return Publication(cells, tuple(sums), quotients)


def row(*counts: int, name: str = "t") -> Publication:
    """Return one row with its total."""
    return table(name, [[f"c{number}" for number in range(len(counts))]], counts)


def together(*publications: Publication, sums: Iterable[Sum] = ()) -> Publication:
    """Return publications as one; a cell with the same key in several is one cell."""
    cells = {cell.key: cell for item in publications for cell in item.cells}
    return Publication(
        tuple(cells.values()),
        (*(row for item in publications for row in item.sums), *sums),
        tuple(item for one in publications for item in one.quotients),
    )


def unprinted(publication: Publication, keys: Iterable[Key]) -> Publication:
    """Return the publication without some of its cells on the page."""
    left = set(keys)
    cells = tuple(replace(cell, printed=cell.key not in left) for cell in publication.cells)
    return replace(publication, cells=cells)


COUNTS = st.integers(0, 4) | st.integers(0, 9)
"""Counts around a threshold of 3."""


@st.composite
def tables(draw: st.DrawFn, name: str = "t") -> Publication:
    """Draw a table of one to three dimensions, some of its totals not printed."""
    sizes = draw(st.sampled_from([(2,), (3,), (2, 2), (2, 3), (3, 3), (2, 2, 2)]))
    axes = [
        [f"{axis}{number}" for number in range(size)]
        for axis, size in zip("rcd", sizes, strict=False)
    ]
    length = len(list(product(*axes)))
    made = table(name, axes, draw(st.lists(COUNTS, min_size=length, max_size=length)))
    totals = [cell.key for cell in made.cells if ALL in cell.key]
    left = draw(st.sets(st.sampled_from(totals), max_size=2))
    return with_percentages(draw, unprinted(made, left))


def with_percentages(draw: st.DrawFn, made: Publication) -> Publication:
    """Give some sums the percentage of one of their parts."""
    chosen = draw(st.lists(st.sampled_from(made.sums), max_size=2, unique=True))
    places = draw(st.sampled_from([0, 1]))
    quotients = [
        percentage(
            (f"% .{places}", *item.parts[0], *item.total),
            item.parts[0],
            item.total,
            places=places,
        )
        for item in chosen
    ]
    unique = {item.key: item for item in quotients}
    return replace(made, quotients=tuple(unique.values()))


@st.composite
def overlapping(draw: st.DrawFn) -> Publication:
    """Draw two tables with the same row totals, as of pay bands by ethnicity and by disability."""
    first = draw(st.lists(st.integers(0, 5), min_size=4, max_size=4))
    one = table("a", [["r0", "r1"], ["c0", "c1"]], first)
    splits = [draw(st.integers(0, sum(pair))) for pair in (first[:2], first[2:])]
    others = (
        number
        for split, pair in zip(splits, (first[:2], first[2:]), strict=True)
        for number in (split, sum(pair) - split)
    )
    two = table("b", [["r0", "r1"], ["d0", "d1"]], others)
    same = [Sum(("a", label, ALL), (("b", label, ALL),)) for label in ("r0", "r1", ALL)]
    return with_percentages(draw, together(one, two, sums=same))


@st.composite
def quarters(draw: st.DrawFn) -> tuple[Publication, Publication]:
    """Draw a year to date in two quarters, whose differences are counts printed or not."""
    width = draw(st.integers(1, 3))
    axis = [f"c{number}" for number in range(width)]
    first, added = (draw(st.lists(COUNTS, min_size=width, max_size=width)) for _ in range(2))
    to_date = [one + other for one, other in zip(first, added, strict=True)]
    one, new, two = (
        table(name, [axis], counts)
        for name, counts in (("q1", first), ("new", added), ("q2", to_date))
    )
    if draw(st.booleans()):
        new = unprinted(new, [cell.key for cell in new.cells])
    old = unprinted(one, [cell.key for cell in one.cells])
    grown = [Sum(("q2", label), (("q1", label), ("new", label))) for label in (*axis, ALL)]
    later = together(old, new, two, sums=grown)
    return with_percentages(draw, one), with_percentages(draw, later)

"""What readers know before anything of a new publication is hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edi_tui.domain.suppression.knowledge import Count, Knowledge
from edi_tui.domain.suppression.publication import (
    Cell,
    Key,
    Publication,
    Quotient,
    Sum,
    percentage,
)
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Hidden, Mark, Suppressed, Why
from tests.domain.suppression.tables import row

A, B, C, D = ("a",), ("b",), ("c",), ("d",)
CELLS = (Cell(A, 3, printed=False), Cell(B, 40), Cell(C, 4), Cell(D, 60, sensitive=False))
FIGURES = (percentage(("%1",), B, D), percentage(("%2",), C, D))
NEW = Publication((*CELLS, Cell(("e",), 10), Cell(("f",), 9)), (), FIGURES)


def earlier(threshold: int, **marks: Mark) -> Suppressed:
    """Return a publication of which some is hidden."""
    keys: dict[Key, Mark] = {(name.replace("p", "%"),): mark for name, mark in marks.items()}
    hidden = tuple(Hidden(key, mark, Why.PRIMARY) for key, mark in keys.items())
    return Suppressed(Publication(CELLS, (), FIGURES), threshold, hidden)


def count_of(knowledge: Knowledge, key: Key) -> Count:
    return knowledge.counts[knowledge.number[key]]


def figure_price(knowledge: Knowledge, key: Key) -> int | None:
    return knowledge.figures[knowledge.figure_number[key]].price


def test_what_was_printed_once_is_known_for_good() -> None:
    either = Mark.EITHER
    known = Knowledge(NEW, [earlier(10, c=either, p2=either)], None)
    assert count_of(known, A).price == 0
    assert count_of(known, B).price is None
    assert count_of(known, C).price
    assert count_of(known, D).price is None
    assert figure_price(known, ("%1",)) is None
    assert figure_price(known, ("%2",))
    bounds = [(count.low, count.high) for count in known.counts]
    assert bounds == [(0, None)] * len(NEW.cells)


def test_marks_tell_what_is_small_and_what_is_not() -> None:
    """A cell that is not about people may be of any size under any mark."""
    known = Knowledge(
        NEW, [earlier(5, b=Mark.OTHERS, c=Mark.SMALL, d=Mark.OTHERS, p2=Mark.EITHER)], None
    )
    assert [(count_of(known, key).low, count_of(known, key).high) for key in (A, B, C, D)] == [
        (0, None),
        (5, None),
        (0, 4),
        (0, None),
    ]


def test_of_two_marks_the_one_that_tells_more_counts() -> None:
    count = Count(A, 3)
    for threshold, most in ((10, 9), (5, 4), (7, 4)):
        count.tell(Mark.SMALL, threshold, sensitive=True)
        assert (count.low, count.high) == (0, most)
    for threshold, least in ((5, 5), (10, 10), (7, 10)):
        count.tell(Mark.OTHERS, threshold, sensitive=True)
        assert (count.low, count.high) == (least, 4)
    before = replace(count)
    count.tell(Mark.OTHERS, 20, sensitive=False)
    count.tell(Mark.EITHER, 2, sensitive=True)
    assert count == before


@pytest.mark.parametrize(
    ("value", "allowed"), [(1, False), (2, True), (5, True), (6, False), (-1, False)]
)
def test_a_count_lies_between_what_marks_tell(value: int, allowed: bool) -> None:
    assert Count(A, 3, low=2, high=5).allows(value) is allowed
    assert Count(A, 3, low=2).allows(max(value, 2))


def test_marks_that_will_tell_are_known_beforehand_and_can_be_given_up() -> None:
    known = Knowledge(NEW, [], 10)
    bounds = {key[0]: (count.low, count.high) for key, count in _by_key(known).items()}
    assert bounds == {
        "a": (0, None),  # not printed, so there is no mark
        "b": (10, None),
        "c": (0, 9),
        "d": (0, None),
        "e": (10, None),
        "f": (0, 9),
    }
    known.relax([known.number[C], known.number["e",]])
    assert (count_of(known, C).high, count_of(known, ("e",)).low) == (None, 0)
    assert count_of(known, B).low == 10


def _by_key(known: Knowledge) -> dict[Key, Count]:
    return {count.key: count for count in known.counts}


def test_counts_that_share_a_sum_are_neighbours() -> None:
    cells = (Cell(A, 1), Cell(B, 2), Cell(C, 3), Cell(D, 4))
    known = Knowledge(Publication(cells, (Sum(C, (A, B)),)), [], None)
    number = known.number
    assert known.neighbours([number[A]]) == {number[A], number[B], number[C]}
    assert known.neighbours([number[D]]) == set()


def test_a_sum_that_was_printed_before_is_one_sum() -> None:
    one = row(30, 40)
    known = Knowledge(one, [suppress(one), suppress(one)], None)
    assert len(known.sums) == 1
    assert [count.sums for count in known.counts] == [[(0, -1)], [(0, -1)], [(0, 1)]]


def test_a_figure_may_be_printed_again_and_again() -> None:
    one = replace(row(30, 40), quotients=(percentage(("%",), ("t", "c0"), ("t", "all")),))
    first = suppress(one)
    assert suppress(one, [first, suppress(one, [first])]).hidden == ()


def test_figures_that_would_be_others_are_told() -> None:
    known = Knowledge(NEW, [], None)
    b = known.number[B]
    assert [figure.key for figure in known.changed({b: 41})] == [("%1",)]
    assert known.changed({b: 40}) == []
    known.figures[known.figure_number["%1",]].price = 0
    assert known.changed({b: 41})
    assert known.disagreeing({b: 41}) == []


def test_a_percentage_weighs_what_it_is_said_to() -> None:
    assert percentage(A, B, C) == Quotient(A, (B,), (C,), 100, 1, 1)
    assert percentage(A, B, C, places=0, weight=3) == Quotient(A, (B,), (C,), 100, 0, 3)


def test_what_was_printed_before_cannot_be_hidden_so_that_something_else_is() -> None:
    """The percentage of one cell stands in an earlier paper, so that the other is hidden."""
    c0, c1, c2, total = (("t", name) for name in ("c0", "c1", "c2", "all"))
    now = row(3, 50, 40)
    counts = tuple(cell for cell in now.cells if cell.key in (c2, total))
    unprinted = tuple(replace(cell, printed=False) for cell in counts)
    first = suppress(Publication(unprinted, (), (percentage(("%",), c2, total),)))
    assert suppress(now).marks.keys() == {c0, c2}
    assert suppress(now, [first]).marks.keys() == {c0, c1}

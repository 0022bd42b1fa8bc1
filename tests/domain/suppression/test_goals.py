"""What readers have to think possible of a small count: nobody, or just under the threshold."""

from __future__ import annotations

import pytest

from edi_tui.domain.suppression.goals import Goal, goals
from edi_tui.domain.suppression.knowledge import Knowledge
from edi_tui.domain.suppression.publication import Cell, Key, Publication
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Narrowed, Suppressed

A, B, C = ("a",), ("b",), ("c",)
CELLS = (Cell(A, 3), Cell(B, 9), Cell(C, 4, sensitive=False))


def asked(now: Publication, *earlier: Suppressed) -> dict[Key, list[int]]:
    """Return what each count has to seem, with a threshold of 10."""
    known = Knowledge(now, earlier, None)
    found: dict[Key, list[int]] = {}
    for goal in goals(now, earlier, 10, known):
        count = known.counts[goal.target]
        assert goal.true == count.true
        found.setdefault(count.key, []).append(goal.value)
    return found


def test_a_small_count_of_people_may_be_nobody_or_almost_the_threshold() -> None:
    assert asked(Publication(CELLS)) == {A: [9, 0], B: [9, 0]}


def test_the_threshold_itself_is_not_small() -> None:
    assert asked(Publication((Cell(A, 10), Cell(B, 0)))) == {B: [9, 0]}


def test_a_count_that_was_small_before_seems_what_it_seemed_then() -> None:
    first = Suppressed(Publication((Cell(A, 3),)), 5, ())
    assert asked(Publication(CELLS), first) == {A: [4, 0], B: [9, 0]}
    narrowed = Suppressed(Publication((Cell(A, 3),)), 5, (), (Narrowed(A, 2, 3),))
    assert asked(Publication(CELLS), narrowed) == {A: [3, 2], B: [9, 0]}


def test_what_was_small_before_is_protected_though_it_is_not_printed_now() -> None:
    first = Suppressed(Publication((Cell(A, 3),)), 10, ())
    assert asked(Publication((Cell(B, 40),)), first) == {A: [9, 0]}


@pytest.mark.parametrize(
    ("value", "there", "met"),
    [(9, 8, False), (9, 9, True), (9, 12, True), (0, 1, False), (0, 0, True), (2, 1, True)],
)
def test_a_goal_is_met_as_far_off_or_further(value: int, there: int, met: bool) -> None:
    assert Goal(7, 3, value).met({7: there}) is met
    assert Goal(7, 3, value).reached({7: there}) == there
    assert Goal(7, 3, value).reached({8: there}) == 3


def test_the_smallest_threshold_is_two() -> None:
    assert suppress(Publication((Cell(A, 1), Cell(B, 2))), threshold=2).marks.keys() == {A}

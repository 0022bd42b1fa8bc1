from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from edi_tui.domain.suppression.publication import Cell, Key, Publication, Sum, percentage
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Hidden, Mark, Suppressed, Why
from tests.domain.suppression.attacker import Attacker, attack, printed
from tests.domain.suppression.tables import ALL, overlapping, quarters, row, table, tables

LOW = 3
"""A threshold at which every possible world of a small table can be written down."""
MOST = 14
GUESSES = 60_000


def small(made: Sequence[Suppressed]) -> dict[Key, int]:
    """Return the counts that no reader may know, and the largest that each must seem to be."""
    return {
        cell.key: one.threshold - 1
        for one in made
        for cell in one.publication.cells
        if cell.sensitive and cell.count < one.threshold
    }


@pytest.mark.parametrize("telling", [False, True])
@settings(max_examples=40)
@given(publication=tables() | overlapping())
def test_no_small_number_of_a_table_can_be_worked_out(
    telling: bool, publication: Publication
) -> None:
    made = suppress(publication, threshold=LOW, telling=telling)
    assert made.narrowed == ()
    attack([printed(made)], small([made]), MOST, GUESSES)


@pytest.mark.parametrize("telling", [False, True])
@settings(max_examples=40)
@given(pair=quarters())
def test_two_quarters_together_give_no_small_number_away(
    telling: bool, pair: tuple[Publication, Publication]
) -> None:
    first = suppress(pair[0], threshold=LOW, telling=telling)
    second = suppress(pair[1], [first], LOW, telling=telling)
    assert second.narrowed == ()
    both = [first, second]
    attack([printed(one) for one in both], small(both), MOST, GUESSES)


def careless(publication: Publication) -> Suppressed:
    """Hide the small counts and nothing else."""
    hidden = tuple(
        Hidden(cell.key, Mark.EITHER, Why.PRIMARY)
        for cell in publication.cells
        if cell.printed and cell.count < LOW
    )
    return Suppressed(publication, LOW, hidden)


def test_the_attacker_solves_what_is_hidden_carelessly() -> None:
    made = careless(row(2, 5, 6))
    assert Attacker([printed(made)]).solved() == {("t", "c0"): 2}


def test_the_attacker_reads_a_part_out_of_its_percentage() -> None:
    publication = replace(row(2, 5, 6), quotients=(percentage(("%",), ("t", "c1"), ("t", ALL)),))
    made = suppress(row(2, 5, 6), threshold=LOW)
    attacker = Attacker([printed(replace(made, publication=publication))])
    assert attacker.solved() == {}
    assert [world["t", "c0"] for world in attacker.worlds(MOST)] == [2]


def test_the_attacker_takes_one_quarter_from_the_next() -> None:
    cells = (Cell(("q1",), 6), Cell(("added",), 1, printed=False), Cell(("q2",), 7))
    made = careless(Publication(cells, (Sum(("q2",), (("q1",), ("added",))),)))
    assert Attacker([printed(made)]).solved() == {("added",): 1}


@pytest.mark.parametrize("telling", [False, True])
def test_linear_algebra_solves_nothing_of_a_thousand_counts(telling: bool) -> None:
    axes = [[f"r{number}" for number in range(90)], [f"c{number}" for number in range(10)]]
    publication = table("t", axes, (number * number % 97 for number in range(900)))
    made = suppress(publication, telling=telling)
    assert made.narrowed == ()
    assert not small([made]).keys() & Attacker([printed(made)]).solved().keys()

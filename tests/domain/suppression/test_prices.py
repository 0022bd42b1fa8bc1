"""What it costs to hide a number: totals are dear, and of two alike the larger is dearer."""

from __future__ import annotations

from dataclasses import replace

from edi_tui.domain.suppression.prices import prices
from edi_tui.domain.suppression.publication import Cell, Key, Publication, Quotient, Sum
from tests.domain.suppression.tables import row, unprinted


def test_a_total_costs_ten_times_its_parts_and_the_smaller_of_two_is_cheaper() -> None:
    assert prices(row(3, 40)) == {
        ("t", "c0"): 87 + 3,
        ("t", "c1"): 87 + 40,
        ("t", "all"): 870 + 43,
    }


def test_a_weight_makes_a_number_dearer() -> None:
    publication = row(3, 40)
    cells = tuple(replace(cell, weight=3) for cell in publication.cells)
    quotients = (Quotient(("%",), (("t", "c0"),), (("t", "all"),), weight=2),)
    found = prices(replace(publication, cells=cells, quotients=quotients))
    assert found["t", "c0"] == 3 * 87 + 3
    assert found["t", "all"] == 30 * 87 + 43
    assert found["%",] == 2 * 87


def test_what_is_not_printed_has_no_price() -> None:
    assert prices(unprinted(row(3, 40), [("t", "c0")])).keys() == {("t", "c1"), ("t", "all")}


def steps(deep: int, *, parts: int) -> Publication:
    """Return sums of sums, each with so many parts of which all but the first are nobody."""
    cells: list[Cell] = [Cell(("0",), 1)]
    sums: list[Sum] = []
    for level in range(1, deep + 1):
        others: list[Key] = [(f"{level}.{number}",) for number in range(1, parts)]
        cells += [Cell(key, 0) for key in others] + [Cell((str(level),), 1)]
        sums.append(Sum((str(level),), ((str(level - 1),), *others)))
    return Publication(tuple(cells), tuple(sums))


def test_totals_of_totals_are_dearer_up_to_the_third() -> None:
    found = prices(steps(5, parts=2))
    levels = [(found[str(level),] - 1) // 7 for level in range(6)]
    assert levels == [1, 10, 100, 1000, 1000, 1000]


def test_a_count_that_is_printed_twice_is_no_total() -> None:
    found = prices(steps(2, parts=1))
    assert len(set(found.values())) == 1


def test_levels_do_not_hang_on_the_order_of_the_sums() -> None:
    made = steps(3, parts=2)
    assert prices(replace(made, sums=made.sums[::-1])) == prices(made)

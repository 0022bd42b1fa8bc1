from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.suppression.publication import (
    Cell,
    Publication,
    Quotient,
    Sum,
    percentage,
    rounded_quotient,
)

A, B, C = ("a",), ("b",), ("c",)
CELLS = (Cell(A, 3), Cell(B, 2), Cell(C, 5))


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda: Publication((Cell(A, 1), Cell(A, 1))), "a is given twice."),
        (lambda: Publication((Cell(A, -1),)), "a is -1; a count cannot be below zero."),
        (lambda: Publication((Cell(A, 1, weight=0),)), "a weighs 0; a weight is 1 or more."),
        (lambda: Publication(CELLS, (Sum(C, (A, ("Band 5", "BME"))),)), "Band 5, BME is not"),
        (lambda: Publication(CELLS, (Sum(C, (A, A)),)), "The sum that is c has a part twice."),
        (lambda: Publication(CELLS, (Sum(A, (B, C)),)), "a is 3, but its parts make 7."),
        (lambda: Publication(CELLS, (), (percentage(A, B, C),)), "a is given twice."),
        (lambda: Publication(CELLS, (), (percentage(("%",), B, ("d",)),)), "d is not a cell."),
    ],
)
def test_what_cannot_be_reasoned_about_is_refused(
    make: Callable[[], Publication], problem: str
) -> None:
    with pytest.raises(InvalidError, match=problem):
        make()


def test_a_percentage_is_worked_out_as_it_is_printed() -> None:
    assert percentage(("%",), A, B).of({A: 1, B: 3}) == 333
    assert percentage(("%",), A, B, places=0).of({A: 1, B: 8}) == 13


def test_a_likelihood_is_worked_out_from_four_counts() -> None:
    ratio = Quotient(("ratio",), (A, B), (C, A))
    assert ratio.of({A: 30, B: 50, C: 40}) == 125


def test_a_figure_of_nobody_has_no_value() -> None:
    assert percentage(("%",), A, B).of({A: 0, B: 0}) is None


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_figures_are_rounded_as_those_of_measures_are(over: int, under: int, places: int) -> None:
    exact = (Decimal(over) / under).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert rounded_quotient(over, under, places) == int(exact.scaleb(places))

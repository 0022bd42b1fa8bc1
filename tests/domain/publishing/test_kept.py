"""A decision what to hide is kept whole, with whom each hidden number protects."""

from __future__ import annotations

import json

import pytest

from edi_tui.domain.publishing.kept import suppressed_in, suppressed_plain
from edi_tui.domain.suppression.publication import Cell, Publication, Quotient, Sum
from edi_tui.domain.suppression.suppressed import Hidden, Mark, Narrowed, Suppressed, Why

A, B, TOTAL = ("t", "a"), ("t", "b"), ("t", "all")
MADE = Suppressed(
    Publication(
        (Cell(A, 3), Cell(B, 40, sensitive=False, printed=False, weight=2), Cell(TOTAL, 43)),
        (Sum(TOTAL, (A, B)),),
        (Quotient(("%",), (A, B), (TOTAL, B), 100, 1, 3),),
    ),
    7,
    (
        Hidden(A, Mark.SMALL, Why.PRIMARY),
        Hidden(TOTAL, Mark.OTHERS, Why.EARLIER, (A, B)),
    ),
    (Narrowed(A, 1, 5),),
)
PLAIN = {
    "threshold": 7,
    "cells": [
        [["t", "a"], 3, True, True, 1],
        [["t", "b"], 40, False, False, 2],
        [["t", "all"], 43, True, True, 1],
    ],
    "sums": [[["t", "all"], [["t", "a"], ["t", "b"]]]],
    "quotients": [
        [["%"], [["t", "a"], ["t", "b"]], [["t", "all"], ["t", "b"]], 100, 1, 3],
    ],
    "hidden": [
        [["t", "a"], "small", "primary", []],
        [["t", "all"], "others", "earlier", [["t", "a"], ["t", "b"]]],
    ],
    "narrowed": [[["t", "a"], 1, 5]],
}


def test_a_decision_is_written_as_every_register_holds_it() -> None:
    assert suppressed_plain(MADE) == PLAIN


def test_it_is_read_back_from_json() -> None:
    assert suppressed_in(json.loads(json.dumps(PLAIN))) == MADE


@pytest.mark.parametrize("left_out", PLAIN)
def test_what_leaves_something_out_is_refused(left_out: str) -> None:
    with pytest.raises(KeyError):
        suppressed_in({name: value for name, value in PLAIN.items() if name != left_out})


def test_an_unknown_mark_is_refused() -> None:
    hidden = [[["t", "a"], "secret", "primary", []]]
    with pytest.raises(ValueError, match="secret"):
        suppressed_in(PLAIN | {"hidden": hidden})

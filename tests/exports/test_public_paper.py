"""What the public paper says of the figures that are hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edi_tui.exports.public_paper import hidden
from edi_tui.services.public_report import public_report
from edi_tui.services.register import Register
from tests.exports.conftest import Q2

WHY = "hidden because the register does not say how many people"


@pytest.mark.parametrize(
    ("count", "untold", "said"),
    [
        (5, 0, ""),
        (5, 2, f" 2 of them are {WHY} they are about."),
        (5, 1, f" 1 of them is {WHY} it is about."),
        (1, 1, f" It is {WHY} it is about."),
        (3, 3, f" All are {WHY} they are about."),
    ],
)
def test_the_paper_says_plainly_of_which_figures_nobody_knows_how_few_they_are(
    closed: Register, count: int, untold: int, said: str
) -> None:
    report = replace(public_report(closed, Q2), hidden=count, untold=untold, threshold=10)
    text = hidden(report)
    assert text.partition("10 people.")[2] == said
    assert " hidden, to protect groups of fewer than 10 people." in text

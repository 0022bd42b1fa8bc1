"""Whether a value in hand meets the condition of a filter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.filters.conditions import (
    Coded,
    Condition,
    Counted,
    Empty,
    Holds,
    Points,
    Within,
)
from edi_tui.domain.filters.values import fits
from edi_tui.domain.words import Status

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
QUARTER = Within(FIRST, LAST)
EIGHT = Decimal(8)


@pytest.mark.parametrize(
    ("wanted", "value", "met"),
    [
        (Empty(), "x", True),
        (Empty(), 0, True),
        (Empty(), "", False),
        (Empty(), None, False),
        (Empty(), (), False),
        (Empty(), ("", "x"), True),
        (Holds("PEOPLE"), "Chief People Officer", True),
        (Holds("people chief"), "Chief People Officer", False),
        (Holds("risk"), Status.AT_RISK, True),
        (Holds("jun", "____-06-__"), date(2027, 6, 30), True),
        (Holds("jun", "____-06-__"), date(2027, 7, 30), False),
        (Holds("2027"), date(2027, 6, 30), False),
        (Holds("b"), ("ab", "c"), True),
        (Holds("b"), ("a", "c"), False),
        (QUARTER, date(2026, 9, 30), False),
        (QUARTER, FIRST, True),
        (QUARTER, LAST, True),
        (QUARTER, date(2027, 1, 1), False),
        (QUARTER, "2026-11-01", False),
        (Within(None, LAST), date(1990, 1, 1), True),
        (Within(None, LAST), date(2027, 1, 1), False),
        (Within(FIRST, None), date(2090, 1, 1), True),
        (Within(FIRST, None), date(2026, 9, 30), False),
        (Counted(over=EIGHT), Decimal("8.1"), True),
        (Counted(over=EIGHT), 8, False),
        (Counted(under=EIGHT), 7, True),
        (Counted(under=EIGHT), EIGHT, False),
        (Counted(exactly=EIGHT), Decimal("8.0"), True),
        (Counted(exactly=EIGHT), 9, False),
        (Counted(exactly=EIGHT), None, False),
        (Coded(("at_risk",)), Status.AT_RISK, True),
        (Coded(("at_risk",)), Status.ON_TRACK, False),
        (Coded(("yes",)), True, True),
        (Coded(("yes",)), False, False),
        (Coded(("no",)), False, True),
        (Coded(("HIA2",)), ("HIA1", "HIA2"), True),
        (Points("OBJ", 4), "OBJ-004", True),
        (Points("OBJ", 4), "OBJ-005", False),
        (Points("OBJ", 4), "ACT-004", False),
        (Points("", 4), "ACT-004", True),
        (Points("OBJ", None), "OBJ-017", True),
        (Points("OBJ", None), "", False),
    ],
)
def test_a_value_meets_a_condition_or_not(wanted: Condition, value: object, met: bool) -> None:
    assert fits(wanted, value) is met

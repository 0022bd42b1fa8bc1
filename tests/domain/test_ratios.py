"""Indicators worked out from counts, checked against published figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.ratios import (
    Figure,
    Share,
    board_difference,
    disparity_ratio,
    pay_gap,
    relative_likelihood,
)
from edi_tui.domain.units import Unit, rounded

D = Decimal
COUNTS = st.integers(1, 10_000)
SHARES = st.tuples(COUNTS, COUNTS).map(lambda pair: Share(min(pair), max(pair)))


def none(unit: Unit, why: str) -> Figure:
    return Figure(None, unit, why, "")


def shown(figure: Figure, places: int = 2) -> str:
    assert figure.value is not None, figure.why_not
    assert figure.why_not == ""
    return str(rounded(figure.value, places))


def test_the_published_likelihood_of_a_cancer_trust_is_reproduced() -> None:
    figure = relative_likelihood(Share(D("46.99"), 100), Share(D("14.65"), 100))
    assert shown(figure) == "3.21"
    assert figure.unit is Unit.RATIO
    assert figure.working == "46.99% / 14.65% = 3.21"


def test_a_likelihood_is_worked_out_from_counts_and_never_rounded_inside() -> None:
    figure = relative_likelihood(Share(300, 1200), Share(10, 90))
    assert figure == Figure(
        D("2.25"), Unit.RATIO, working="300 of 1,200 (25.0%) / 10 of 90 (11.1%) = 2.25"
    )
    assert relative_likelihood(Share(1, 3), Share(D("0.1"), 1)).value == D(10) / 3


def test_nobody_of_the_group_on_top_is_a_likelihood_of_nothing() -> None:
    assert relative_likelihood(Share(0, 10), Share(1, 10)).value == 0


@pytest.mark.parametrize(
    ("over", "under", "why"),
    [
        (Share(3, 9), Share(0, 0), "Nobody from this group was shortlisted, so there is no ratio."),
        (
            Share(0, 0, "the White group"),
            Share(0, 0, "the BME group"),
            "Nobody from the White group was shortlisted, so there is no ratio.",
        ),
        (
            Share(0, 0, "the White group"),
            Share(1, 2, "the BME group"),
            "Nobody from the White group was shortlisted, so there is no ratio.",
        ),
        (
            Share(3, 9),
            Share(0, 5, "the BME group"),
            "Nobody from the BME group was appointed, so there is no ratio.",
        ),
        (Share(10, 9), Share(1, 5), "10 is more than the whole, 9; check both numbers."),
        (
            Share(1, 9),
            Share(D("100.5"), 100),
            "100.5 is more than the whole, 100; check both numbers.",
        ),
        (Share(1, 9), Share(1, 0), "1 is more than the whole, 0; check both numbers."),
        (Share(-1, 9), Share(1, 5), "-1 is less than zero; check the number."),
        (Share(1, 9), Share(-5, -1), "-5 is less than zero; check the number."),
        (Share(1, 9), Share(0, -1), "0 is more than the whole, -1; check both numbers."),
    ],
)
def test_a_likelihood_that_cannot_be_says_why(over: Share, under: Share, why: str) -> None:
    assert relative_likelihood(over, under) == none(Unit.RATIO, why)


def test_a_likelihood_is_explained_in_the_words_of_its_indicator() -> None:
    words = {"event": "formally disciplined", "among": "on the staff"}
    assert relative_likelihood(Share(1, 2), Share(0, 5), **words).why_not == (
        "Nobody from this group was formally disciplined, so there is no ratio."
    )
    assert relative_likelihood(Share(1, 2), Share(0, 0), **words).why_not == (
        "Nobody from this group was on the staff, so there is no ratio."
    )


@given(SHARES, SHARES)
def test_turning_a_likelihood_round_inverts_it(over: Share, under: Share) -> None:
    one, other = relative_likelihood(over, under).value, relative_likelihood(under, over).value
    assert one is not None
    assert other is not None
    assert rounded(one * other, 20) == 1


@given(SHARES)
def test_equal_shares_are_parity(share: Share) -> None:
    assert relative_likelihood(share, share).value == 1
    assert board_difference(share, share).value == 0


def test_the_published_board_difference_is_in_percentage_points() -> None:
    figure = board_difference(Share(2, 14), Share(D("14.93"), 100))
    assert shown(figure) == "-0.64"
    assert figure.unit is Unit.POINTS
    assert figure.working == "2 of 14 (14.3%) - 14.93% = -0.64 percentage points"


@pytest.mark.parametrize(
    ("board", "workforce", "why"),
    [
        (Share(0, 0), Share(5, 9), "There is nobody to count, so there is no percentage."),
        (Share(1, 2), Share(0, 0), "There is nobody to count, so there is no percentage."),
        (Share(3, 2), Share(1, 9), "3 is more than the whole, 2; check both numbers."),
        (Share(1, 2), Share(11, 9), "11 is more than the whole, 9; check both numbers."),
    ],
)
def test_a_board_difference_that_cannot_be_says_why(
    board: Share, workforce: Share, why: str
) -> None:
    assert board_difference(board, workforce) == none(Unit.POINTS, why)


def test_a_disparity_ratio_compares_how_groups_rise() -> None:
    figure = disparity_ratio(Share(250, 1000), Share(40, 400))
    assert figure == Figure(D("2.5"), Unit.RATIO, working="(250 / 1,000) / (40 / 400) = 2.50")
    assert disparity_ratio(Share(0, 10), Share(1, 10)).value == 0


def test_more_staff_may_be_in_higher_bands_than_in_lower_ones() -> None:
    assert disparity_ratio(Share(30, 10), Share(20, 10)).value == D("1.5")


@pytest.mark.parametrize(
    ("over", "under"),
    [(Share(2, 0), Share(4, 4)), (Share(2, 1), Share(4, 0)), (Share(2, 1), Share(0, 4))],
)
def test_an_empty_band_leaves_no_disparity_ratio(over: Share, under: Share) -> None:
    why = "One of the groups has nobody in one of the bands, so there is no ratio."
    assert disparity_ratio(over, under) == none(Unit.RATIO, why)


@pytest.mark.parametrize(
    ("over", "under"),
    [
        (Share(2, -7), Share(4, 4)),
        (Share(2, 1), Share(4, -7)),
        (Share(-7, 1), Share(4, 4)),
        (Share(2, 1), Share(-7, 4)),
        (Share(2, 0), Share(-7, 4)),
    ],
)
def test_fewer_than_nobody_leaves_no_disparity_ratio(over: Share, under: Share) -> None:
    why = "-7 is less than zero; check the number."
    assert disparity_ratio(over, under) == none(Unit.RATIO, why)


@pytest.mark.parametrize(
    ("higher", "lower", "gap", "working"),
    [
        (20, 15, "25.00", "(£20 - £15) / £20 = 25.0%"),
        (D("18.50"), D("15.00"), "18.92", "(£18.50 - £15.00) / £18.50 = 18.9%"),
        (15, 18, "-20.00", "(£15 - £18) / £15 = -20.0%"),
        (1250, 1250, "0.00", "(£1,250 - £1,250) / £1,250 = 0.0%"),
        (15, 0, "100.00", "(£15 - £0) / £15 = 100.0%"),
    ],
)
def test_a_pay_gap_is_in_per_cent_of_the_higher_pay(
    higher: Decimal | int, lower: Decimal | int, gap: str, working: str
) -> None:
    figure = pay_gap(higher, lower)
    assert shown(figure) == gap
    assert figure.unit is Unit.PERCENT
    assert figure.working == working


@pytest.mark.parametrize(
    ("higher", "lower", "why"),
    [
        (0, 15, "The pay compared with is nothing, so there is no gap."),
        (-1, 15, "-1 is less than zero; check the number."),
        (15, D("-0.5"), "-0.5 is less than zero; check the number."),
        (0, -2, "-2 is less than zero; check the number."),
    ],
)
def test_a_pay_gap_that_cannot_be_says_why(higher: int, lower: Decimal | int, why: str) -> None:
    assert pay_gap(higher, lower) == none(Unit.PERCENT, why)

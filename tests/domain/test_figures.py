"""What readings come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.figures import group_figure, reading_figure, series
from edi_tui.domain.rows import ReadingRow
from edi_tui.domain.units import Unit
from edi_tui.reference.metrics import metrics

MARCH = date(2026, 3, 31)
JUNE = date(2026, 6, 30)


def reading(
    on: date = MARCH,
    *,
    group: str = "",
    value: str | None = None,
    of: tuple[int, int] | None = None,
) -> ReadingRow:
    """Make a reading with a value, or a numerator and a denominator."""
    return ReadingRow(
        ref="RDG-001",
        version=1,
        measure="Any",
        measure_ref="MEA-001",
        as_at=on,
        group=group,
        value=None if value is None else Decimal(value),
        numerator=Decimal(of[0]) if of else None,
        denominator=Decimal(of[1]) if of else None,
        note="",
    )


@pytest.mark.parametrize(
    ("unit", "made", "expected", "kept"),
    [
        ("%", reading(value="14.2"), "14.2", Unit.PERCENT),
        ("%", reading(of=(45, 300)), "15", Unit.PERCENT),
        ("percentage points", reading(of=(1, 4)), "25", Unit.POINTS),
        ("ratio", reading(of=(3, 2)), "1.5", Unit.RATIO),
        ("score", reading(of=(36, 10)), "3.6", Unit.SCORE),
        ("£", reading(of=(1200, 4)), "300", Unit.MONEY),
        ("days", reading(of=(90, 3)), "30", Unit.DAYS),
        ("count", reading(of=(8, 12)), "8", Unit.COUNT),
        ("incidents", reading(of=(8, 12)), "8", Unit.COUNT),
        ("incidents", reading(of=(8, 0)), "8", Unit.COUNT),
        ("%", reading(value="15.1", of=(45, 300)), "15.1", Unit.PERCENT),
    ],
)
def test_a_reading_comes_to_a_value_in_its_unit(
    unit: str, made: ReadingRow, expected: str, kept: Unit
) -> None:
    figure = reading_figure(unit, made)
    assert (figure.value, figure.unit, figure.why_not) == (Decimal(expected), kept, "")


def test_nobody_to_count_is_said_and_is_no_number() -> None:
    figure = reading_figure("%", reading(of=(0, 0)))
    assert (figure.value, figure.unit) == (None, Unit.PERCENT)
    assert figure.why_not == "There was nobody to count, so there is no figure."


@pytest.mark.parametrize("unit", ["%", "count"])
@pytest.mark.parametrize(
    "made",
    [
        reading(),
        replace(reading(), numerator=Decimal(45)),
        replace(reading(), denominator=Decimal(300)),
    ],
)
def test_a_reading_without_a_value_or_both_counts_has_no_value(unit: str, made: ReadingRow) -> None:
    figure = reading_figure(unit, made)
    assert (figure.value, figure.unit) == (None, Unit.PERCENT if unit == "%" else Unit.COUNT)
    assert figure.why_not == "The reading has no value."


def test_the_likelihood_of_the_wres_comes_from_its_two_groups() -> None:
    told = [reading(group="White", value="46.99"), reading(group="bme", value="14.65")]
    figure = group_figure(metrics()["WRES2"], told)
    assert figure is not None
    assert figure.value is not None
    assert round(figure.value, 2) == Decimal("3.21")
    assert figure.unit is Unit.RATIO


def test_the_disparity_ratio_comes_from_the_bands_of_its_two_groups() -> None:
    told = [reading(group="White", of=(250, 1000)), reading(group="BME", of=(40, 400))]
    figure = group_figure(metrics()["RDR3"], told)
    assert figure is not None
    assert (figure.value, figure.unit) == (Decimal("2.5"), Unit.RATIO)


def test_nobody_shortlisted_leaves_no_ratio_but_a_sentence() -> None:
    told = [reading(group="White", of=(5, 10)), reading(group="BME", of=(0, 0))]
    figure = group_figure(metrics()["WRES2"], told)
    assert figure is not None
    assert figure.value is None
    assert figure.why_not == "Nobody from the BME group was shortlisted, so there is no ratio."


@pytest.mark.parametrize(
    ("code", "other", "why"),
    [
        ("WRES2", reading(group="BME", value="0"), "Nobody from the BME group was appointed"),
        (
            "WRES3",
            reading(group="White", value="0"),
            "Nobody from the White group was formally disciplined",
        ),
        (
            "WRES3",
            reading(group="White", of=(0, 0)),
            "Nobody from the White group was on the staff",
        ),
    ],
)
def test_what_a_likelihood_lacks_is_said_in_the_words_of_its_metric_and_group(
    code: str, other: ReadingRow, why: str
) -> None:
    metric = metrics()[code]
    first = reading(group=metric.groups[0], value="5")
    figure = group_figure(metric, [first, other])
    assert figure is not None
    assert (figure.value, figure.why_not) == (None, f"{why}, so there is no ratio.")


def test_a_group_with_one_count_and_a_percentage_is_its_percentage() -> None:
    white = replace(reading(group="White", value="50"), numerator=Decimal(3))
    bme = replace(reading(group="BME", value="25"), denominator=Decimal(8))
    figure = group_figure(metrics()["WRES2"], [white, bme])
    assert figure is not None
    assert figure.value == 2


def test_the_difference_of_the_board_is_in_percentage_points() -> None:
    told = [reading(group="Board", value="14.29"), reading(group="Workforce", value="14.93")]
    figure = group_figure(metrics()["WRES9"], told)
    assert figure is not None
    assert (figure.value, figure.unit) == (Decimal("-0.64"), Unit.POINTS)


def test_a_pay_gap_comes_from_the_pay_of_two_groups() -> None:
    told = [reading(group="Men", value="20"), reading(group="Women", value="15")]
    figure = group_figure(metrics()["GPG"], told)
    assert figure is not None
    assert (figure.value, figure.unit) == (Decimal(25), Unit.PERCENT)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("WRES2", [reading(group="White", of=(5, 10))]),
        ("WRES2", [reading(group="BME", of=(5, 10)), reading(group="Other", of=(5, 10))]),
        ("WRES2", [reading(group="White"), reading(group="BME", of=(5, 10))]),
        ("WRES2", [reading(group="White", of=(5, 10)), reading(group="BME")]),
        ("WRES6", [reading(group="White", value="20"), reading(group="BME", value="25")]),
        ("HIA4c", [reading(group="White", value="20"), reading(group="BME", value="25")]),
    ],
)
def test_groups_that_a_metric_does_not_join_make_no_figure(
    code: str, told: list[ReadingRow]
) -> None:
    assert group_figure(metrics()[code], told) is None


def test_a_series_has_one_figure_a_day_oldest_first() -> None:
    told = [reading(JUNE, value="16"), reading(MARCH, value="14"), reading(JUNE, value="15.678")]
    found = series("%", None, told)
    assert [(dated.on, dated.value) for dated in found] == [
        (MARCH, Decimal(14)),
        (JUNE, Decimal("15.678")),
    ]


def test_everyone_counts_before_groups_and_groups_only_where_a_metric_joins_them() -> None:
    told = [
        reading(MARCH, group="White", of=(4, 8)),
        reading(MARCH, group="BME", of=(1, 4)),
        reading(JUNE, group="White", of=(4, 8)),
        reading(JUNE, value="1.5"),
    ]
    wres = metrics()["WRES2"]
    assert [(dated.on, dated.value) for dated in series("ratio", wres, told)] == [
        (MARCH, Decimal(2)),
        (JUNE, Decimal("1.5")),
    ]
    assert [dated.on for dated in series("ratio", None, told)] == [JUNE]


def test_a_day_without_a_number_keeps_its_sentence() -> None:
    (dated,) = series("%", None, [reading(of=(0, 0))])
    assert dated.value is None
    assert dated.figure.why_not


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_part_of_a_whole_is_never_more_than_all_of_it(part: int, more: int) -> None:
    figure = reading_figure("%", reading(of=(part, part + more)))
    assert figure.value is not None
    assert 0 <= figure.value < 100


def test_a_figure_made_of_groups_is_shown_with_two_decimals() -> None:
    told = [reading(group="White", value="46.99"), reading(group="BME", value="14.65")]
    (dated,) = series("ratio", metrics()["WRES2"], told)
    assert dated.value == Decimal("3.21")


def test_a_typed_value_keeps_its_decimals_and_a_quotient_has_two() -> None:
    told = [reading(MARCH, value="3.2145"), reading(JUNE, of=(45, 301))]
    assert [dated.value for dated in series("%", None, told)] == [
        Decimal("3.2145"),
        Decimal("14.95"),
    ]

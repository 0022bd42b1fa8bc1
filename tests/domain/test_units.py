"""Units as people write them, and values written with them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.units import Unit, percent_words, read_unit, rounded, with_unit

WRITTEN = {
    Unit.COUNT: (
        "count; Number; No.; n; headcount; Head count; staff; people; persons; posts; members; "
        "appointments; events; sessions; meetings; WTE; FTE; times a year; times per year; "
        "number of appointments; staff in band 8a; people per quarter; sessions a month"
    ),
    Unit.PERCENT: (
        "%; percent; Per cent; per-cent; pc; pct; percentage; percentages; proportion; share; "
        "% of staff; percentage of shortlisted candidates; % per year"
    ),
    Unit.POINTS: (
        "percentage points; percentage point; Percentage-points; percent points; percent point; "
        "per cent points; per cent point; percentage point difference; "
        "percentage points difference; pp; pps; ppt; ppts; p.p.; % points; % point; "
        "percentage_points"
    ),
    Unit.RATIO: (
        "ratio; ratios; times; times as likely; times more likely; x; ×; Relative likelihood; "
        "likelihood; likelihood ratio; disparity ratio; ratio of White to BME"
    ),
    Unit.SCORE: "score; Scores; index; score out of 10; score (of 10)",
    Unit.MONEY: ("£; GBP; money; pounds; pound; pounds sterling; sterling; £ a year; £ per head"),
    Unit.DAYS: "days; day; calendar days; working days; number of days; days per case",
}


@pytest.mark.parametrize(
    ("text", "unit"),
    [(text, unit) for unit, texts in WRITTEN.items() for text in texts.split("; ")],
)
def test_a_unit_is_read_as_people_write_it(text: str, unit: Unit) -> None:
    assert read_unit(text) is unit
    assert read_unit(f"  {text.upper()} ") is unit


@pytest.mark.parametrize(
    "text", ["", " ", "points", "hours", "5%", "%%", "of staff", "yes", "£%", "daily", "out of 10"]
)
def test_words_that_are_no_unit_are_none(text: str) -> None:
    assert read_unit(text) is None


@pytest.mark.parametrize("unit", list(Unit))
def test_a_unit_reads_its_own_code_and_label(unit: Unit) -> None:
    assert read_unit(unit.value) is unit
    assert read_unit(unit.label) is unit


def test_units_have_codes_that_are_stored_and_labels_for_people() -> None:
    assert {unit.value: unit.label for unit in Unit} == {
        "count": "Count",
        "percent": "Per cent",
        "percentage_points": "Percentage points",
        "ratio": "Ratio",
        "score": "Score",
        "money": "Money",
        "days": "Days",
    }


@given(st.text())
def test_any_text_is_a_unit_or_none(text: str) -> None:
    assert read_unit(text) in (None, *Unit)


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("14.2", Unit.PERCENT, "14.2%"),
        ("-14.20", Unit.PERCENT, "-14.20%"),
        ("-0.64", Unit.POINTS, "-0.64 percentage points"),
        ("1", Unit.POINTS, "1 percentage point"),
        ("-1", Unit.POINTS, "-1 percentage point"),
        ("1.0", Unit.POINTS, "1.0 percentage point"),
        ("1.1", Unit.POINTS, "1.1 percentage points"),
        ("0", Unit.POINTS, "0 percentage points"),
        ("3.21", Unit.RATIO, "3.21"),
        ("-3", Unit.SCORE, "-3"),
        ("1200", Unit.MONEY, "£1,200"),
        ("-1200.50", Unit.MONEY, "-£1,200.50"),
        ("1E+3", Unit.COUNT, "1,000"),
        ("12", Unit.DAYS, "12 days"),
        ("-12", Unit.DAYS, "-12 days"),
        ("1", Unit.DAYS, "1 day"),
        ("0", Unit.DAYS, "0 days"),
        ("-0", Unit.PERCENT, "0%"),
    ],
)
def test_a_value_is_written_with_its_unit(value: str, unit: Unit, written: str) -> None:
    assert with_unit(Decimal(value), unit) == written


@pytest.mark.parametrize("unit", list(Unit))
def test_groups_fare_alike_at_one_for_a_ratio_and_at_nothing_for_a_difference(unit: Unit) -> None:
    assert unit.parity == (Decimal(1) if unit is Unit.RATIO else Decimal(0))


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("3.205", 2, "3.21"),
        ("3.2049", 2, "3.20"),
        ("-0.645", 2, "-0.65"),
        ("0.5", 0, "1"),
        ("2.5", 0, "3"),
        ("0.1", 3, "0.100"),
        ("-0.001", 2, "0.00"),
        ("-0.005", 2, "-0.01"),
        ("1e99", 1, f"1{'0' * 99}.0"),
        ("-1234567890123456789012345678.25", 1, "-1234567890123456789012345678.3"),
    ],
)
def test_a_half_is_rounded_up_and_nothing_is_never_negative(
    value: str, places: int, shown: str
) -> None:
    assert f"{rounded(Decimal(value), places):f}" == shown


@given(st.decimals(-1_000_000, 1_000_000, allow_nan=False, places=6), st.integers(0, 5))
def test_rounding_moves_a_value_by_half_a_place_at_most(value: Decimal, places: int) -> None:
    assert abs(rounded(value, places) - value) * 2 <= Decimal(1).scaleb(-places)


@pytest.mark.parametrize(
    ("share", "words"),
    [("0.74", "74.0%"), ("0.42836", "42.8%"), ("0.7405", "74.1%"), ("1.2", "120.0%")],
)
def test_a_share_is_written_in_per_cent(share: str, words: str) -> None:
    assert percent_words(Decimal(share)) == words

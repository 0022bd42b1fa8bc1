"""The straight line from a baseline to a target, and readings beside it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.path import (
    TOLERANCE,
    Path,
    Point,
    Trend,
    forecast,
    trend,
)
from edi_tui.domain.words import Direction

D = Decimal
UP, DOWN, PARITY = Direction.UP, Direction.DOWN, Direction.PARITY
START = date(2026, 4, 1)
VALUES = st.decimals(-1000, 1000, allow_nan=False, places=2)
DAYS = st.dates(date(2000, 1, 1), date(2050, 1, 1))


def at(value: str, days: int) -> Point:
    return Point(D(value), START + timedelta(days=days))


def path(baseline: str, target: str, direction: Direction = UP, parity: str = "1") -> Path:
    """Return a path of 100 days."""
    return Path(at(baseline, 0), at(target, 100), direction, D(parity))


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, "14"), (0, "14"), (1, "14.04"), (50, "16"), (99, "17.96"), (100, "18"), (101, "18")],
)
def test_the_path_is_straight_and_ends_at_its_ends(days: int, expected: str) -> None:
    assert path("14", "18").expected(START + timedelta(days=days)) == D(expected)


def test_a_path_can_fall() -> None:
    assert path("25", "15", DOWN).expected(START + timedelta(days=30)) == 22
    assert path("3", "1", PARITY).expected(START + timedelta(days=50)) == 2


@pytest.mark.parametrize("target_day", [0, -30])
def test_a_path_without_length_is_a_step_on_the_day_of_its_target(target_day: int) -> None:
    step = Path(at("14", 0), at("18", target_day), UP)
    before, on = START + timedelta(days=target_day - 1), START + timedelta(days=target_day)
    assert step.expected(before) == 14
    assert step.expected(on) == 18
    assert step.expected(START) == 18


@pytest.mark.parametrize(
    ("baseline", "target", "direction"),
    [("18", "18", UP), ("20", "18", UP), ("14", "18", DOWN), ("1.1", "0.8", PARITY)],
)
def test_a_target_met_at_the_start_is_asked_for_throughout(
    baseline: str, target: str, direction: Direction
) -> None:
    met = path(baseline, target, direction)
    assert met.met_at_start
    assert {met.expected(START + timedelta(days=days)) for days in (-5, 0, 50, 100)} == {D(target)}
    assert not met.behind(at(baseline, 50))


@pytest.mark.parametrize(
    ("baseline", "target", "direction"),
    [("17.9", "18", UP), ("18", "14", DOWN), ("3", "1.25", PARITY), ("0.7", "1.2", PARITY)],
)
def test_a_target_better_than_the_baseline_is_still_to_be_met(
    baseline: str, target: str, direction: Direction
) -> None:
    assert not path(baseline, target, direction).met_at_start


@pytest.mark.parametrize(
    ("line", "value", "to_path", "to_target"),
    [
        (path("14", "18"), "15", "1", "3"),
        (path("14", "18"), "17", "-1", "1"),
        (path("14", "18"), "19", "-3", "-1"),
        (path("25", "15", DOWN), "22", "2", "7"),
        (path("25", "15", DOWN), "15", "-5", "0"),
        (path("3", "1", PARITY), "2.5", "0.5", "1.5"),
        (path("3", "1", PARITY), "0.5", "-0.5", "0.5"),
        (path("-8", "0", PARITY, "0"), "-5", "1", "5"),
        (path("-8", "0", PARITY, "0"), "5", "1", "5"),
    ],
)
def test_a_reading_is_so_much_worse_than_path_and_target(
    line: Path, value: str, to_path: str, to_target: str
) -> None:
    assert line.to_path(at(value, 50)) == D(to_path)
    assert line.to_target(at(value, 50)) == D(to_target)


@pytest.mark.parametrize(
    ("line", "value", "days", "behind"),
    [
        (path("14", "18"), "15.6", 50, False),
        (path("14", "18"), "15.59", 50, True),
        (path("14", "18"), "17.6", 200, False),
        (path("14", "18"), "17.5", 200, True),
        (path("14", "18"), "13.6", -1, False),
        (path("14", "18"), "13.5", -1, True),
        (path("25", "15", DOWN), "21", 50, False),
        (path("25", "15", DOWN), "21.1", 50, True),
        (path("3", "1", PARITY), "2.2", 50, False),
        (path("3", "1", PARITY), "2.3", 50, True),
        (path("18", "18"), "18", 50, False),
        (path("18", "18"), "17.99", 50, True),
        (path("20", "18"), "18", 50, False),
        (path("20", "18"), "17.99", 50, True),
    ],
)
def test_a_reading_is_behind_by_more_than_a_tenth_of_the_way(
    line: Path, value: str, days: int, behind: bool
) -> None:
    assert line.behind(at(value, days)) is behind


@pytest.mark.parametrize(("tolerance", "behind"), [("0", True), ("0.24", True), ("0.25", False)])
def test_the_tolerance_is_a_share_of_the_way(tolerance: str, behind: bool) -> None:
    assert path("14", "18").behind(at("15", 50), D(tolerance)) is behind
    assert D("0.1") == TOLERANCE


@pytest.mark.parametrize(
    ("direction", "parity", "earlier", "latest", "moved"),
    [
        (UP, "1", "14", "15", Trend.IMPROVING),
        (UP, "1", "14", "14.0", Trend.UNCHANGED),
        (UP, "1", "14", "13", Trend.DETERIORATING),
        (DOWN, "1", "14", "13", Trend.IMPROVING),
        (DOWN, "1", "14", "15", Trend.DETERIORATING),
        (PARITY, "1", "3.21", "2", Trend.IMPROVING),
        (PARITY, "1", "0.7", "0.9", Trend.IMPROVING),
        (PARITY, "1", "0.9", "1.1", Trend.UNCHANGED),
        (PARITY, "1", "1.1", "0.8", Trend.DETERIORATING),
        (PARITY, "0", "-7.5", "-0.64", Trend.IMPROVING),
        (PARITY, "0", "1", "2", Trend.DETERIORATING),
        (PARITY, "0", "0.5", "0.9", Trend.DETERIORATING),
    ],
)
def test_a_trend_follows_the_direction(
    direction: Direction, parity: str, earlier: str, latest: str, moved: Trend
) -> None:
    assert trend(D(earlier), D(latest), direction=direction, parity=D(parity)) is moved
    line = path("14", "18", direction, parity)
    assert line.trend(at(earlier, 10), at(latest, 20)) is moved


def test_parity_is_one_unless_it_is_said() -> None:
    assert trend(D(3), D("1.5"), direction=PARITY) is Trend.IMPROVING
    assert trend(D("0.1"), D("0.2"), direction=PARITY) is Trend.IMPROVING
    assert trend(D("1.1"), D(2), direction=PARITY) is Trend.DETERIORATING
    plain = Path(at("0.5", 0), at("1", 100))
    assert (plain.parity, plain.direction) == (D(1), UP)


@pytest.mark.parametrize(("earlier", "latest"), [(None, at("1", 5)), (at("1", 5), None)])
def test_a_trend_needs_two_readings(earlier: Point | None, latest: Point | None) -> None:
    assert path("14", "18").trend(earlier, latest) is Trend.NO_EARLIER


def test_trends_are_in_words() -> None:
    assert {word.value: word.label for word in Trend} == {
        "improving": "Improving",
        "unchanged": "Unchanged",
        "deteriorating": "Deteriorating",
        "no_earlier": "No earlier data",
    }


def test_a_forecast_goes_on_as_since_the_baseline() -> None:
    assert path("14", "18").forecast(at("15", 50)) == 16
    assert path("14", "18").forecast(at("13", 25)) == 10
    assert path("14", "18").forecast(at("18", 200)) == 16


def test_a_forecast_needs_two_dates() -> None:
    assert path("14", "18").forecast(at("15", 0)) is None
    assert forecast([], START) is None
    assert forecast([at("14", 3)], START) is None
    assert forecast([at("14", 3), at("15", 3)], START) is None


def test_a_forecast_stands_on_the_first_and_the_latest_whatever_their_order() -> None:
    points = [at("15", 50), at("99", 20), at("14", 0)]
    assert forecast(points, START + timedelta(days=150)) == 17
    assert forecast(points, START) == 14
    assert forecast(points, START - timedelta(days=50)) == 13


@given(VALUES, VALUES, DAYS, DAYS, DAYS, st.sampled_from(Direction))
def test_a_path_never_leaves_its_ends(
    first: Decimal, last: Decimal, start: date, end: date, day: date, direction: Direction
) -> None:
    expected = Path(Point(first, start), Point(last, end), direction).expected(day)
    assert min(first, last) <= expected <= max(first, last)


@given(VALUES, VALUES, st.integers(1, 5000), st.integers(-100, 6000))
def test_a_reading_on_the_path_is_neither_behind_nor_ahead(
    first: Decimal, last: Decimal, length: int, days: int
) -> None:
    line = Path(Point(first, START), Point(last, START + timedelta(days=length)), DOWN)
    day = START + timedelta(days=days)
    reading = Point(line.expected(day), day)
    assert line.to_path(reading) == 0
    assert not line.behind(reading, D(0))


@given(VALUES, VALUES, st.integers(1, 5000))
def test_keeping_to_the_path_forecasts_the_target(
    first: Decimal, last: Decimal, length: int
) -> None:
    low, high = sorted((first, last))
    line = Path(Point(low, START), Point(high, START + timedelta(days=length * 2)), UP)
    halfway = START + timedelta(days=length)
    assert line.forecast(Point(line.expected(halfway), halfway)) == high


def test_a_path_from_one_side_of_parity_to_the_other_asks_for_its_target_from_the_start() -> None:
    across = path("0.8", "1.2", PARITY)
    assert not across.behind(at("1.1", 50))
    assert across.behind(at("1.3", 50))

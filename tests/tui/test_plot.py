"""The picture of a measure: in its frame, in order, and in shapes that need no colour."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from edi_tui.domain.path import Point
from edi_tui.tui.widgets.plot import Plot

START = date(2026, 3, 31)


def drawn(path: list[Point], readings: list[Point], *, width: int = 40, height: int = 6) -> str:
    """Return what a plot looks like without colours."""
    console = Console(width=width, color_system=None, file=StringIO())
    with console.capture() as capture:
        console.print(Plot(path, readings, lambda value: f"{value}%", ("dim", ""), height))
    return capture.get()


def point(value: float, days: int) -> Point:
    """Return a value so many days after the start."""
    return Point(Decimal(str(value)), START + timedelta(days=days))


def test_a_path_rises_from_the_bottom_left_to_the_target() -> None:
    lines = drawn([point(14, 0), point(18, 730)], [point(15, 365)]).splitlines()
    assert lines[0].startswith(" 18% │")
    assert lines[0].rstrip().endswith("◎")
    assert lines[5].startswith(" 14% │")
    assert lines[5][6] not in (" ", "●", "◎")
    (row,) = (number for number, line in enumerate(lines) if "●" in line)
    assert row == 4
    assert lines[6].strip().startswith("└")
    assert lines[7].split("2026") == ["      31 Mar ", "            30 Mar 2028"]


@pytest.mark.parametrize(
    ("path", "readings"),
    [
        ([], [point(3, 0)]),
        ([], [point(3, 0), point(3, 10)]),
        ([point(5, 0), point(5, 0)], []),
        ([point(9, 10), point(1, 0)], [point(0, 5)]),
    ],
)
def test_what_has_no_extent_is_drawn_all_the_same(path: list[Point], readings: list[Point]) -> None:
    shown = drawn(path, readings)
    assert shown.count("●") == len({reading.on for reading in readings})
    assert len(shown.splitlines()) == 8


values = st.decimals(-10_000, 10_000, places=2)
points = st.builds(lambda value, days: point(float(value), days), values, st.integers(0, 4000))


@given(st.lists(points, min_size=1, max_size=12), st.integers(30, 120), st.integers(4, 8))
def test_no_line_is_wider_than_its_place(found: list[Point], width: int, height: int) -> None:
    lines = drawn(found[:2] if len(found) > 2 else [], found, width=width, height=height)
    assert all(len(line) <= max(width, 24 + 12) for line in lines.splitlines())
    assert len(lines.splitlines()) == height + 2

"""Breakdowns of the same people give nothing away, whatever groups stand beside them."""

from __future__ import annotations

from random import Random

import pytest

from edi_tui.domain.publishing.breakdowns import Size, alike
from edi_tui.domain.publishing.figures import Sheet
from edi_tui.domain.publishing.line import Line
from edi_tui.services.small_numbers import decided
from tests.domain.publishing.test_figures import LAST, measure, reading

STAFF: dict[str, Size] = {
    "Women": (60, 600),
    "Men": (40, 400),
    "Disabled": (3, 50),
    "Not disabled": (97, 950),
    "BME": (22, 210),
}


def sheet(groups: dict[str, Size], unit: str, ref: str = "MEA-001") -> Sheet:
    made = Sheet()
    if unit == "members":
        rows = [reading(None, None, name, value=str(size[0])) for name, size in groups.items()]
    else:
        rows = [reading(part, whole, name) for name, (part, whole) in groups.items()]
    made.add(measure(ref, unit), rows, LAST)
    return made


def printed(made: Sheet) -> list[Line]:
    """Return the lines of which a number is printed."""
    done = decided(made, {}, [], 10)
    assert [one.narrowed for one in done] == [()] * len(done)
    marks = {key for one in done for key in one.marks}
    shown = {cell.key for one in done for cell in one.publication.cells if cell.printed} - marks
    return [line for line in made.lines if line.number in shown]


@pytest.mark.parametrize("unit", ["members", "%"])
def test_one_group_more_gives_no_small_group_away(unit: str) -> None:
    made = sheet(STAFF, unit)
    names = {line.reading.group for line in printed(made)}
    assert "Disabled" not in names
    assert not {"Women", "Men", "Not disabled"} <= names
    assert "BME" in names


def test_breakdowns_that_leave_some_of_everybody_out_give_no_small_group_away() -> None:
    """There are 110, of whom 10 told nothing of themselves."""
    made = sheet({**STAFF, "": (110, 1100)}, "%")
    names = {line.reading.group for line in printed(made)}
    assert "Disabled" not in names
    assert not {"Women", "Men", "Not disabled"} <= names


def test_everybody_among_the_groups_gives_none_away_beside_one_more() -> None:
    groups: dict[str, Size] = {"Women": (97,), "Men": (3,), "All staff": (100,), "BME": (22,)}
    names = {line.reading.group for line in printed(sheet(groups, "members"))}
    assert "Men" not in names
    assert not {"Women", "All staff"} <= names


def test_of_two_breakdowns_beside_others_it_is_told_what_they_make() -> None:
    assert alike(STAFF) == {(100, 1000): [("Women", "Men"), ("Disabled", "Not disabled")]}


def test_breakdowns_of_equal_groups_are_of_the_same_people_too() -> None:
    groups: dict[str, Size] = {"Women": (97,), "Men": (3,), "Disabled": (3,), "Not disabled": (97,)}
    assert alike(groups) == {
        (97,): [("Women",), ("Not disabled",)],
        (3,): [("Men",), ("Disabled",)],
    }


def of_500() -> dict[str, Size]:
    """Return four breakdowns of 500 people, with 3 in one of their groups."""
    counts = (260, 240, 3, 497, 55, 90, 120, 135, 100, 12, 31, 44, 60, 72, 81, 95, 105)
    return {f"group {number}": (count,) for number, count in enumerate(counts)}


def of_100() -> dict[str, Size]:
    """Return 16 groups in several breakdowns of 100 people."""
    counts = (58, 42, 3, 97, 12, 25, 33, 30, 22, 78, 10, 15, 20, 55, 51, 49)
    return {f"group {number}": (count,) for number, count in enumerate(counts)}


def of_40() -> dict[str, Size]:
    """Return 40 groups, of which one is small."""
    draw = Random(7)
    return {f"site {number}": (draw.randint(11, 300) if number else 3,) for number in range(40)}


@pytest.mark.parametrize("groups", [of_500(), of_100(), of_40()])
def test_of_too_many_groups_to_tell_nothing_is_printed(groups: dict[str, Size]) -> None:
    assert alike(groups) is None
    assert printed(sheet(groups, "members")) == []


def test_nor_is_it_where_another_measure_gives_everybody_and_many_sets_make_it() -> None:
    made = sheet({f"band {number}": (20, 30) for number in range(10)}, "%")
    made.add(measure("MEA-002"), [reading(40, 150)], LAST)
    assert {line.reading.group for line in printed(made)} == {""}

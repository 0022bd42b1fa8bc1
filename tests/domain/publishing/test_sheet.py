"""Under which keys numbers are decided on, now and in every later quarter, and what they add up to.

The keys are kept with what was published: were one to change, what was hidden once would be
printed as if it were another number.
"""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.figures import PLACES
from edi_tui.domain.publishing.figures import Sheet
from edi_tui.domain.publishing.line import Line
from edi_tui.domain.suppression.publication import Cell, Key, Publication, Quotient, Sum
from tests.domain.publishing.test_figures import FIRST, LAST, measure, reading, sheet

DAY = "2026-09-30"


def key(*name: str, group: str = "everyone", ref: str = "MEA-001", day: str = DAY) -> Key:
    return (ref, day, group, *name)


def share(part: int, whole: int, group: str = "everyone", times: int = 100) -> Publication:
    """Return what is known of one share."""
    number, out_of = (
        key("number", str(part), group=group),
        key("out of", str(whole), group=group),
    )
    rest = key("the others", f"{whole} less {part}", group=group)
    figure = key("figure", str(part), str(whole), str(times), group=group)
    return Publication(
        (Cell(out_of, whole), Cell(number, part), Cell(rest, whole - part, printed=False)),
        (Sum(out_of, (number, rest)),),
        (Quotient(figure, (number,), (out_of,), times, PLACES),),
    )


@pytest.mark.parametrize(("unit", "times"), [("%", 100), ("percentage points", 100), ("ratio", 1)])
def test_a_share_is_known_with_those_who_are_left(unit: str, times: int) -> None:
    made = sheet(reading(45, 300), unit=unit)
    assert made.publications() == [share(45, 300, times=times)]
    assert made.lines == [
        Line(
            made.lines[0].measure,
            made.lines[0].reading,
            key("number", "45"),
            key("out of", "300"),
            key("figure", "45", "300", str(times)),
        )
    ]
    assert made.lines[0].measure.ref == "MEA-001"
    assert made.lines[0].reading.numerator == 45


def test_nobody_and_everybody_are_numbers_too() -> None:
    assert sheet(reading(0, 300)).publications() == [share(0, 300)]
    assert sheet(reading(300, 300)).publications() == [share(300, 300)]


def test_the_figure_of_nobody_has_no_key() -> None:
    made = sheet(reading(0, 0))
    assert made.lines[0].figure is None
    assert made.publications()[0].quotients == ()


def test_a_figure_that_was_typed_is_not_worked_out() -> None:
    made = sheet(reading(45, 300, value="15"))
    assert made.lines[0].figure is None
    assert made.lines[0].number == key("number", "45")


def test_a_part_that_is_larger_than_its_whole_leaves_nobody() -> None:
    (only,) = sheet(reading(301, 300)).publications()
    assert [cell.count for cell in only.cells] == [300, 301]
    assert only.sums == ()


def test_a_count_has_no_figure() -> None:
    made = sheet(reading(45, 300), unit="members")
    assert (made.lines[0].figure, made.publications()[0].quotients) == (None, ())
    assert made.lines[0].number == key("number", "45")


@pytest.mark.parametrize("unit", ["score", "£", "days"])
def test_a_mean_tells_of_how_many_it_is_and_not_its_sum(unit: str) -> None:
    made = sheet(reading(870, 300), unit=unit)
    total, out_of = key("in all", "870"), key("out of", "300")
    figure = key("figure", "870", "300", "1")
    assert made.publications() == [
        Publication(
            (Cell(out_of, 300), Cell(total, 870, sensitive=False, printed=False)),
            (),
            (Quotient(figure, (total,), (out_of,), 1, PLACES),),
        )
    ]
    (line,) = made.lines
    assert (line.number, line.out_of, line.figure) == (None, out_of, figure)
    assert (line.measure.unit, line.untold) == (unit, False)
    assert line.reading.denominator == 300


def test_a_mean_that_was_typed_still_tells_of_how_many_it_is() -> None:
    (line,) = sheet(reading(870, 300, value="2.9"), unit="score").lines
    assert (line.out_of, line.figure, line.untold) == (key("out of", "300"), None, False)


def test_a_typed_count_has_a_key_of_its_own() -> None:
    made = sheet(reading(None, None, value="14"), unit="members")
    (line,) = made.lines
    assert (line.number, line.out_of, line.figure) == (key("number", "14"), None, None)
    assert made.publications() == [Publication((Cell(key("number", "14"), 14),))]
    assert line.measure.ref == "MEA-001"


@pytest.mark.parametrize(
    ("part", "whole", "value", "unit"),
    [
        (None, None, "26.2", "%"),
        (None, None, "26", "%"),
        (None, None, "1.5", "members"),
        (None, None, "-1", "members"),
        (None, None, None, "members"),
        (4, None, "4", "members"),
        (None, 300, None, "%"),
        (45, None, None, "%"),
        (-1, 300, None, "%"),
    ],
)
def test_what_is_no_count_of_people_is_not_told(
    part: int | None, whole: int | None, value: str | None, unit: str
) -> None:
    made = sheet(reading(part, whole, value=value), unit=unit)
    (line,) = made.lines
    assert line.untold
    assert (line.measure.unit, line.reading.as_at) == (unit, LAST)
    assert made.publications() == []


def test_nothing_is_told_of_a_measure_without_readings_by_then() -> None:
    made = Sheet()
    made.add(measure(), [], LAST)
    made.add(measure(), [reading(45, 300)], FIRST)
    assert (made.lines, made.publications()) == ([], [])


def groups(*parts: tuple[int, int]) -> list[str]:
    """Return the sums of groups of which nobody gave the whole."""
    made = sheet(*(reading(a, b, f"g{n}") for n, (a, b) in enumerate(parts)))
    return told(made)


def told(made: Sheet) -> list[str]:
    """Return the sums but those of a part and the others, `2 = 1 + 1`, with what is unprinted."""
    found = []
    for one in made.publications():
        cells = {cell.key: cell for cell in one.cells}
        for item in one.sums:
            if not any("the others" in part for part in item.parts):
                names = (
                    " ".join(name[2:]) + ({True: "", False: " (not printed)"}[cells[name].printed])
                    for name in (item.total, *item.parts)
                )
                total, *parts = names
                found.append(f"{total} = {' + '.join(parts)}")
    return found


def test_readers_add_groups_up_by_themselves() -> None:
    assert groups((20, 100), (30, 150)) == [
        "all groups number 50 (not printed) = group g0 number 20 + group g1 number 30",
        "all groups out of 250 (not printed) = group g0 out of 100 + group g1 out of 150",
    ]
    assert groups((20, 100)) == []


def test_groups_make_up_a_whole_with_those_who_are_in_none() -> None:
    made = sheet(reading(20, 100, "a"), reading(30, 150, "b"), reading(51, 250))
    assert told(made) == [
        "everyone number 51 = group a number 20 + group b number 30 + "
        "all groups number in no group 1 (not printed)",
        "everyone out of 250 = group a out of 100 + group b out of 150",
    ]


def test_one_group_of_a_whole_tells_of_all_others() -> None:
    made = sheet(reading(20, 100, " a "), reading(51, 250))
    assert told(made) == [
        "everyone number 51 = group a number 20 + all groups number in no group 31 (not printed)",
        "everyone out of 250 = group a out of 100 + "
        "all groups out of in no group 150 (not printed)",
    ]


def test_a_group_without_a_whole_of_its_own_makes_no_total() -> None:
    made = sheet(
        *(reading(None, None, name, value=value) for name, value in (("a", "20"), ("b", "30"))),
        reading(51, 250),
        unit="members",
    )
    assert told(made) == [
        "everyone number 51 = group a number 20 + group b number 30 + "
        "all groups number in no group 1 (not printed)",
    ]
    mixed = sheet(
        reading(None, None, "a", value="20"),
        reading(30, 150, "b"),
        reading(51, 250),
        unit="members",
    )
    assert [one for one in told(mixed) if "out of" in one] == [
        "everyone out of 250 = group b out of 150 + "
        "all groups out of in no group 100 (not printed)",
    ]
    some = sheet(reading(None, 100, "a"), reading(30, 150, "b"), reading(51, 250))
    assert told(some) == [
        "everyone number 51 = group b number 30 + all groups number in no group 21 (not printed)",
        "everyone out of 250 = group b out of 150 + "
        "all groups out of in no group 100 (not printed)",
    ]


def test_the_same_total_of_one_day_is_one_number_in_two_measures() -> None:
    made = sheet(reading(54, 300))
    made.add(measure("MEA-002"), [reading(54, 300)], LAST)
    made.add(measure("MEA-003"), [reading(54, 301)], LAST)
    made.add(measure("MEA-004"), [reading(54, 300, on=FIRST)], LAST)
    sums = {(one.total, *one.parts) for item in made.publications() for one in item.sums}
    same = {one for one in sums if len(one) == 2}
    assert same == {
        (key("number", "54", ref="MEA-002"), key("number", "54")),
        (key("out of", "300", ref="MEA-002"), key("out of", "300")),
    }


def test_groups_that_come_to_the_total_of_another_measure_are_those_people() -> None:
    made = sheet(reading(54, 300))
    made.add(measure("MEA-002"), [reading(20, 100, "a"), reading(34, 200, "b")], LAST)
    sums = {(one.total, *one.parts) for item in made.publications() for one in item.sums}
    every = {"number": "54", "out of": "300"}
    assert {one for one in sums if len(one) == 2} == {
        (("MEA-002", DAY, "all groups", name, count), key(name, count))
        for name, count in every.items()
    }


def test_typed_counts_that_are_equal_are_one_number() -> None:
    made = sheet(reading(None, None, value="14"), unit="members")
    made.add(measure("MEA-002", "members"), [reading(None, None, value="14")], LAST)
    assert [one.sums for one in made.publications()] == [
        (Sum(key("number", "14", ref="MEA-002"), (key("number", "14"),)),)
    ]


def test_a_typed_count_and_one_out_of_a_whole_are_not_taken_for_one() -> None:
    made = sheet(reading(14, 300), unit="members")
    made.add(measure("MEA-002", "members"), [reading(None, None, value="14")], LAST)
    assert len(made.publications()) == 2


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_a_day_is_a_part_of_every_key(day: date) -> None:
    made = sheet(reading(45, 300, on=day))
    assert made.lines[0].number == key("number", "45", day=day.isoformat())

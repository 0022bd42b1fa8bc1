"""Which numbers of measures are published, and what readers know of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.publishing.figures import Sheet
from edi_tui.domain.publishing.kept import Past, suppressed_in, suppressed_plain
from edi_tui.domain.publishing.line import Line
from edi_tui.domain.publishing.shared import suppress_beside
from edi_tui.domain.rows import MeasureRow, ReadingRow
from edi_tui.domain.suppression.publication import Cell, Publication, Sum
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Suppressed
from edi_tui.domain.words import Direction

FIRST, LAST = date(2026, 3, 31), date(2026, 9, 30)


def measure(ref: str = "MEA-001", unit: str = "%") -> MeasureRow:
    return MeasureRow(
        ref=ref,
        version=1,
        name="Share",
        objective="OBJ-001",
        unit=unit,
        direction=Direction.UP,
        baseline=None,
        baseline_on=None,
        target=None,
    )


def reading(
    part: int | None, whole: int | None, group: str = "", on: date = LAST, value: str | None = None
) -> ReadingRow:
    return ReadingRow(
        ref="RDG-001",
        version=1,
        measure="Share",
        measure_ref="MEA-001",
        as_at=on,
        group=group,
        value=None if value is None else Decimal(value),
        numerator=None if part is None else Decimal(part),
        denominator=None if whole is None else Decimal(whole),
        note="",
    )


def sheet(*readings: ReadingRow, unit: str = "%") -> Sheet:
    made = Sheet()
    made.add(measure(unit=unit), readings, LAST)
    return made


def hidden(made: Sheet) -> list[Line]:
    """Return the lines whose number is hidden."""
    keys = {key for item in made.publications() for key in suppress(item).marks}
    return [line for line in made.lines if line.number in keys]


def test_a_small_count_is_hidden_with_its_percentage() -> None:
    made = sheet(reading(4, 300))
    (only,) = made.publications()
    assert suppress(only).marks.keys() == {made.lines[0].number, made.lines[0].figure}


def test_a_count_is_hidden_where_the_others_are_few() -> None:
    assert len(hidden(sheet(reading(298, 300)))) == 1
    assert hidden(sheet(reading(45, 300))) == []


def test_a_percentage_of_few_people_is_hidden() -> None:
    made = sheet(reading(3, 6))
    (only,) = made.publications()
    line = made.lines[0]
    assert suppress(only).marks.keys() >= {line.number, line.out_of, line.figure}


def test_one_small_group_takes_another_with_it() -> None:
    groups = (reading(part, 100, group) for group, part in (("a", 4), ("b", 20), ("c", 30)))
    made = sheet(*groups, reading(54, 300))
    assert {line.reading.group for line in hidden(made)} == {"a", "b"}


def test_groups_that_overlap_make_no_whole() -> None:
    made = sheet(reading(20, 100, "a"), reading(40, 100, "b"), reading(50, 300))
    assert hidden(made) == []


def test_the_same_people_counted_in_two_measures_are_one_number() -> None:
    made = sheet(reading(54, 300))
    groups = [reading(part, 100, group) for group, part in (("a", 4), ("b", 20), ("c", 30))]
    made.add(measure("MEA-002"), groups, LAST)
    assert len(made.publications()) == 1
    assert len(hidden(made)) == 2


def test_a_typed_percentage_tells_nobody_of_how_few_people_it_is() -> None:
    made = sheet(reading(None, None, value="26.2"))
    assert made.lines[0].untold
    assert made.publications() == []


def test_a_typed_count_is_a_count() -> None:
    made = sheet(reading(None, None, value="14"), unit="members")
    assert not made.lines[0].untold
    assert hidden(made) == []
    assert len(hidden(sheet(reading(None, None, value="6"), unit="members"))) == 1


def test_the_first_and_the_latest_day_are_told_and_nothing_later() -> None:
    days = (FIRST, date(2026, 6, 30), LAST, date(2026, 10, 31))
    made = sheet(*(reading(40 + n, 300, on=day) for n, day in enumerate(days)))
    assert [line.reading.as_at for line in made.lines] == [FIRST, LAST]


def test_of_two_readings_the_one_entered_last_counts() -> None:
    made = sheet(reading(4, 300), reading(40, 300))
    assert [line.reading.numerator for line in made.lines] == [40]


def test_a_number_in_a_unit_that_nobody_knows_may_be_a_percentage_of_few() -> None:
    for unit in ("", "of our leavers"):
        assert sheet(reading(None, None, value="20"), unit=unit).lines[0].untold


def split(*parts: tuple[str, int], whole: int | None) -> list[ReadingRow]:
    readings = [reading(part, 10 * part, name) for name, part in parts]
    return readings + ([] if whole is None else [reading(whole, 10 * whole)])


@pytest.mark.parametrize("whole", [65, 66, None])
def test_a_small_group_is_not_what_is_left_of_a_breakdown_beside_another(whole: int | None) -> None:
    """Women are 65 less the men, whatever else the staff are broken down by."""
    rest = 0 if whole is None else whole - 65
    parts = ("women", 5), ("men", 60), ("young", 25), ("old", 40 + rest)
    groups = {line.reading.group for line in hidden(sheet(*split(*parts, whole=whole)))}
    shown = {"women", "men", "young", "old", "" if whole else "women"} - groups
    assert "women" in groups
    assert not {"men", ""} <= shown
    assert not {"men", "young", "old"} <= shown


def test_of_many_groups_that_overlap_nothing_is_printed() -> None:
    made = sheet(*split(*((f"group {n}", 30) for n in range(9)), whole=100))
    parts = made.publications()
    printed = {cell.key for one in parts for cell in one.cells if cell.printed}
    assert printed == {made.lines[-1].number, made.lines[-1].out_of}
    figures = [item.key for one in parts for item in one.quotients]
    assert figures == [made.lines[-1].figure]


def test_many_groups_that_may_be_all_there_are_are_printed() -> None:
    made = sheet(*split(*((f"group {n}", 30) for n in range(10)), whole=None))
    printed = {cell.key for one in made.publications() for cell in one.cells if cell.printed}
    assert {line.number for line in made.lines} <= printed


def test_what_one_measure_hides_of_a_group_another_does_not_print() -> None:
    """Three measures of the same staff share their denominators."""
    made = Sheet()
    for number, parts in enumerate([(8, 50, 60), (3, 44, 11), (7, 12, 50)]):
        groups = [
            reading(part, whole, group)
            for group, part, whole in zip("abc", parts, (8, 50, 60), strict=True)
        ]
        made.add(measure(f"MEA-00{number}"), [*groups, reading(sum(parts), 118)], LAST)
    done: list[Suppressed] = []
    for item in made.publications():
        done.append(suppress_beside(item, [], done, 10))
    assert len(done) == 3
    assert [one.narrowed for one in done] == [()] * 3
    marks = {key for one in done for key in one.marks}
    by_group: dict[str, set[bool]] = {}
    for line in made.lines:
        by_group.setdefault(line.reading.group, set()).add(line.out_of in marks)
    assert [len(is_hidden) for is_hidden in by_group.values()] == [1, 1, 1, 1]
    assert by_group["a"] == {True}
    assert sum(is_hidden == {True} for is_hidden in by_group.values()) > 1


def test_what_another_breakdown_leaves_of_everybody_gives_no_group_away() -> None:
    """The first hides two groups of four, of which the second would print what is left of one."""
    first = [("black", 2, 8), ("asian", 15, 30), ("white", 31, 62), ("", 48, 100)]
    second = [("asian", 9, 30), ("not asian", 21, 70), ("", 30, 100)]
    done: list[Suppressed] = []
    hides: dict[tuple[str, str], bool] = {}
    for number, parts in enumerate((first, second)):
        made = Sheet()
        rows = [reading(part, whole, group) for group, part, whole in parts]
        made.add(measure(f"MEA-00{number}"), rows, LAST)
        for item in made.publications():
            done.append(suppress_beside(item, [], done, 10))
        marks = {key for one in done for key in one.marks}
        hides |= {
            (line.measure.ref, line.reading.group): line.out_of in marks for line in made.lines
        }
    assert hides["MEA-000", "black"]
    assert hides["MEA-000", "asian"]
    assert hides["MEA-001", "asian"]
    assert hides["MEA-001", "not asian"]


@pytest.mark.parametrize("unit", ["%", "members", "score"])
def test_everybody_among_the_groups_gives_none_of_them_away(unit: str) -> None:
    groups = [("women", 40, 120), ("men", 4, 5), ("All staff", 44, 125)]
    if unit == "members":
        rows = [reading(None, None, name, value=str(part)) for name, part, _ in groups]
    else:
        rows = [reading(part, whole, name) for name, part, whole in groups]
    made = sheet(*rows, unit=unit)
    marks = {key for item in made.publications() for key in suppress(item).marks}
    told = [(line.number, line.out_of) for line in made.lines]
    for keys in zip(*told, strict=True):
        if all(keys):
            assert len(marks.intersection(keys)) > 1


def test_a_mean_of_few_people_is_not_what_is_left_of_everybody() -> None:
    made = sheet(reading(300, 120, "a"), reading(9, 5, "b"), reading(309, 125), unit="score")
    marks = {key for item in made.publications() for key in suppress(item).marks}
    assert len(marks.intersection(line.out_of for line in made.lines)) > 1


def test_of_a_group_of_nobody_beside_two_breakdowns_no_group_is_printed() -> None:
    rows = [("women", 60), ("men", 20), ("young", 45), ("old", 35), ("unborn", 0)]
    made = sheet(*(reading(n, n, name) for name, n in rows), reading(80, 80), unit="members")
    parts = made.publications()
    printed = {cell.key for one in parts for cell in one.cells if cell.printed}
    assert printed == {made.lines[-1].number, made.lines[-1].out_of}


def test_a_total_that_another_measure_prints_is_not_left_of_one_group() -> None:
    """Neither gives how many everybody is beside its groups, and yet both are of all staff."""
    made = Sheet()
    made.add(measure("MEA-001"), [reading(40, 120, "women"), reading(3, 5, "men")], LAST)
    ages = [reading(30, 60, "young"), reading(31, 65, "old")]
    made.add(measure("MEA-002"), [*ages, reading(61, 125)], LAST)
    done: list[Suppressed] = []
    left = made.publications()
    while left:
        done.append(suppress_beside(left.pop(0), [], done, 10, coming=left))
    marks = {key for one in done for key in one.marks}
    women, men = made.lines[:2]
    assert {women.out_of, men.out_of} <= marks


def test_a_decision_is_kept_and_read_back() -> None:
    made = [suppress(item) for item in sheet(reading(4, 300), reading(2, 9, "a")).publications()]
    assert made
    assert [suppressed_in(suppressed_plain(one)) for one in made] == made


def test_what_was_published_bears_on_it_by_way_of_others_too() -> None:
    def of(*names: str) -> Publication:
        cells = tuple(Cell((name,), 20) for name in names)
        sums = tuple(Sum((names[0],), ((name,),)) for name in names[1:])
        return Publication(cells, sums)

    earlier = [suppress(of("c", "d")), suppress(of("x")), suppress(of("b", "c"))]
    assert Past(earlier).of(of("a", "b")) == [earlier[0], earlier[2]]

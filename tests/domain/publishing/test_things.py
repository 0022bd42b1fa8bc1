"""Measures of things are published as they are, and give nothing away of people."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.publishing.figures import Sheet
from edi_tui.domain.publishing.shared import suppress_beside
from edi_tui.domain.publishing.things import GATHERINGS, THINGS, counts_things
from edi_tui.domain.rows import ReadingRow
from edi_tui.domain.suppression.publication import Publication
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Suppressed
from tests.domain.publishing.test_figures import FIRST, LAST, hidden, measure, reading, sheet


def typed(value: int | str, group: str = "") -> ReadingRow:
    return reading(None, None, group, value=str(value))


@pytest.mark.parametrize(
    "unit", ["sessions", "Session", " meetings ", "POLICIES", "recommendations", "workshops"]
)
def test_a_small_number_of_things_is_published(unit: str) -> None:
    made = sheet(reading(None, None, on=FIRST, value="0"), typed(4), unit=unit)
    assert hidden(made) == []
    assert [line.number and line.number[-1] for line in made.lines] == ["0", "4"]


@pytest.mark.parametrize(
    "unit",
    [
        *("incidents", "cases", "complaints", "grievances", "appointments", "posts", "members"),
        *("staff", "headcount", "count", "number", "people", "reviews", "places", "reports"),
        *("", "of our leavers", "sessions attended by staff", "sessions per person", "Sessionen"),
        *("policies and people", "meetings / staff", "network members", "WTE", "%", "days"),
    ],
)
def test_what_may_count_people_stays_protected(unit: str) -> None:
    for made in (sheet(typed(4), unit=unit), sheet(reading(4, 300), unit=unit)):
        assert all(
            line.untold or line in hidden(made) or line.number is None for line in made.lines
        )
    assert not counts_things(measure(unit=unit), [typed(4)])


def test_sessions_of_a_group_stay_protected_with_all_of_the_measure() -> None:
    """On whichever day the group was entered, also one that is not printed."""
    groups = (typed(2, "Disabled staff"), typed(12), reading(None, None, on=FIRST, value="4"))
    among = sheet(*groups, unit="sessions")
    assert among.publications() == sheet(*groups, unit="members").publications()
    assert {line.reading.value for line in hidden(among)} >= {Decimal(2), Decimal(4)}
    later = replace(typed(2, "Disabled staff"), as_at=LAST.replace(month=12))
    assert len(hidden(sheet(typed(4), later, unit="sessions"))) == 1


def test_what_things_are_out_of_may_be_people() -> None:
    assert len(hidden(sheet(reading(4, 8), unit="sessions"))) == 1
    assert sheet(reading(4, None, value="4"), unit="sessions").lines[0].untold


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Grievance meetings held",
            "Counselling sessions",
            "Violent events",
            "One-to-one sessions",
        ),
        *("Return-to-work meetings", "Sessions attended by Disabled staff", "Exit meetings"),
        "Occupational health sessions",
    ],
)
def test_gatherings_about_one_person_stay_protected(name: str) -> None:
    of_one = replace(measure(unit="sessions"), name=name)
    assert not counts_things(of_one, [typed(4)])
    assert counts_things(replace(of_one, name="Reverse mentoring sessions completed"), [typed(4)])
    assert counts_things(replace(of_one, unit="policies"), [typed(4)])


def test_a_national_metric_is_of_staff_whatever_its_unit() -> None:
    assert not counts_things(replace(measure(unit="sessions"), metric="WRES1"), [typed(4)])


@pytest.mark.parametrize("value", ["1.5", "-1"])
def test_no_number_of_things_is_not_told(value: str) -> None:
    assert sheet(typed(value), unit="sessions").lines[0].untold


def test_what_was_hidden_as_people_stays_hidden_as_things() -> None:
    (before,) = sheet(typed(4), unit="members").publications()
    (after,) = sheet(typed(4), unit="sessions").publications()
    kept = suppress(after, [suppress(before)])
    assert kept.marks.keys() == {cell.key for cell in after.cells}
    assert kept.narrowed == ()


def test_what_was_published_as_things_has_to_be_acknowledged_once_it_is_of_people() -> None:
    (before,) = sheet(typed(4), unit="sessions").publications()
    (after,) = sheet(typed(4), unit="members").publications()
    assert suppress(after, [suppress(before)]).narrowed


def test_the_guide_names_every_unit_that_counts_things() -> None:
    page = files("edi_tui").joinpath("guide", "safety.md").read_text(encoding="utf-8")
    assert [word for word in THINGS | GATHERINGS if word.endswith("s") and word not in page] == []


def decided(made: Sheet) -> list[Suppressed]:
    done: list[Suppressed] = []
    left: list[Publication] = made.publications()
    while left:
        done.append(suppress_beside(left.pop(0), [], done, 10, coming=left))
    return done


@given(
    parts=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 30)), min_size=1, max_size=4),
    unit=st.sampled_from(["%", "members", "score"]),
    things=st.integers(0, 40),
)
def test_things_change_nothing_of_what_is_hidden_of_people(
    parts: list[tuple[int, int]], unit: str, things: int
) -> None:
    """Equal numbers of sessions and of members are not the same number."""
    counted = [(part, part + rest) for part, rest in parts]
    groups = [reading(part, whole, f"g{n}") for n, (part, whole) in enumerate(counted)]
    whole = reading(sum(part for part, _ in counted), sum(size for _, size in counted))
    if unit == "members":
        groups = [typed(part, f"g{n}") for n, (part, _) in enumerate(counted)]
        whole = typed(sum(part for part, _ in counted))
    made: list[list[Suppressed]] = []
    for beside in (False, True):
        both = Sheet()
        if beside:
            both.add(measure("MEA-000", "sessions"), [typed(things)], LAST)
        both.add(measure("MEA-001", unit), [*groups, whole], LAST)
        if beside:
            both.add(measure("MEA-002", "policies"), [typed(things)], LAST)
        made.append([one for one in decided(both) if _of_people(one)])
        assert all(_of_people(one) or not one.hidden for one in decided(both))
    assert made[0] == made[1]


def _of_people(one: Suppressed) -> bool:
    return all(cell.key[0] == "MEA-001" for cell in one.publication.cells)

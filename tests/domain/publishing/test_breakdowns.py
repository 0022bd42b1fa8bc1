"""Which groups make up everybody is told from how large they are, in whatever is told of them."""

from __future__ import annotations

from edi_tui.domain.publishing.breakdowns import alike, apart

SEXES = {"women": (20, 60), "men": (4, 5)}
AGES = {"young": (14, 25), "old": (10, 40)}
EVERYBODY = (24, 65)


def test_one_breakdown_makes_a_whole() -> None:
    assert apart(SEXES, EVERYBODY) == [("women", "men")]
    assert apart(SEXES, (30, 80)) == [("women", "men")]


def test_two_breakdowns_make_it_each() -> None:
    found = apart(SEXES | AGES, EVERYBODY)
    assert found is not None
    assert set(found) == {("women", "men"), ("young", "old")}


def test_nobody_of_a_group_belongs_to_the_breakdown_of_which_that_group_is() -> None:
    """Of 0 of 25 it is known where they belong, of 0 of 0 it is not."""
    sexes = {"women": (20, 60), "men": (0, 5)}
    ages = {"young": (12, 25), "old": (8, 40)}
    assert apart(sexes | ages, (20, 65)) == [("women", "men"), ("young", "old")]
    assert apart(sexes | ages | {"unborn": (0, 0)}, (20, 65)) is None
    assert alike(sexes | ages | {"unborn": (0, 0)}) is None


def test_groups_that_overlap_in_unknown_ways_may_be_different_people_wherever_they_fit() -> None:
    found = apart({"women": (20, 50), "disabled": (9, 20), "young": (8, 25)}, (30, 65))
    assert found == [("disabled", "young"), ("women",)]


def test_many_groups_are_told_apart_where_breakdowns_are_whole() -> None:
    many = {f"band {number}": (number, 2**number) for number in range(8)}
    whole = (sum(range(8)), 2**8 - 1)
    sexes = {"women": (20, 155), "men": (8, 100)}
    found = apart(sexes | many, whole)
    assert found is not None
    assert set(map(frozenset, found)) == {frozenset(sexes), frozenset(many)}
    assert apart(sexes | many, (29, 256)) is None


def test_breakdowns_of_the_same_people_make_the_same() -> None:
    assert alike(SEXES | AGES) == {EVERYBODY: [("women", "men"), ("young", "old")]}
    third = {"here": (7, 7), "there": (17, 58)}
    assert alike(SEXES | AGES | third) == {
        EVERYBODY: [("women", "men"), ("young", "old"), ("here", "there")]
    }


def test_everybody_may_stand_among_the_groups() -> None:
    assert alike(SEXES | {"All staff": EVERYBODY}) == {
        EVERYBODY: [("women", "men"), ("All staff",)]
    }


def test_groups_of_one_breakdown_are_like_nothing() -> None:
    assert alike(SEXES) == {}
    assert alike({"a": (3, 9), "b": (3, 9)}) == {}
    assert alike(SEXES | {"neither": (0, 0)}) == {}

"""Kinds of record and their references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.kinds import Kind, read_kind, read_ref


@pytest.mark.parametrize(
    ("number", "ref"), [(1, "OBJ-001"), (42, "OBJ-042"), (999, "OBJ-999"), (1000, "OBJ-1000")]
)
def test_a_reference_has_three_figures_or_more(number: int, ref: str) -> None:
    assert Kind.OBJECTIVE.ref(number) == ref


@given(st.sampled_from(Kind), st.integers(1, 9_999_999_999))
def test_a_reference_reads_back(kind: Kind, number: int) -> None:
    assert read_ref(kind.ref(number)) == (kind, number)


def test_every_kind_has_a_prefix_of_its_own() -> None:
    prefixes = {kind.prefix for kind in Kind}
    assert len(prefixes) == len(Kind)
    assert all(len(prefix) == 3 and prefix.isupper() for prefix in prefixes)


@pytest.mark.parametrize("text", ["OBJ-004", "obj 4", "Obj4", " OBJ-4\n", "obj-0004"])
def test_a_reference_is_read_as_people_type_it(text: str) -> None:
    assert read_ref(text) == (Kind.OBJECTIVE, 4)


@pytest.mark.parametrize(
    "text",
    ["", "OBJ", "4", "OBJ-0", "OBJ--4", "OBJ-4a", "XYZ-4", "OBJ-4 and more", "OBJ-12345678901"],
)
def test_anything_else_is_no_reference(text: str) -> None:
    assert read_ref(text) is None


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_is_named_by_one_or_by_many(kind: Kind) -> None:
    assert read_kind(kind.value) is read_kind(kind.plural) is kind
    assert read_kind(kind.value.upper()) is kind
    assert read_kind(kind.value.replace("_", " ")) is kind
    assert read_kind(kind.plural.replace("_", "-")) is kind


@pytest.mark.parametrize(
    ("kind", "plural"),
    [
        (Kind.OBJECTIVE, "objectives"),
        (Kind.EVIDENCE, "evidence"),
        (Kind.FRAMEWORK_ITEM, "frameworks"),
    ],
)
def test_a_list_has_its_own_word(kind: Kind, plural: str) -> None:
    assert kind.plural == plural


@pytest.mark.parametrize("word", ["", "objectiv", "objectivess", "thing"])
def test_an_unknown_word_is_no_kind(word: str) -> None:
    assert read_kind(word) is None

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.filters.narrowing import narrows
from edi_tui.domain.filters.read import read_filter
from edi_tui.domain.kinds import Kind


def narrower(now: str, before: str) -> bool:
    now_read, before_read = (
        read_filter(text, Kind.OBJECTIVE, today=date(2026, 11, 21), views={})
        for text in (now, before)
    )
    return narrows(now_read, before_read)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("group 42", "group 4"),
        ("group 42", "group"),
        ("group", ""),
        ("panel", "PANEL"),
        ("obj-12 status:at_risk", "status:at_risk"),
        ('"bands 8a"', "band"),
        ("a (b or c)", "(b or c)"),
    ],
)
def test_more_words_and_longer_ones_narrow_a_filter(now: str, before: str) -> None:
    assert narrower(now, before)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("group", "group 4"),
        ("obj-12", "obj-1"),
        ("not group", "not gr"),
        ("group or panel", "group"),
        ("status:at_risk", "status:off_track"),
        ("", "group"),
    ],
)
def test_what_may_find_more_narrows_nothing(now: str, before: str) -> None:
    assert not narrower(now, before)


WORDS = st.lists(st.text("ab1", min_size=1, max_size=3), max_size=3)


@given(WORDS, WORDS, st.text("ab1 ", max_size=12))
def test_what_meets_a_narrower_filter_meets_the_wider_one(
    now: list[str], before: list[str], row: str
) -> None:
    if narrower(" ".join(now), " ".join(before)) and all(word in row for word in now):
        assert all(word in row for word in before)

"""Columns share a table's width, and give way to the words that people read."""

from __future__ import annotations

import pytest

from edi_tui.domain.columns import COLUMNS
from edi_tui.domain.kinds import Kind
from edi_tui.tui.widgets.column_fit import GAP, fitted


def shown(kind: Kind, room: int) -> dict[str, int]:
    """Return the width of each column that is shown."""
    return {column.name: width for column, width in fitted(COLUMNS[kind], (), room)}


@pytest.mark.parametrize("kind", [Kind.OBJECTIVE, Kind.ACTION, Kind.MEASURE, Kind.MEMBER])
@pytest.mark.parametrize("room", range(60, 200, 7))
def test_what_is_shown_fits(kind: Kind, room: int) -> None:
    assert sum(width + GAP for width in shown(kind, room).values()) <= room


@pytest.mark.parametrize("kind", [Kind.OBJECTIVE, Kind.ACTION, Kind.MEASURE, Kind.MEMBER])
def test_more_room_never_shows_fewer_columns(kind: Kind) -> None:
    counts = [len(shown(kind, room)) for room in range(40, 200)]
    assert counts == sorted(counts)
    assert counts[-1] == len(COLUMNS[kind])


def test_the_title_has_room_before_the_owner_is_shown() -> None:
    assert shown(Kind.OBJECTIVE, 66).keys() == {"ref", "title", "due", "status"}
    assert shown(Kind.OBJECTIVE, 66)["title"] > 20
    assert "owner" in shown(Kind.OBJECTIVE, 92)


def test_a_narrow_list_of_measures_keeps_the_target() -> None:
    assert list(shown(Kind.MEASURE, 66)) == ["ref", "name", "latest", "target"]


def test_words_always_have_some_room() -> None:
    assert shown(Kind.OBJECTIVE, 10)["title"] == 8

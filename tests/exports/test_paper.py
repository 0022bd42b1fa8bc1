"""Tests of the content model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.exports.paper import Column, Table, printable, shown, widths
from tests.exports.hostile import paper_of, texts


def table_of(*rows: tuple[str, ...]) -> Table:
    return Table("Rows", tuple(map(Column, ("Ref", "Text"))), rows, "None.")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\nb\tc", "a\nb\tc"),
        ("\x1b[2J", "␛[2J"),
        ("\x9b \u202e \ud800 \ufffe \uffff", "\ufffd \ufffd \ufffd \ufffd \ufffd"),
        ("[red] <b> =1", "[red] <b> =1"),
    ],
)
def test_only_what_could_steer_or_break_something_is_made_visible(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(st.lists(texts, min_size=1, max_size=3))
def test_titles_and_paragraphs_are_one_line_and_cells_keep_theirs(cells: list[str]) -> None:
    paper = printable(paper_of(cells))
    section = paper.sections[0]
    lines = (paper.title, *paper.subtitles, section.heading, *section.paragraphs)
    assert not any("\n" in line for line in lines)
    assert [row[1] for row in paper.tables[0].rows] == [shown(cell) for cell in cells]
    assert printable(paper) == paper


def test_a_column_is_as_wide_as_its_longest_line_where_there_is_room() -> None:
    table = table_of(("ACT-001", "a line of words\nand another"))
    assert widths(table) == widths(table, 100) == [10, 18]


def test_prose_gives_way_to_words_where_room_is_short() -> None:
    ref, text = widths(table_of(("ACT-001", "many words " * 20)), 30)
    assert ref >= len("ACT-001")
    assert ref + text <= 30


@given(st.lists(texts, min_size=1, max_size=3), st.integers(min_value=10, max_value=200))
def test_columns_never_need_more_than_the_room(cells: list[str], room: int) -> None:
    table = table_of(*(("ACT-001", cell) for cell in cells))
    assert sum(widths(table, room)) <= room
    assert all(width > 0 for width in widths(table, room))


def test_a_table_without_rows_has_the_widths_of_its_headings() -> None:
    assert widths(table_of()) == [6, 7]

"""Tests that sheets and tables of workbooks have short names, each its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edi_tui.exports.sheet_names import sheet_names, table_name
from tests.exports.hostile import texts


def test_a_long_title_is_cut_in_the_name_alone_and_numbered_where_it_is_taken() -> None:
    titles = [
        "Raised by Disability and Long-term Conditions",
        "Raised by Disability and Long-term Illness",
        "Women's Network",
        "SR/4",
        "sr 4",
    ]
    assert sheet_names(titles, ()) == [
        "Raised by Disability and Long-…",
        "Raised by Disability and Lon… 2",
        "Women’s Network",
        "SR 4",
        "sr 4 2",
    ]


def test_no_sheet_is_called_as_another_or_as_excel_forbids() -> None:
    assert sheet_names(["cover", "History"], ["Cover"]) == ["cover 2", "History 2"]


@given(st.lists(texts, max_size=5))
def test_every_title_gives_the_name_of_a_sheet_and_of_a_table(titles: list[str]) -> None:
    found = sheet_names([f"Assurances of {title}" for title in titles], ())
    assert all(len(one.encode("utf-16-le", "surrogatepass")) <= 62 for one in found)
    assert not any(set(one) & set("[]:*?/\\'\n") for one in found)
    assert len({table_name(one).casefold() for one in found}) == len(titles)
    assert all(table_name(one).isidentifier() for one in found)

"""Tests that tables which are alike are named after what they belong to, each once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edi_tui.exports.captions import caption, table_name
from tests.exports.hostile import texts


def test_a_table_is_named_after_what_it_belongs_to() -> None:
    assert caption("Controls of", "BAF 4", set()) == "Controls of BAF 4"
    assert caption("Raised by", "Women's Network", set()) == "Raised by Women’s Network"


def test_what_would_be_called_alike_is_numbered() -> None:
    taken: set[str] = set()
    names = ("Disability and Long-term Conditions", "Disability and Long-term Illness", "SR/4")
    assert [caption("Raised by", name, taken) for name in (*names, "sr 4")] == [
        "Raised by Disability and Long-…",
        "Raised by Disability and Lon… 2",
        "Raised by SR 4",
        "Raised by sr 4 2",
    ]


@given(st.lists(texts, max_size=5))
def test_every_caption_can_name_a_sheet_and_a_table(names: list[str]) -> None:
    taken: set[str] = set()
    found = [caption("Assurances of", name, taken) for name in names]
    assert all(len(one.encode("utf-16-le", "surrogatepass")) <= 62 for one in found)
    assert not any(set(one) & set("[]:*?/\\'\n") for one in found)
    assert len({table_name(one).casefold() for one in found}) == len(names)
    assert all(table_name(one).isidentifier() for one in found)

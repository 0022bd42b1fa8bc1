"""Tests that tables which are alike are named after what they belong to, each once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.text import one_line
from edi_tui.exports.captions import caption
from edi_tui.exports.paper import shown
from tests.exports.hostile import texts

NAMES = ("Disability and Long-term Conditions", "Disability and Long-term Illness", "SR/4")


def test_a_table_is_named_after_what_it_belongs_to() -> None:
    assert caption("Controls of", "BAF 4", set()) == "Controls of BAF 4"
    assert caption("Raised by", "Women's Network", set()) == "Raised by Women's Network"


def test_nothing_is_cut_and_what_would_be_called_alike_is_numbered() -> None:
    taken: set[str] = set()
    assert [caption("Raised by", name, taken) for name in (*NAMES, "sr/4")] == [
        "Raised by Disability and Long-term Conditions",
        "Raised by Disability and Long-term Illness",
        "Raised by SR/4",
        "Raised by sr/4 2",
    ]


@given(st.lists(texts, max_size=5))
def test_every_caption_is_one_whole_line_and_no_other(names: list[str]) -> None:
    taken: set[str] = set()
    found = [caption("Assurances of", name, taken) for name in names]
    assert len({one.casefold() for one in found}) == len(names)
    for name, one in zip(names, found, strict=True):
        assert one == one_line(shown(one))
        assert one_line(shown(name)).strip() in one

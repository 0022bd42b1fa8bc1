"""The fields of a cover sheet, as an organisation words them."""

from __future__ import annotations

import re

import pytest

from edi_tui.reference.cover_sheet import CoverField, cover_fields_in

ONE = '[[field]]\nlabel = "Author"\n'


def test_fields_come_in_their_order_with_what_fills_them() -> None:
    text = f'{ONE}[[field]]\nlabel="Risks"\nfill="risks"\n[[field]]\nlabel="Kind"\nchoose=["a"]'
    assert cover_fields_in(text) == (
        CoverField("Author"),
        CoverField("Risks", "risks"),
        CoverField("Kind", choose=("a",)),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("label: Author", "are no TOML: Expected"),
        ("a = " + "[" * 9_000, "The fields of the cover sheet "),
        ("", "needs fields, each under [[field]] with a label."),
        ('field = "Author"', "needs fields"),
        ("field = []", "needs fields"),
        (f"{ONE}[other]\na = 1", "with a label, and has “other” besides."),
        (f"{ONE}[[field]]", 'Field 2 of the cover sheet needs a label: label = "Author".'),
        ("field = [1]", "Field 1 of the cover sheet needs a label"),
        ('[[field]]\nlabel = " "', "Field 1 of the cover sheet needs a label"),
        (f'{ONE}fil = "risks"', "Field 1 of the cover sheet, “Author”, says “fil”; it can say"),
        (f'{ONE}fill = "moon"', "“Author”, cannot be filled with “moon”; write one of meeting,"),
        (f"{ONE}fill = []", "cannot be filled with “[]”"),
        (f'{ONE}choose = "a"', "needs words to choose from"),
        (f"{ONE}choose = [1]", "needs words to choose from"),
        (f'{ONE}fill = "risks"\nchoose = ["a"]', "is both filled and chosen"),
    ],
)
def test_what_names_no_fields_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)) as refused:
        cover_fields_in(text)
    assert "\n" not in str(refused.value)

"""Between typed words and the values of drafts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from edi_tui.domain.values import read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("28.6%", "28.6"),
        ("28.6 %", "28.6"),
        ("£40", "40"),
        ("-£1,250.50", "-1250.50"),
        ("£ -3", "-3"),
        ("1,250", "1250"),
        ("12 345 678", "12345678"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+3", "3"),
        ("\u22122", "-2"),
        ("1e-05", "0.00001"),
        ("007", "7"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "14% 18%",
        "14 18",
        "14%\n18%",
        "1,5",
        "28,6%",
        "1,2,3",
        "1,2500",
        "1_000",
        "%",
        "£",
        "nan",
        "inf",
        "1e5000",
        "1e999999",
        "9" * 31,
        "about 5",
        "5 to 6",
    ],
)
def test_what_is_not_one_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        read_number(text)

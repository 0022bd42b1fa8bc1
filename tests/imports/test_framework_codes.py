from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.imports.framework_codes import read_codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HIA1", ["HIA1"]),
        ("HIA 1", ["HIA1"]),
        ("HIA1, HIA6", ["HIA1", "HIA6"]),
        ("hia1 and hia 6", ["HIA1", "HIA6"]),
        ("HIA 1, 2 and 6", ["HIA1", "HIA2", "HIA6"]),
        ("HIA1.2", ["HIA1.2"]),
        ("High impact action 3", ["HIA3"]),
        ("High Impact Actions 1 & 4", ["HIA1", "HIA4"]),
        ("WRES 7", ["WRES7"]),
        ("WRES indicator 7", ["WRES7"]),
        ("WRES Indicators 5, 6 and 7", ["WRES5", "WRES6", "WRES7"]),
        ("WDES metric 4a", ["WDES4a"]),
        ("AR3", ["AR3"]),
        ("HIA1 HIA1", ["HIA1"]),
        ("leadership", []),
        ("7", []),
        ("", []),
    ],
)
def test_codes_are_read_as_plans_write_them(text: str, expected: list[str]) -> None:
    assert read_codes(text) == expected


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    codes = read_codes(text)
    assert len(codes) == len(set(codes))

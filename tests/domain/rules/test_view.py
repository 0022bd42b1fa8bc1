"""Rows by what they belong to."""

from __future__ import annotations

import pytest

from edi_tui.domain.rows import Row
from edi_tui.domain.rules.view import grouped
from tests.domain.rules.rows import evidence, measure, sponsorship


@pytest.mark.parametrize(
    ("rows", "pointers", "expected"),
    [
        ([], ["objective"], {}),
        ([measure(objective="")], ["objective"], {}),
        ([measure(), measure(ref="MEA-002")], ["objective"], {"OBJ-001": ["MEA-001", "MEA-002"]}),
        ([evidence(supports=())], ["supports"], {}),
        (
            [evidence(supports=("OBJ-001", "", "ACT-001")), evidence(ref="EVI-002")],
            ["supports"],
            {"OBJ-001": ["EVI-001", "EVI-002"], "ACT-001": ["EVI-001"]},
        ),
        (
            [sponsorship(objective="OBJ-001"), sponsorship(ref="SPO-002")],
            ["network_ref", "objective"],
            {"NET-001": ["SPO-001", "SPO-002"], "OBJ-001": ["SPO-001"]},
        ),
    ],
)
def test_rows_are_found_by_everything_they_point_at(
    rows: list[Row], pointers: list[str], expected: dict[str, list[str]]
) -> None:
    found = grouped(rows, *pointers)
    assert {ref: [row.ref for row in each] for ref, each in found.items()} == expected

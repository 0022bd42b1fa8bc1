"""Objectives under the risks that they name."""

from __future__ import annotations

import pytest

from edi_tui.domain.risks import risks_of
from tests.domain.rules.rows import objective


@pytest.mark.parametrize(
    ("named", "risks"),
    [
        ("BAF 3", ["BAF 3"]),
        ("BAF 3; Workforce, Money\nBAF 1", ["BAF 1", "BAF 3", "Money", "Workforce"]),
        ("BAF 3, BAF 3", ["BAF 3"]),
        ("BAF 3, baf  3", ["BAF 3"]),
        (" ; ,", []),
        ("", []),
    ],
)
def test_an_objective_stands_under_each_risk_that_it_names(named: str, risks: list[str]) -> None:
    found = risks_of([objective(baf=named)])
    assert list(found) == risks
    assert all([row.ref for row in rows] == ["OBJ-001"] for rows in found.values())


def test_a_risk_that_is_written_in_two_ways_is_one_and_named_as_it_was_first() -> None:
    rows = objective(baf="BAF 3"), objective(ref="OBJ-002", baf="baf  3; Money")
    found = risks_of(rows)
    assert list(found) == ["BAF 3", "Money"]
    assert [row.ref for row in found["BAF 3"]] == ["OBJ-001", "OBJ-002"]

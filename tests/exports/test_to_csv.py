"""Tests of the tidy status table and of CSV as such."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from edi_tui.domain.formulas import unguarded
from edi_tui.domain.words import Audience
from edi_tui.exports.paper import shown
from edi_tui.exports.to_csv import Value, status_csv, to_csv
from edi_tui.services.report import StatusReport
from tests.exports.hostile import TEXTS, texts
from tests.exports.read_back import csv_rows


def test_there_is_one_row_for_each_objective_and_action(report: StatusReport) -> None:
    rows = csv_rows(status_csv(report, Audience.BOARD))
    assert [(row["record"], row["ref"]) for row in rows] == [
        ("objective", "OBJ-001"),
        ("objective", "OBJ-002"),
        ("objective", "OBJ-003"),
        ("action", "ACT-001"),
        ("action", "ACT-002"),
    ]
    assert rows[1] == {
        "record": "objective",
        "ref": "OBJ-002",
        "text": "Close the bullying gap",
        "hia": "",
        "owner_or_lead": "Chief People Officer",
        "due_on": "2026-08-31",
        "due_text": "end of August 2026",
        "status_code": "off_track",
        "status_text": "Off track",
        "declared_code": "on_track",
        "reason": "overdue by 30 days as at 30 Sep 2026",
        "because": "",
        "progress": "",
        "assurance": "Asserted",
        "evidence": "0",
        "direction": "worse",
        "forecast_on": "",
        "next_step": "",
        "unit": "",
        "baseline": "",
        "target": "",
        "latest": "",
        "latest_on": "",
        "baseline_on": "",
    }
    assert rows[3]["due_text"] == "31/4/2016"


def test_it_has_no_mark_and_plain_line_ends(report: StatusReport) -> None:
    data = status_csv(report)
    assert data.startswith(b"record,")
    assert b"\r" not in data


@given(st.lists(texts, min_size=1, max_size=4))
@example(list(TEXTS))
def test_text_comes_back_literally_and_never_runs(cells: list[str]) -> None:
    data = to_csv(("ref", "text"), [{"ref": "ACT-001", "text": cell} for cell in cells])
    found = [row["text"] for row in csv_rows(data)]
    assert [unguarded(text) for text in found] == [shown(cell) for cell in cells]
    assert not any(text.lstrip(" ").startswith(("=", "+", "-", "@")) for text in found)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (-1, "-1"),
        (-0.64, "-0.64"),
        ("-0.64", "'-0.64"),
        (["a", "b"], "a; b"),
        ([], ""),
    ],
)
def test_values_are_written_plainly_and_only_text_is_guarded(value: Value, written: str) -> None:
    (row,) = csv_rows(to_csv(("ref", "value"), [{"ref": "x", "value": value}]))
    assert row["value"] == written

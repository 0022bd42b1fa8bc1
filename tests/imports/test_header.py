from __future__ import annotations

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.imports.grid import Cell, Row, Table
from edi_tui.imports.header import FINDING_HEADINGS, headings_of, labels_of, without_findings

HEADINGS = ["Action", "Outcome", "Due by", "Lead"]


def table(*rows: list[str]) -> Table:
    return Table(
        "file",
        tuple(Row(at, tuple(map(Cell, texts))) for at, texts in enumerate(rows, start=1)),
    )


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ([], 0),
        ([["Our plan"], [], ["Approved by the board in May"]], 3),
        ([["Action plan 2026/27", "", "Lead: the board"]], 1),
        ([["Action", "who does what"]], 1),
        ([["words"]] * 19, 19),
        ([["words"]] * 20, None),
    ],
)
def test_headings_stand_where_most_are_known_within_twenty_rows(
    above: list[list[str]], expected: int | None
) -> None:
    plan = table(*above, HEADINGS, ["Do it", "It is done", "1/5/2026", "Chair"])
    assert headings_of(Kind.ACTION, {}).row_in(plan) == expected


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (Kind.ACTION, ["Outcome", "Due by", "Lead"]),
        (Kind.OBJECTIVE, ["Owner", "Due"]),
        (Kind.NETWORK, ["Chair", "Meets"]),
        (Kind.SPONSORSHIP, ["Network", "From", "To"]),
        (Kind.MEMBER, ["Seat", "Voting"]),
    ],
)
def test_a_row_without_the_main_heading_is_no_header(kind: Kind, texts: list[str]) -> None:
    assert headings_of(kind, {}).row_in(table(texts)) is None


def test_a_chosen_heading_makes_a_header() -> None:
    plan = table(["What we promise", "By when"])
    assert headings_of(Kind.ACTION, {}).row_in(plan) is None
    assert headings_of(Kind.ACTION, {"what we promise": "text"}).row_in(plan) == 0


def test_a_main_heading_that_was_left_out_makes_none() -> None:
    assert headings_of(Kind.ACTION, {"Action": "-"}).row_in(table(HEADINGS)) is None


def test_a_heading_to_ask_about_makes_a_header() -> None:
    assert headings_of(Kind.ACTION, {}).row_in(table(["Item", "Lead"])) == 0


def test_each_column_has_a_name_of_its_own() -> None:
    row = Row(1, tuple(map(Cell, ["Action", "Notes", "", "Notes", "Notes"])))
    assert labels_of(row, 6) == (
        *("Action", "Notes", "column 3", "Notes (2)", "Notes (3)", "column 6"),
    )


def test_the_columns_of_a_report_go() -> None:
    plan = table(["Title"], [*FINDING_HEADINGS, "Action"], ["row 2", *["x"] * 6, "Do it"])
    assert [[cell.text for cell in row.cells] for row in without_findings(plan, 1).rows] == [
        [],
        ["Action"],
        ["Do it"],
    ]


def test_one_heading_of_a_report_is_an_ordinary_column() -> None:
    plan = table(["Proposals", "Action"])
    assert without_findings(plan, 0) is plan

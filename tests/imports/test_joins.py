from __future__ import annotations

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.imports.grid import Cell, Grid, Row, Table
from edi_tui.imports.header import headings_of
from edi_tui.imports.joins import Entry, entries
from edi_tui.imports.tables import name_tables

HEADINGS = ["Action", "Outcome", "Due by", "Lead", "RAG"]
FIRST = ["Send each month", "People hear of", "ongoing", "Chair", ""]
REST = ["the list of vacancies", "our vacancies", "", "", ""]
NEXT = ["Ask staff", "We know", "1/5/2026", "Chair", ""]


def table(*rows: list[str], where: str = "table 1", paged: bool = True) -> Table:
    numbered = enumerate(rows, start=1)
    return Table(where, tuple(Row(at, tuple(map(Cell, row))) for at, row in numbered), paged)


def sorted_out(*tables: Table, kind: Kind = Kind.ACTION) -> list[Entry]:
    named = name_tables(Grid("plan.docx", "00", tables), headings_of(kind, {}))
    return entries(named.tables, kind)


def read(*tables: Table, kind: Kind = Kind.ACTION) -> list[list[str]]:
    """Return the places of the rows that were read, each with those joined to it."""
    return [
        [part.where for part in entry.parts]
        for entry in sorted_out(*tables, kind=kind)
        if not entry.skipped
    ]


def skipped(*tables: Table) -> list[str]:
    return [entry.where for entry in sorted_out(*tables) if entry.skipped]


def test_a_row_that_a_page_break_split_is_one() -> None:
    plan = (table(HEADINGS, NEXT, FIRST), table(HEADINGS, REST, NEXT, where="table 2"))
    assert read(*plan) == [
        ["table 1, row 1"],
        ["table 1, row 2", "table 2, row 1"],
        ["table 2, row 2"],
    ]
    texts = [cell.text for cell in sorted_out(*plan)[1].cells]
    assert texts == [
        "Send each month the list of vacancies",
        "People hear of our vacancies",
        *("ongoing", "Chair", ""),
    ]


def test_a_split_without_headings_on_the_next_page_is_joined_too() -> None:
    plan = (table(HEADINGS, FIRST), table(REST, NEXT, where="table 2"))
    assert read(*plan) == [["table 1, row 1", "table 2, row 1"], ["table 2, row 2"]]


def test_a_row_may_go_on_over_two_pages() -> None:
    plan = (
        table(HEADINGS, FIRST),
        table(HEADINGS, REST, where="table 2"),
        table(HEADINGS, ["and post it", "", "", "", ""], NEXT, where="table 3"),
    )
    assert [len(parts) for parts in read(*plan)] == [3, 1]


@pytest.mark.parametrize(
    "cells",
    [
        ["The list of vacancies", "our vacancies", "", "", ""],
        ["the list of vacancies", "our vacancies", "TBC", "", ""],
        ["the list of vacancies", "our vacancies", "", "Chair", ""],
        ["the list of vacancies", "our vacancies", "", "", "Green"],
    ],
)
def test_a_row_of_its_own_is_not_joined(cells: list[str]) -> None:
    plan = (table(HEADINGS, FIRST), table(HEADINGS, cells, where="table 2"))
    assert [len(parts) for parts in read(*plan)] == [1, 1]


def test_a_row_with_its_own_number_is_not_joined() -> None:
    headings = ["No", *HEADINGS]
    assert len(read(table(headings, ["1", *FIRST], ["2", *REST]))) == 2


def test_there_is_nothing_to_join_to_in_the_first_row() -> None:
    assert read(table(HEADINGS, REST, NEXT)) == [["table 1, row 1"], ["table 1, row 2"]]


def test_rows_of_a_sheet_are_joined_only_after_repeated_headings() -> None:
    assert len(read(table(HEADINGS, FIRST, REST, paged=False))) == 2
    assert len(read(table(HEADINGS, FIRST, HEADINGS, REST, paged=False))) == 1


def test_the_first_row_of_another_sheet_continues_nothing() -> None:
    first = table(HEADINGS, FIRST, where="sheet A", paged=False)
    assert len(read(first, table(HEADINGS, REST, where="sheet B", paged=False))) == 2


def test_a_banner_ends_what_could_go_on() -> None:
    assert len(read(table(HEADINGS, FIRST, ["Theme 2", "", "", "", ""], REST))) == 2


def test_a_list_without_dates_leads_or_status_is_joined_only_at_a_page() -> None:
    headings = ["Action", "Outcome"]
    rows = [["ask staff", "we know"], ["tell staff", "they know"]]
    assert len(read(table(headings, *rows))) == 2
    assert len(read(table(headings, rows[0]), table(headings, rows[1], where="table 2"))) == 1


def test_rows_of_a_board_list_are_never_joined() -> None:
    seats = (
        table(["Role", "Name"], ["Chair", "A"]),
        table(["Role", "Name"], ["director of people", "B"], where="table 2"),
    )
    assert len(read(*seats, kind=Kind.MEMBER)) == 2


def test_objectives_are_joined_where_due_owner_and_status_are_blank() -> None:
    headings = ["Objective", "Owner", "Due", "Status"]
    first, rest = ["Raise the share", "Chair", "1/5/2026", ""], ["of senior staff", "", "", ""]
    assert len(read(table(headings, first, rest), kind=Kind.OBJECTIVE)) == 1


def test_word_counts_rows_below_the_headings() -> None:
    plan = table(["Our plan", "", "", "", ""], HEADINGS, FIRST, HEADINGS, [""] * 5, NEXT)
    assert read(plan) == [["table 1, row 1"], ["table 1, row 3"]]
    assert skipped(plan) == [
        "table 1, above the headings",
        "table 1, headings",
        "table 1, row 2",
    ]


def test_a_sheet_counts_its_own_rows_and_a_csv_file_has_no_other() -> None:
    assert read(table(HEADINGS, NEXT, where="sheet Plan", paged=False)) == [["sheet Plan, row 2"]]
    assert read(table(HEADINGS, NEXT, where="file", paged=False)) == [["row 2"]]


def test_the_first_headings_of_a_file_and_of_each_sheet_are_not_skipped_rows() -> None:
    one = [table(HEADINGS, NEXT, where=f"sheet {name}", paged=False) for name in "AB"]
    assert skipped(*one) == []
    many = [table(HEADINGS, NEXT, where=f"table {at}") for at in (1, 2, 3)]
    assert skipped(*many) == ["table 2, headings", "table 3, headings"]


@pytest.mark.parametrize(
    "banner",
    [
        ["Theme 1: fair recruitment", "", "", "", ""],
        ["May 2026"] * 5,
    ],
)
def test_a_banner_is_skipped(banner: list[str]) -> None:
    plan = table(HEADINGS, banner, NEXT, FIRST)
    assert read(plan) == [["table 1, row 2"], ["table 1, row 3"]]
    assert [entry.where for entry in sorted_out(plan) if entry.banner] == ["table 1, row 1"]


def test_a_row_that_fills_another_cell_than_the_first_is_no_banner() -> None:
    headings = ["No", "Action", "Lead"]
    assert len(read(table(headings, ["", "Do it", ""], ["1", "Do that", "Chair"]))) == 2


def test_a_plan_whose_rows_have_only_their_first_cell_is_a_list() -> None:
    rows = [["Do it", "", ""], ["Do that", "", ""], ["And this", "TBC", "Chair"]]
    assert len(read(table(["Action", "Due", "Lead"], *rows, paged=False))) == 3


@pytest.mark.parametrize("heading", ["Cost", "Due"])
def test_a_table_with_few_known_columns_has_no_banners(heading: str) -> None:
    rows = [["Do it", ""], ["Do that", "40"], ["And this", "50"]]
    assert len(read(table(["Action", heading], *rows))) == 3

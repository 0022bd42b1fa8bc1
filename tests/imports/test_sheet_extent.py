"""Tests of how far sheets reach."""

from __future__ import annotations

import pytest

from edi_tui.imports.sheet_extent import cells_spanned
from tests.imports.make_files import (
    docx_of,
    ods,
    ods_blank,
    ods_cell,
    ods_row,
    ods_sheet,
    sparse_xlsx,
    with_rows,
    xlsx,
    xlsx_of,
    zip_of,
)

PLAN = xlsx_of([["a", "b", "c"], ["d"]])


@pytest.mark.parametrize(
    ("data", "cells"),
    [
        pytest.param(PLAN, 6, id="rows by columns"),
        pytest.param(xlsx_of([]), 0, id="nothing"),
        pytest.param(sparse_xlsx(), 1_048_576 * 16_384, id="two corners"),
        pytest.param(
            with_rows(PLAN, '<row r="1048576"><c r="XFD1048576" s="1"/></row>'), 6, id="formatted"
        ),
        pytest.param(with_rows(PLAN, '<row r="9"><c><v>1</v></c></row>'), 27, id="unnamed cell"),
        pytest.param(
            with_rows(PLAN, "<row r='9'><c r='aa9' t='n'><v>1</v></c></row>"), 9 * 27, id="quotes"
        ),
        pytest.param(
            with_rows(PLAN, '<x:row r="9"><x:c r="B9"><x:v>1</x:v></x:c></x:row>'), 27, id="prefix"
        ),
        pytest.param(
            xlsx(
                lambda workbook: [workbook.add_worksheet().write(1, 1, 1) for _ in range(3)].clear()
            ),
            12,
            id="three sheets",
        ),
        pytest.param(docx_of([["a"]]), 0, id="no sheets"),
    ],
)
def test_a_workbook_reaches_to_its_last_filled_cell(data: bytes, cells: int) -> None:
    assert cells_spanned(data) == cells


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ([ods_row(ods_cell("a"), ods_cell("b"), ods_blank(16_382))], 2),
        ([ods_row(ods_cell("a")), ods_row(ods_blank(16_384), times=1_048_575)], 1),
        ([ods_row(ods_blank(2), ods_cell("a")), ods_row(ods_blank(9)), ods_row(ods_cell("b"))], 9),
        ([ods_row(ods_cell("a"), times=1_000), ods_row(ods_blank(999), ods_cell("z"))], 1_001_000),
        ([ods_row(ods_cell("a").replace(" o", ' table:number-columns-repeated="9" o', 1))], 9),
        ([], 0),
    ],
    ids=["width", "trailing blanks", "gaps", "repeated rows", "repeated cells", "nothing"],
)
def test_an_open_spreadsheet_reaches_to_its_last_filled_cell(rows: list[str], cells: int) -> None:
    assert cells_spanned(ods(ods_sheet("Plan", *rows))) == cells
    assert cells_spanned(ods(ods_sheet("One", *rows), ods_sheet("Two", *rows))) == 2 * cells


def test_an_archive_without_sheets_spans_nothing() -> None:
    assert cells_spanned(zip_of({})) == 0

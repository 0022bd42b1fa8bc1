"""Tests of the reader of spreadsheets, each of which starts a child process."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edi_tui.domain.errors import FileRefusedError
from edi_tui.imports import read_sheet as module
from edi_tui.imports.grid import Cell
from edi_tui.imports.read_sheet import read_sheet
from tests.imports.make_files import (
    SHEET_PART,
    ods,
    ods_blank,
    ods_cell,
    ods_row,
    ods_sheet,
    sparse_xlsx,
    with_part,
    with_rows,
    without_part,
    xlsx,
    xlsx_of,
)

if TYPE_CHECKING:
    import xlsxwriter

CHILD = Path(module.__file__).with_name("sheet_child.py")


def rows_of(data: bytes) -> dict[int, list[str]]:
    """Return the words of the one sheet's rows that say anything, by row number."""
    ((table,), _) = read_sheet(data, "plan.xlsx")
    return {row.number: [cell.text for cell in row.cells] for row in table.rows if not row.blank}


def _every_sort_of_cell(workbook: xlsxwriter.Workbook) -> None:
    sheet = workbook.add_worksheet("Plan")
    day = workbook.add_format({"num_format": "dd/mm/yyyy"})
    moment = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    clock = workbook.add_format({"num_format": "hh:mm"})
    hours = workbook.add_format({"num_format": "[h]:mm"})
    sheet.write_row(0, 0, ["<p>a</p><p>b</p>", 3, 3.25, 1e300, -2, 46112, True])
    sheet.write_datetime(1, 0, date(2026, 3, 31), day)
    sheet.write_datetime(1, 1, datetime(2026, 3, 31, 23, 59), moment)
    sheet.write_datetime(1, 2, time(9, 30), clock)
    sheet.write_datetime(1, 3, timedelta(hours=30), hours)
    sheet.write_formula(2, 0, "=NA()", None, "#N/A")
    sheet.write_formula(2, 1, '="a"&"b"', None, "ab")
    sheet.write_string(2, 2, "=1+1")


@pytest.mark.parametrize("epoch_1904", [False, True], ids=["1900", "1904"])
def test_every_sort_of_cell_is_read(epoch_1904: bool) -> None:
    data = xlsx(_every_sort_of_cell, date_1904=epoch_1904)
    ((table,), notices) = read_sheet(data, "plan.xlsx")
    assert table.where == "sheet Plan"
    assert not table.paged
    assert notices == ()
    words, days, formulas = table.rows
    assert [cell.text for cell in words.cells] == [
        *("a\nb", "3", "3.25", "1e+300", "-2", "46112", "TRUE")
    ]
    assert days.cells[:2] == (Cell("2026-03-31", date(2026, 3, 31)),) * 2
    assert [cell.text for cell in days.cells[2:4]] == ["09:30:00", "1 day, 6:00:00"]
    assert [cell.text for cell in formulas.cells[:3]] == ["#N/A", "ab", "=1+1"]
    assert {cell.on for row in (words, formulas) for cell in row.cells} == {None}


def test_rows_and_columns_keep_their_place_in_the_sheet() -> None:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet()
        sheet.write(4, 2, "Action")
        sheet.write(6, 2, "Adopt")

    assert rows_of(xlsx(fill)) == {5: ["", "", "Action"], 7: ["", "", "Adopt"]}


def test_a_merged_cell_has_its_value_once() -> None:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet()
        sheet.merge_range(0, 0, 1, 2, "Merged")
        sheet.write(2, 2, "last")

    assert rows_of(xlsx(fill)) == {1: ["Merged", "", ""], 3: ["", "", "last"]}


def test_hidden_sheets_are_left_out_and_named() -> None:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_chartsheet("Chart")
        for name in ("Plan", "Lists", "Staff", "Notes"):
            workbook.add_worksheet(name).write(0, 0, f"{name} text")
        workbook.get_worksheet_by_name("Lists").hide()
        workbook.get_worksheet_by_name("Staff").very_hidden()
        workbook.get_worksheet_by_name("Plan").activate()

    tables, (notice,) = read_sheet(xlsx(fill), "plan.xlsx")
    assert [table.where for table in tables] == ["sheet Plan", "sheet Notes"]
    assert tables[1].rows[0].cells[0].text == "Notes text"
    assert notice.rule == "sheet-hidden"
    assert "“Lists”, “Staff”" in notice.message


def test_an_empty_sheet_is_a_table_without_rows() -> None:
    ((table,), _) = read_sheet(xlsx_of([]), "plan.xlsx")
    assert table.rows == ()


def test_formatting_far_below_does_not_matter() -> None:
    formatted = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert rows_of(with_rows(xlsx_of([["Action"]]), formatted)) == {1: ["Action"]}


def test_an_open_spreadsheet_is_read() -> None:
    kinds = (
        '<table:table-cell office:value-type="float" office:value="3"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-03-31T10:00:00"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="false"/>'
        '<table:table-cell office:value-type="string"><text:p>a<text:line-break/>b<text:tab/>c'
        "</text:p></table:table-cell>"
    )
    tables, (notice,) = read_sheet(
        ods(
            ods_sheet(
                "Plan",
                ods_row(ods_blank(16_384), times=2),
                ods_row(ods_blank(1), ods_cell("one\ntwo & three"), ods_blank(16_382)),
                ods_row(kinds),
                ods_row(ods_blank(16_384), times=1_048_572),
            ),
            ods_sheet("Lists", ods_row(ods_cell("x")), hidden=True),
        ),
        "plan.ods",
    )
    (table,) = tables
    assert table.where == "sheet Plan"
    assert [row.number for row in table.rows] == [1, 2, 3, 4]
    assert [cell.text for cell in table.rows[2].cells[:2]] == ["", "one\ntwo & three"]
    assert table.rows[3].cells == (
        Cell("3"),
        Cell("2026-03-31", date(2026, 3, 31)),
        Cell("FALSE"),
        Cell("a\nb c"),
    )
    assert "“Lists”" in notice.message


PLAN = xlsx_of([["Action", "Due"], ["Adopt", "31/4/2016"]])
BOTTOM = "1048576"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(sparse_xlsx(), "spans more than 5,000,000 cells: delete", id="sparse"),
        pytest.param(
            # A name that only the child makes out, so that the child itself must fail.
            with_rows(PLAN, f"<row r = '{BOTTOM}'><c  r = 'XFD{BOTTOM}'><v>1</v></c></row>"),
            "open it in Excel and save it again",
            id="sparse in disguise",
        ),
        pytest.param(
            ods(
                ods_sheet(
                    "Plan",
                    ods_row(
                        ods_cell("x").replace(" o", ' table:number-columns-repeated="16384" o', 1),
                        times=1_048_576,
                    ),
                )
            ),
            "spans more than 5,000,000 cells: delete",
            id="repeated",
        ),
        pytest.param(with_part(PLAN, SHEET_PART, lambda xml: xml[:-90]), "save it again", id="cut"),
        pytest.param(without_part(PLAN, SHEET_PART), "save it again", id="no sheet"),
        pytest.param(PLAN.replace(b"PK\x01\x02", b"PK\x01\x03"), "save it again", id="zip"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(FileRefusedError, match=rf"^plan\.xlsx .*{words}"):
        read_sheet(data, "plan.xlsx")


def test_more_text_than_any_plan_holds_is_refused() -> None:
    shared = xlsx_of([["x" * 32_000]] * 2_000)
    with pytest.raises(FileRefusedError, match=r"^plan\.xlsx .*takes too much memory.*: open it"):
        read_sheet(shared, "plan.xlsx")


def test_reading_does_not_go_on_for_ever() -> None:
    with pytest.raises(FileRefusedError, match=r"^plan\.xlsx took longer .*: copy its table"):
        read_sheet(PLAN, "plan.xlsx", time_limit=0.001)


def test_a_mistake_in_the_child_is_not_blamed_on_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "sheet_child.py"
    broken.write_text("raise SystemError")
    monkeypatch.setattr(module, "_CHILD", broken)
    with pytest.raises(subprocess.CalledProcessError):
        read_sheet(PLAN, "plan.xlsx")


def test_the_child_imports_nothing_heavy_and_nothing_from_where_it_starts(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemError")
    child = subprocess.run(
        [sys.executable, "-P", "-X", "importtime", str(CHILD)],
        input=PLAN,
        capture_output=True,
        check=True,
        cwd=tmp_path,
    )
    imported = {line.split("|")[-1].strip() for line in child.stderr.decode().splitlines()}
    assert "python_calamine" in imported
    assert imported.isdisjoint({"edi_tui", "sqlmodel", "sqlalchemy", "textual", "typer", "rich"})

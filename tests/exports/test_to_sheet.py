"""Tests that the workbook meets the checklist for accessible spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from edi_tui.exports.errors import ExportError
from edi_tui.exports.paper import Column, Paper, Section, Table
from edi_tui.exports.shapes import shape_paper
from edi_tui.exports.status_paper import status_paper
from edi_tui.exports.to_ods import to_ods
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.workbook import LARGEST_CELL, sheets_of
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.read_back import parts, sheets


@pytest.fixture
def workbook(report: StatusReport) -> bytes:
    return to_sheet(status_paper(report))


def paper_with(text: str) -> Paper:
    table = Table("Actions", (Column("Ref"), Column("Progress")), (("ACT-007", text),), "None.")
    return Paper("Title", (), (Section("Actions", (), (table,)),), date(2026, 9, 30))


def test_each_sheet_begins_with_a_title_and_a_sentence(workbook: bytes) -> None:
    for name, rows in sheets(workbook).items():
        assert rows[0][0]
        assert rows[1][0].endswith(".")
        assert len(name) <= 31


def test_the_cover_lists_every_sheet(workbook: bytes) -> None:
    found = sheets(workbook)
    names = list(found)
    assert names[0] == "Cover"
    assert names[-1] == "Notes"
    start = [row[0] for row in found["Cover"]].index("Sheet")
    assert [row[0] for row in found["Cover"][start + 1 :]] == names[1:]


@pytest.mark.parametrize("write", [to_sheet, to_ods])
def test_a_long_caption_is_cut_in_the_name_of_its_sheet_alone(
    write: Callable[[Paper], bytes],
) -> None:
    captions = [
        f"Controls of _x0041_x0042_ <r>a</r>'s [risk]: {'and on ' * 40}{one}" for one in "ab"
    ]
    columns, rows = (Column("Ref"), Column("Text")), (("OBJ-001", "x"),)
    tables = tuple(Table(one, columns, rows, "None.") for one in captions)
    paper = Paper("Title", (), (Section("Actions", (), tables),), date(2026, 9, 30))
    found = sheets(write(paper))
    assert list(found) == [
        "Cover",
        "Controls of _x0041_x0042_ <r>a…",
        "Controls of _x0041_x0042_ <r… 2",
    ]
    assert [rows[0][0] for rows in found.values()] == ["Title", *captions]
    start = [row[0] for row in found["Cover"]].index("Sheet")
    assert [row[0] for row in found["Cover"][start + 1 :]] == captions


def test_each_line_of_the_cover_leads_to_its_sheet(report: StatusReport) -> None:
    paper = shape_paper("baf", report)
    xml = parts(to_sheet(paper))["xl/worksheets/sheet1.xml"]
    led = re.findall(r'<hyperlink ref="A\d+" location="\'([^"]+)\'!A1"', xml)
    assert led == [one.name for one in sheets_of(paper)[1:]]


def test_no_sheet_has_blank_rows_or_cells_in_its_table(workbook: bytes) -> None:
    for name, rows in sheets(workbook).items():
        assert all(any(row) for row in rows)
        if name != "Cover":
            assert all(all(row) for row in rows[2:])


def test_every_table_is_a_real_one_with_unique_headings(workbook: bytes) -> None:
    tables = {name: xml for name, xml in parts(workbook).items() if "/tables/" in name}
    assert len(tables) == len(sheets(workbook))
    for xml in tables.values():
        headings = re.findall(r'<tableColumn id="\d+" name="([^"]+)"', xml)
        assert len({heading.lower() for heading in headings}) == len(headings) > 1
        assert "<autoFilter" not in xml
    names = [re.findall(r'displayName="([^"]+)"', xml) for xml in tables.values()]
    assert len({name for (name,) in names}) == len(tables)


def test_nothing_is_merged_hidden_frozen_or_computed(workbook: bytes) -> None:
    for name, xml in parts(workbook).items():
        if name.startswith("xl/worksheets/sheet"):
            assert not re.search(r"<(mergeCell|f|pane|drawing)[ >]|hidden=", xml)


def test_all_text_is_arial_of_at_least_twelve_points(workbook: bytes) -> None:
    styles = parts(workbook)["xl/styles.xml"]
    fonts = re.findall(r"<font>.*?</font>", styles)
    assert fonts
    for font in fonts:
        assert 'name val="Arial"' in font
        assert float(re.findall(r'sz val="([\d.]+)"', font)[0]) >= 12
        assert "<scheme" not in font


def test_numbers_are_numbers_and_text_is_text(workbook: bytes) -> None:
    counts = sheets(workbook)["Objectives by status"][3]
    assert counts == ["G On track", "1.0", "1.0", "No change"]


def test_the_file_names_nobody_and_no_time_but_its_own_date(workbook: bytes) -> None:
    core = parts(workbook)["docProps/core.xml"]
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-09-30T00:00:00Z"}


def test_an_empty_register_has_sheets_that_say_so(register: Register) -> None:
    found = sheets(to_sheet(status_paper(status_report(register, Q2))))
    assert found["Actions"] == [["Actions"], ["The register holds no actions yet."]]


@pytest.mark.parametrize("text", ["x" * LARGEST_CELL, "𝒳" * (LARGEST_CELL // 2)])
def test_the_longest_cell_is_kept_whole(text: str) -> None:
    assert sheets(to_sheet(paper_with(text)))["Actions"][3] == ["ACT-007", text]


@pytest.mark.parametrize("text", ["x" * (LARGEST_CELL + 1), "𝒳" * (LARGEST_CELL // 2 + 1)])
def test_a_text_that_no_cell_can_hold_is_refused_by_name(text: str) -> None:
    with pytest.raises(ExportError, match="ACT-007: the text under “Progress” has 32,768"):
        to_sheet(paper_with(text))

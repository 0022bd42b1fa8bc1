"""Tests that the OpenDocument workbook meets the checklist for accessible spreadsheets."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import example, given
from hypothesis import strategies as st

from edi_tui.exports.errors import ExportError
from edi_tui.exports.paper import printable, shown
from edi_tui.exports.status_paper import status_paper
from edi_tui.exports.to_ods import to_ods
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.workbook import LARGEST_CELL, sheets_of
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.hostile import TEXTS, paper_of, texts
from tests.exports.read_back import parts, sheets

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@pytest.fixture(scope="module")
def workbook(report: StatusReport) -> bytes:
    return to_ods(status_paper(report))


def cells_of(data: bytes, sheet: str) -> list[list[str]]:
    """Return the cells of a sheet as the OpenDocument standard reads them, blanks and all."""
    content = fromstring(parts(data)["content.xml"])
    (table,) = (one for one in content.iter(f"{TABLE}table") if one.get(f"{TABLE}name") == sheet)
    rows = table.iter(f"{TABLE}table-row")
    return [["\n".join(map(_words, cell.iter(f"{TEXT}p"))) for cell in row] for row in rows]


def _words(paragraph: Element) -> str:
    said = re.sub("[ \t\n]+", " ", paragraph.text or "").removeprefix(" ")
    for child in paragraph:
        said += {"s": " ", "tab": "\t"}.get(child.tag.removeprefix(TEXT), child.text or "")
        said += child.tail or ""
    return said


def test_it_says_the_same_as_the_other_workbook(report: StatusReport, workbook: bytes) -> None:
    assert sheets(workbook) == sheets(to_sheet(status_paper(report)))


@given(st.lists(texts, min_size=1, max_size=4))
@example(list(TEXTS))
def test_it_reads_back_literally_and_holds_no_formula(cells: list[str]) -> None:
    data = to_ods(printable(paper_of(cells)))
    assert [row[1] for row in cells_of(data, "Actions")[3:]] == [
        shown(cell).replace("\t", " ") for cell in cells
    ]
    assert "table:formula" not in parts(data)["content.xml"]


def test_every_table_is_named_and_has_a_tagged_row_of_unique_headings(
    report: StatusReport, workbook: bytes
) -> None:
    content = parts(workbook)["content.xml"]
    tables = [sheet.table for sheet in sheets_of(status_paper(report)) if sheet.table]
    names = re.findall(r'<table:database-range table:name="([^"]+)"', content)
    assert len(set(names)) == len(names) == len(tables)
    assert not any(re.search(r"\s", name) for name in names)
    assert content.count("<table:table-header-rows>") == len(tables)
    for table in tables:
        headings = [column.heading.lower() for column in table.columns]
        assert len(set(headings)) == len(headings)


def test_the_range_of_a_table_is_the_whole_of_it(workbook: bytes) -> None:
    content = parts(workbook)["content.xml"]
    said = sheets(workbook)["Objectives"]
    across = chr(ord("A") + len(said[2]) - 1)
    assert (
        f"&apos;Objectives&apos;.A3:&apos;Objectives&apos;.{across}{len(said)}"
        in content.replace("'", "&apos;")
    )


def test_each_sheet_begins_with_a_title_as_heading_and_a_sentence(workbook: bytes) -> None:
    content = parts(workbook)["content.xml"]
    assert content.count('table:style-name="Heading_20_1"') == len(sheets(workbook))
    for name, rows in sheets(workbook).items():
        assert rows[0][0]
        assert rows[1][0].endswith(".")
        assert len(name) <= 31


def test_nothing_is_merged_hidden_filtered_or_drawn(workbook: bytes) -> None:
    content = parts(workbook)["content.xml"]
    for mark in ("spanned", "covered", "collapse", "<draw:", 'display="false"', "repeated"):
        assert mark not in content.replace('display-filter-buttons="false"', "")


def test_all_text_is_wrapped_arial_of_at_least_twelve_points(workbook: bytes) -> None:
    styles = parts(workbook)["styles.xml"]
    assert set(re.findall(r'fo:font-size="(\d+)pt"', styles)) == {"12", "16"}
    assert set(re.findall(r'style:font-name="([^"]+)"', styles)) == {"Arial"}
    assert 'fo:language="en" fo:country="GB"' in styles


def test_the_kind_of_file_stands_first_and_uncompressed(workbook: bytes) -> None:
    assert workbook[30:84] == b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_names_nobody_and_no_time_but_its_own_date(workbook: bytes) -> None:
    meta = parts(workbook)["meta.xml"]
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", meta)) == {"2026-09-30T00:00:00"}
    assert "creator" not in meta


def test_an_empty_register_has_sheets_that_say_so(register: Register) -> None:
    found = sheets(to_ods(status_paper(status_report(register, Q2))))
    assert found["Actions"] == [["Actions"], ["The register holds no actions yet."]]


def test_a_text_that_no_cell_can_hold_is_refused_by_name() -> None:
    with pytest.raises(ExportError, match="ACT-001: the text under “Text” has 32,768"):
        to_ods(paper_of(["x" * (LARGEST_CELL + 1)]))

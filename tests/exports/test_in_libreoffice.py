"""Tests that LibreOffice opens every Office file, reads what was written and computes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from edi_tui.domain.columns import COLUMNS, cell
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import Row, UpdateRow
from edi_tui.exports.appraisal_sheet import SHEET
from edi_tui.exports.export import list_bytes
from edi_tui.exports.lists import Listing
from edi_tui.exports.paper import Column, Paper, Section, Table, printable
from edi_tui.exports.to_ods import to_ods
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.to_word import to_word
from edi_tui.exports.wording import said
from edi_tui.exports.workbook import Sheet, sheets_of
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.services.search import search, whole_filter
from tests.exports.every_paper import PUBLIC, STATUS, Made, every_paper, sheet_of
from tests.exports.hostile import TEXTS, paper_of
from tests.exports.other_programs import TABLE, TEXT, opened, sheets_in, words_of
from tests.exports.read_back import csv_rows
from tests.services.closing import Q1, Q2

AS_UTF_8 = "--infilter=CSV:44,34,76"
"""How LibreOffice is told of a file with commas, in UTF-8."""
HOSTILE = printable(paper_of([text for text in TEXTS if text.strip()]))


@pytest.fixture
def papers(twice_closed: Register) -> dict[str, Made]:
    """Every paper of a quarter, the sheet of a member, and a paper of hostile texts."""
    writers = {"xlsx": to_sheet, "ods": to_ods, "docx": to_word}
    hostile = Made(HOSTILE, lambda layout: writers[layout](HOSTILE))
    sheet = sheet_of(twice_closed, Q2)
    return {**every_paper(twice_closed, Q1, Q2), SHEET: sheet, "hostile": hostile}


@pytest.fixture
def lists(twice_closed: Register) -> dict[str, Made]:
    """A list that a filter made short, one of numbers, and one of hostile texts."""
    found = search(twice_closed, Kind.OBJECTIVE, whole_filter("owner:chief"))
    kept = rows_of(twice_closed, Kind.OBJECTIVE, numbers=found.numbers)
    assert 0 < len(kept) < len(rows_of(twice_closed, Kind.OBJECTIVE))
    update = rows_of(twice_closed, Kind.UPDATE)[0]
    assert isinstance(update, UpdateRow)
    return {
        "filtered": listed(Kind.OBJECTIVE, kept),
        "measures": listed(Kind.MEASURE, rows_of(twice_closed, Kind.MEASURE)),
        "updates": listed(Kind.UPDATE, [replace(update, narrative=text) for text in TEXTS]),
    }


def listed(kind: Kind, rows: Sequence[Row]) -> Made:
    """Return a list, with the paper that its workbook is to be."""
    columns, title = COLUMNS[kind], kind.plural.capitalize()
    cells = tuple(tuple(said(cell(row, one.name)) for one in columns) for row in rows)
    headings = tuple(Column(column.heading, column.right) for column in columns)
    table = Table(title, headings, cells, "")
    paper = printable(Paper(title, (), (Section(title, (), (table,)),), Q2.end))
    listing = Listing(kind=kind, rows=rows, head="9:abc", as_at=Q2.end)
    return Made(paper, partial(list_bytes, listing))


def rows_in(sheet: Sheet, tab: str) -> list[list[str]]:
    """Return the cells that a sheet is to have, with what stands in it for a tab."""
    rows = [[line] for line in (sheet.title, sheet.about, *sheet.lines)]
    if sheet.table:
        rows.append([column.heading for column in sheet.table.columns])
        rows += map(list, sheet.table.rows)
    return [[cell.replace("\t", tab) for cell in row] for row in rows]


def files_of(papers: Mapping[str, Made], *layouts: str) -> dict[str, bytes]:
    """Return papers as files, by name and format."""
    return {
        f"{name} {layout}.{layout}": paper.write(layout)
        for name, paper in papers.items()
        for layout in layouts
    }


def test_every_workbook_opens_with_its_text_and_no_formula(
    papers: Mapping[str, Made], lists: Mapping[str, Made], tmp_path: Path
) -> None:
    papers = {**papers, **lists}
    files = files_of(papers, "xlsx", "ods")
    for file, book in opened(files, tmp_path, "fods").items():
        assert not formulas(book), file
        tab = " " if file.endswith(".ods") else "\t"
        sheets = sheets_of(papers[file.split()[0]].paper)
        wanted = {sheet.name: rows_in(sheet, tab) for sheet in sheets}
        found = sheets_in(book)
        assert list(found) == list(wanted)
        for name, rows in wanted.items():
            assert found[name] == rows, (file, name)


def formulas(book: Element) -> list[Element]:
    """Return the cells that would be computed."""
    return [cell for cell in book.iter() if cell.get(f"{TABLE}formula") is not None]


def test_every_table_of_data_opens_with_its_text_and_no_formula(
    papers: Mapping[str, Made], lists: Mapping[str, Made], tmp_path: Path
) -> None:
    data = {STATUS: papers[STATUS], PUBLIC: papers[PUBLIC], **lists}
    files = files_of(data, "csv")
    books = opened({**files, "careless.csv": b"=1+1\n"}, tmp_path, "fods", AS_UTF_8)
    assert formulas(books.pop("careless.csv"))
    for file, book in books.items():
        assert not formulas(book), file
        rows = csv_rows(files[file])
        wanted = [list(rows[0]), *(list(row.values()) for row in rows)]
        (found,) = sheets_in(book).values()
        assert list(map(computed, found)) == list(map(computed, wanted)), file


def computed(row: Sequence[str]) -> list[float | str]:
    """Return the cells of a row that hold something, numbers as LibreOffice takes them."""
    return [as_number(cell) for cell in row if cell]


def as_number(text: str) -> float | str:
    """Return a text as the number that it spells, or as it is."""
    try:
        return float(text)
    except ValueError:
        return text.casefold()


def test_every_document_opens_with_its_text(papers: Mapping[str, Made], tmp_path: Path) -> None:
    for file, document in opened(files_of(papers, "docx"), tmp_path, "fodt").items():
        tables = [
            [
                ["\n".join(map(words_of, cell.iter(f"{TEXT}p"))).rstrip() for cell in row]
                for row in table.iter(f"{TABLE}table-row")
            ]
            for table in document.iter(f"{TABLE}table")
        ]
        for found, wanted in zip(tables, tables_of(papers[file.split()[0]].paper), strict=True):
            assert found == wanted, file
        assert len(list(document.iter(f"{TABLE}table-header-rows"))) == len(tables)


def tables_of(paper: Paper) -> list[list[list[str]]]:
    """Return the tables that a document is to have; LibreOffice leaves out blanks at an end."""
    tables = [table for table in paper.tables if table.rows]
    return [
        [
            [column.heading for column in table.columns],
            *([cell.rstrip() for cell in row] for row in table.rows),
        ]
        for table in tables
    ]

"""Tests that LibreOffice opens every Office file, reads what was written and computes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from edi_tui.exports.paper import Paper, printable
from edi_tui.exports.to_ods import to_ods
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.to_word import to_word
from edi_tui.exports.workbook import Sheet, sheets_of
from edi_tui.services.register import Register
from tests.exports.every_paper import Made, every_paper
from tests.exports.hostile import TEXTS, paper_of
from tests.exports.other_programs import TABLE, TEXT, opened, sheets_in, words_of
from tests.services.closing import Q1, Q2

HOSTILE = printable(paper_of([text for text in TEXTS if text.strip()]))


@pytest.fixture
def papers(twice_closed: Register) -> dict[str, Made]:
    """Every paper of a quarter, and one of hostile texts."""
    writers = {"xlsx": to_sheet, "ods": to_ods, "docx": to_word}
    hostile = Made(HOSTILE, lambda layout: writers[layout](HOSTILE))
    return {**every_paper(twice_closed, Q1, Q2), "hostile": hostile}


def rows_of(sheet: Sheet, tab: str) -> list[list[str]]:
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
    papers: Mapping[str, Made], tmp_path: Path
) -> None:
    files = files_of(papers, "xlsx", "ods")
    for file, book in opened(files, tmp_path, "fods").items():
        assert not formulas(book), file
        tab = " " if file.endswith(".ods") else "\t"
        sheets = sheets_of(papers[file.split()[0]].paper)
        wanted = {sheet.name: rows_of(sheet, tab) for sheet in sheets}
        found = sheets_in(book)
        assert list(found) == list(wanted)
        for name, rows in wanted.items():
            assert found[name] == rows, (file, name)


def formulas(book: Element) -> list[Element]:
    """Return the cells that would be computed."""
    return [cell for cell in book.iter() if cell.get(f"{TABLE}formula") is not None]


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

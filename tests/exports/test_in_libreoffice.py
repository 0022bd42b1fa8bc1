"""Tests that LibreOffice opens every Office file, reads what was written and computes nothing."""

from __future__ import annotations

from pathlib import Path

from edi_tui.exports.paper import Paper, printable
from edi_tui.exports.status_paper import status_paper
from edi_tui.exports.to_ods import to_ods
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.to_word import to_word
from edi_tui.exports.workbook import Sheet, sheets_of
from edi_tui.services.report import StatusReport
from tests.exports.hostile import TEXTS, paper_of
from tests.exports.other_programs import TABLE, TEXT, opened, sheets_in, words_of

HOSTILE = printable(paper_of([text for text in TEXTS if text.strip()]))


def rows_of(sheet: Sheet, tab: str) -> list[list[str]]:
    """Return the cells that a sheet is to have, with what stands in it for a tab."""
    rows = [[line] for line in (sheet.title, sheet.about, *sheet.lines)]
    if sheet.table:
        rows.append([column.heading for column in sheet.table.columns])
        rows += map(list, sheet.table.rows)
    return [[cell.replace("\t", tab) for cell in row] for row in rows]


def test_every_workbook_opens_with_its_text_and_no_formula(
    report: StatusReport, tmp_path: Path
) -> None:
    papers = {"status": status_paper(report), "hostile": HOSTILE}
    writers = {"xlsx": to_sheet, "ods": to_ods}
    files = {
        f"{name} {layout}.{layout}": write(paper)
        for name, paper in papers.items()
        for layout, write in writers.items()
    }
    for file, book in opened(files, tmp_path, "fods").items():
        assert not [cell for cell in book.iter() if cell.get(f"{TABLE}formula") is not None]
        tab = " " if file.endswith(".ods") else "\t"
        sheets = sheets_of(papers[file.split()[0]])
        wanted = {sheet.name: rows_of(sheet, tab) for sheet in sheets}
        found = sheets_in(book)
        assert list(found) == list(wanted)
        for name, rows in wanted.items():
            assert found[name] == rows, (file, name)


def test_a_document_opens_with_its_text(report: StatusReport, tmp_path: Path) -> None:
    papers = {"status.docx": status_paper(report), "hostile.docx": HOSTILE}
    files = {name: to_word(paper) for name, paper in papers.items()}
    for file, document in opened(files, tmp_path, "fodt").items():
        tables = [
            [
                ["\n".join(map(words_of, cell.iter(f"{TEXT}p"))).rstrip() for cell in row]
                for row in table.iter(f"{TABLE}table-row")
            ]
            for table in document.iter(f"{TABLE}table")
        ]
        for found, wanted in zip(tables, tables_of(papers[file]), strict=True):
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

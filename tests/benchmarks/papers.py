"""How long the formats of a paper take, beside the bare library writing the same table.

`python -m tests.benchmarks.papers` gives seconds of computing and their ratios: a workbook of
10,000 objectives beside XlsxWriter writing the same cells (at most 1.2 times as long is wanted), a
Word document of 5,000 rows beside the interface of python-docx (0.3 times), a PDF of 1,000 beside
typst (1.3 times).
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO

import docx
import typst
from xlsxwriter import Workbook

from edi_tui.exports.paper import Column, Paper, Section, Table
from edi_tui.exports.to_ods import to_ods
from edi_tui.exports.to_pdf import to_pdf
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.to_word import to_word
from edi_tui.exports.workbook import room_of

ROUNDS = 5
HEADINGS = ("Ref", "Objective", "HIA", "Owner", "Baseline", "Target", "Latest", "Progress")
_BARE = b"""#let rows = json(bytes(sys.inputs.rows))
#set document(title: "Objectives")
#set page(paper: "a4", flipped: true, margin: 15mm)
#set text(size: 9pt, lang: "en")
#table(columns: 8, table.header(..rows.at(0).map(strong)), ..rows.slice(1).flatten())
"""


def paper(count: int) -> Paper:
    """Return a paper with one table of so many rows."""
    rows = tuple(
        (
            *(f"OBJ-{number:05d}", f"Raise the share of ethnic minority staff in band {number}"),
            *("HIA1, HIA2", "Chief People Officer", "14%", "18%", "15.5% (as at 30 Sep 2026)"),
            "Panels are mixed now, and the rest follows in March, when the training ends.",
        )
        for number in range(count)
    )
    table = Table("Objectives", tuple(map(Column, HEADINGS)), rows, "None.")
    section = Section("Objectives", ("All of them.",), (table,))
    return Paper("Status", ("A trust",), (section,), date(2026, 9, 30))


def bare_sheet(paper: Paper) -> bytes:
    """Return the same cells as XlsxWriter writes them: texts, formats and widths, no table."""
    target, (table,) = BytesIO(), paper.tables
    book = Workbook(target, {"in_memory": True, "strings_to_urls": False})
    face = {"font_name": "Arial", "font_size": 12, "text_wrap": True, "valign": "top"}
    style, heading = book.add_format(face), book.add_format(face | {"bold": True})
    sheet = book.add_worksheet()
    for place, (text, width) in enumerate(zip(HEADINGS, room_of(table), strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, text, heading)
    for number, row in enumerate(table.rows, 1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text, style)
    book.close()
    return target.getvalue()


def bare_document(paper: Paper) -> bytes:
    """Return the table as the interface of python-docx writes it."""
    document, target = docx.Document(), BytesIO()
    table = document.add_table(0, len(HEADINGS))
    for row in (HEADINGS, *paper.tables[0].rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(target)
    return target.getvalue()


def bare_pdf(paper: Paper) -> bytes:
    """Return the table as typst sets it."""
    rows = {"rows": json.dumps([HEADINGS, *paper.tables[0].rows])}
    return typst.compile(
        _BARE, format="pdf", sys_inputs=rows, pdf_standards=["ua-1"], ignore_system_fonts=True
    )


def seconds(write: Callable[[Paper], bytes], of: Paper) -> float:
    """Return the seconds of computing that writing a paper takes."""
    start = time.process_time()
    write(of)
    return time.process_time() - start


def main() -> None:
    """Print each format beside the bare library; both in turn, so that a busy computer is fair.

    Of each the quickest round counts, since what else runs on a computer only ever adds.
    """
    for name, write, bare, count in (
        ("xlsx", to_sheet, bare_sheet, 10_000),
        ("ods", to_ods, bare_sheet, 10_000),
        ("docx", to_word, bare_document, 1_000),
        ("docx", to_word, bare_document, 5_000),
        ("pdf", to_pdf, bare_pdf, 1_000),
    ):
        of = paper(count)
        rounds = [(seconds(write, of), seconds(bare, of)) for _ in range(ROUNDS)]
        ours, theirs = map(min, zip(*rounds, strict=True))
        print(f"{name:4} {count:6,} rows {ours:6.2f} s {ours / theirs:5.2f}x of {theirs:.2f} s")


if __name__ == "__main__":
    main()

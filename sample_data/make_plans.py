"""The maker of the sample files that cannot be written by hand: Word, Excel and Windows-1252.

Run `python sample_data/make_plans.py [DIRECTORY]` after a change in `sources/`. Without a
directory it writes beside itself. The same words always give the same bytes: archives are
stored, not compressed, and carry one fixed date.
"""

from __future__ import annotations

import csv
import io
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from word_plan import word_parts

HERE = Path(__file__).parent
MADE = datetime(2026, 11, 6, 9, 0)
AUTHOR = "Wessex Vale NHS Foundation Trust (fictional)"


def source(name: str) -> dict[str, Any]:
    """Return the words of one file."""
    return tomllib.loads((HERE / "sources" / f"{name}.toml").read_text(encoding="utf-8"))


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive that is the same on every machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as packed:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            member.create_system = 0
            packed.writestr(member, content)
    return buffer.getvalue()


def write_row(
    sheet: Worksheet, at: int, cells: Iterable[object], day: Format, text: Format
) -> None:
    """Write one row: real dates as dates, numbers as numbers, nothing where nothing is known."""
    for column, value in enumerate(cells):
        if isinstance(value, date):
            sheet.write_datetime(at, column, value, day)
        elif value is not None:
            sheet.write(at, column, value, text)


def fill(book: Workbook, sheet: Worksheet, words: Mapping[str, Any]) -> None:
    """Fill the main sheet: a merged title, a line under it, the headings and the rows."""
    wrapped = {"text_wrap": True, "valign": "top", "font_name": "Arial", "border": 1}
    text = book.add_format(wrapped)
    day = book.add_format({**wrapped, "num_format": "dd/mm/yyyy", "align": "left"})
    bold = book.add_format({**wrapped, "bold": True, "bg_color": "#E8EDEE"})
    title = book.add_format({"bold": True, "font_size": 14, "font_name": "Arial"})
    headings = words["headings"]
    last = len(headings) - 1
    sheet.merge_range(0, 0, 0, last, words["title"], title)
    sheet.write(1, 0, words["subtitle"])
    write_row(sheet, 3, headings, day, bold)
    for at, row in enumerate(words["row"], start=4):
        if "banner" in row:
            sheet.merge_range(at, 0, at, last, row["banner"], bold)
        elif not row.get("blank"):
            write_row(sheet, at, [row.get(heading) for heading in headings], day, text)
    for column, width in enumerate(words["widths"]):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(4, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def fill_lists(sheet: Worksheet, lists: list[dict[str, Any]]) -> None:
    """Fill the hidden sheet with the lists that the tracker's cells choose from."""
    for column, listed in enumerate(lists):
        sheet.write_column(0, column, [listed["heading"], *listed["values"]])
    sheet.hide()


def excel_file(words: Mapping[str, Any]) -> bytes:
    """Return a workbook of the given words."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": words["title"], "author": AUTHOR, "created": MADE})
        fill(book, book.add_worksheet(words["sheet"]), words)
        if lists := words.get("list"):
            fill_lists(book.add_worksheet("Lists"), lists)
    with zipfile.ZipFile(buffer) as packed:
        return archive({name: packed.read(name) for name in sorted(packed.namelist())})


def csv_file(words: Mapping[str, Any]) -> bytes:
    """Return the semicolon-separated Windows-1252 file that Excel writes in some offices."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerows(
        [words["headings"], *words["rows"]]
    )
    return buffer.getvalue().encode("cp1252")


def main(into: Path) -> None:
    """Write the four files below the given directory."""
    files = {
        "board/objectives.xlsx": excel_file(source("objectives")),
        "plans/edi-tracker-2026-27.xlsx": excel_file(source("edi-tracker-2026-27")),
        "plans/wres-action-plan.docx": archive(word_parts(source("wres-action-plan"))),
        "plans/legacy-actions-cp1252.csv": csv_file(source("legacy-actions")),
    }
    for name, content in files.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)

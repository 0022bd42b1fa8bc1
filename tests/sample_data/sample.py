"""The files of the sample, read without the program."""

from __future__ import annotations

import csv
import io
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from defusedxml import ElementTree
from python_calamine import CalamineWorkbook

DATA = Path(__file__).parents[2] / "sample_data"
STORY: dict[str, Any] = tomllib.loads((DATA / "story.toml").read_text(encoding="utf-8"))
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def records(name: str, *, encoding: str = "utf-8", delimiter: str = ",") -> list[dict[str, str]]:
    text = (DATA / name).read_bytes().decode(encoding)
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def word_tables() -> list[list[list[str]]]:
    with zipfile.ZipFile(DATA / "plans/wres-action-plan.docx") as packed:
        root = ElementTree.fromstring(packed.read("word/document.xml"))
    return [
        [
            ["".join(cell.itertext()) for cell in row.iter(f"{WORD}tc")]
            for row in table.iter(f"{WORD}tr")
        ]
        for table in root.iter(f"{WORD}tbl")
    ]


def sheet_rows(name: str) -> list[list[Any]]:
    with CalamineWorkbook.from_path(DATA / name) as book:
        return book.get_sheet_by_index(0).to_python()


def sheet_records(name: str) -> list[dict[str, Any]]:
    """Return the rows below the headings that fill more than their first cell."""
    rows = sheet_rows(name)
    headings = next(row for row in rows if all(row))
    below = rows[rows.index(headings) + 1 :]
    return [dict(zip(headings, row, strict=True)) for row in below if any(row[1:])]


OBJECTIVES = {row["Objective"]: row for row in sheet_records("board/objectives.xlsx")}
NETWORKS = {row["Name"] for row in records("board/networks.csv")}


def readings() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for measure in STORY["measure"]:
        for reading in measure["readings"]:
            yield measure, reading

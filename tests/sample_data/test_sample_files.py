"""The files of the sample, each in the form that real ones have."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from defusedxml import ElementTree
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from tests.sample_data.sample import DATA, records, sheet_records, sheet_rows, word_tables

MADE = (
    "board/objectives.xlsx",
    "plans/edi-tracker-2026-27.xlsx",
    "plans/legacy-actions-cp1252.csv",
    "plans/wres-action-plan.docx",
)


def test_the_maker_gives_the_same_bytes_again(tmp_path: Path) -> None:
    maker = DATA / "make_plans.py"
    subprocess.run([sys.executable, str(maker), str(tmp_path)], check=True, capture_output=True)
    for name in MADE:
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes(), name


@pytest.mark.parametrize(
    "path",
    [
        path.relative_to(DATA).as_posix()
        for path in sorted(DATA.rglob("*"))
        if path.is_file() and path.suffix in {".csv", ".md", ".toml", ".txt", ".html", ".svg"}
    ],
)
def test_text_files_are_utf_8_but_for_one(path: str) -> None:
    content = (DATA / path).read_bytes()
    if path == "plans/legacy-actions-cp1252.csv":
        with pytest.raises(UnicodeDecodeError):
            content.decode("utf-8")
    else:
        assert content.decode("utf-8").endswith("\n")
        assert b"\r" not in content


def test_the_legacy_plan_is_windows_1252_with_semicolons() -> None:
    content = (DATA / "plans/legacy-actions-cp1252.csv").read_bytes()
    assert content.count(b"\r\n") == 9
    assert all(mark in content.decode("cp1252") for mark in "–£é’")
    rows = records("plans/legacy-actions-cp1252.csv", encoding="cp1252", delimiter=";")
    assert len(rows) == 8
    assert list(rows[0]) == [
        "Action",
        "Intended outcome",
        "Timescale",
        "Who is responsible",
        "Progress to date",
        "RAG status",
    ]


def test_the_word_plan_repeats_its_headings_in_four_tables() -> None:
    tables = word_tables()
    headings = ["Action", "Outcome", "Due by", "Progress review", "RAG rating", "Lead"]
    assert [table[0] for table in tables] == [headings] * 4
    assert [len(table) - 1 for table in tables] == [3, 3, 2, 2]


def test_the_word_plan_has_the_dates_that_real_plans_have() -> None:
    due = [row[2] for table in word_tables() for row in table[1:]]
    assert due == [
        *("14/9/2015", "28/12/2015", "28/12/2015"),
        *("31/4/2016", "ongoing", "31/4/2016"),
        *("<p>18/2/2016</p>", "<p>ongoing</p>"),
        *("", "25/4/2016"),
    ]


def test_the_word_plan_leaves_every_rag_rating_blank() -> None:
    assert not any(row[4] for table in word_tables() for row in table[1:])


def test_the_word_plan_splits_a_row_over_a_page() -> None:
    tables = word_tables()
    action, outcome, due, progress, rag, lead = tables[3][1]
    assert action[0].islower()
    assert outcome[0].islower()
    assert progress[0].islower()
    assert (due, rag, lead) == ("", "", "")
    assert all(cell.startswith("<p>") for row in tables[2][1:] for cell in row if cell)
    assert tables[2][1][0].count("<p>") == 4


def test_the_word_plan_reports_a_meeting_after_an_impossible_date() -> None:
    late = [row for table in word_tables() for row in table[1:] if row[2] == "31/4/2016"]
    assert all("May 2016" in row[3] for row in late)
    assert word_tables()[3][2][3] == ""


def test_the_tracker_has_eighteen_actions_and_one_of_them_twice() -> None:
    rows = sheet_records("plans/edi-tracker-2026-27.xlsx")
    assert len(rows) == 19
    assert [row for row in rows if rows.count(row) > 1] == [rows[16], rows[18]]
    assert [row["Ref"] for row in rows[:18]] == [f"EDI-{n:02d}" for n in range(1, 19)]
    assert {type(row["Due date"]) for row in rows} == {date, str}


def test_the_tracker_hides_its_lists() -> None:
    with CalamineWorkbook.from_path(DATA / "plans/edi-tracker-2026-27.xlsx") as book:
        assert [(sheet.name, sheet.visible) for sheet in book.sheets_metadata] == [
            ("Tracker 2026-27", SheetVisibleEnum.Visible),
            ("Lists", SheetVisibleEnum.Hidden),
        ]


def test_the_objectives_stand_below_a_merged_title() -> None:
    with CalamineWorkbook.from_path(DATA / "board/objectives.xlsx") as book:
        merged = book.get_sheet_by_index(0).merged_cell_ranges
    assert merged == [((0, 0), (0, 14))]
    rows = sheet_rows("board/objectives.xlsx")
    assert not any(rows[0][1:])
    assert rows[3][0] == "Objective"


def test_the_pages_in_evidence_are_well_formed() -> None:
    for name in ("disability-declaration.svg", "risk-assessment-report.html"):
        text = (DATA / "evidence" / name).read_text(encoding="utf-8")
        ElementTree.fromstring(
            text.replace("<!DOCTYPE html>\n", "").replace('<meta charset="utf-8">', "")
        )

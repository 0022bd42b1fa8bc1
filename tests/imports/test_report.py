from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edi_tui.domain.errors import FileRefusedError
from edi_tui.imports.header import FINDING_HEADINGS
from edi_tui.imports.read_file import read_file
from edi_tui.imports.report import report_bytes
from edi_tui.imports.run import ImportOptions, Source, run_import
from tests.imports.importing import actions, bring_in, counts, digest
from tests.imports.make_files import docx, word_row, word_table

if TYPE_CHECKING:
    from edi_tui.imports.result import ImportResult
    from edi_tui.services.register import Register

PLAN = (
    "Ref,Action,Due by,Lead,Cost\n"
    "1,Train panels,31/4/2027,CPO,£40\n"
    "2,Ask staff,1/5/2027,CEO,\n"
    "3,,1/5/2027,CEO,=1+1\n"
)
SUFFIXES = pytest.mark.parametrize("suffix", [".csv", ".xlsx"])


def write_report(result: ImportResult, path: Path) -> None:
    path.write_bytes(report_bytes(result, path.name))


def written(path: Path) -> list[dict[str, str]]:
    """Return the rows of a report by heading."""
    first, *rows = (
        [cell.text for cell in row.cells] for table in read_file(path).tables for row in table.rows
    )
    return [dict(zip(first, row, strict=False)) for row in rows]


@SUFFIXES
def test_rows_with_findings_stand_beside_what_is_said_of_them(
    register: Register, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"errors{suffix}"
    write_report(bring_in(register, PLAN), path)
    first, second, last = written(path)
    assert list(first) == [*FINDING_HEADINGS, "Ref", "Action", "Due by", "Lead", "Cost", "Plan"]
    assert first["Where found"] == "row 2"
    assert (first["Rule"], first["Finding level"]) == ("date-impossible", "fail")
    assert (first["In column"], first["Words found"]) == ("Due by", "31/4/2027")
    assert first["Proposals"] == "2027-04-30"
    assert (first["Ref"], first["Action"], first["Plan"]) == ("1", "Train panels", "plan")
    assert (second["Rule"], second["Cost"]) == ("row-without-text", "=1+1")
    assert (last["Rule"], last["Where found"], last.get("Action", "")) == (
        *("heading-unknown", "file", ""),
    )


@SUFFIXES
def test_a_report_that_was_corrected_is_imported_again(
    register: Register, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"errors{suffix}"
    write_report(bring_in(register, PLAN), path)
    rows = written(path)
    rows[0]["Due by"], rows[1]["Action"] = "30/4/2027", "Publish the plan"
    corrected = tmp_path / "corrected.csv"
    with corrected.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    result = run_import(register, [Source(corrected.name, corrected)], ImportOptions())
    assert counts(result) == {"read": 2, "created": 1, "updated": 1, "skipped": 1}
    assert [(row.text, str(row.due_on), row.plan) for row in actions(register)] == [
        ("Train panels", "2027-04-30", "plan"),
        ("Ask staff", "2027-05-01", "plan"),
        ("Publish the plan", "2027-05-01", "plan"),
    ]


def test_a_report_that_was_not_corrected_changes_nothing(
    register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "errors.csv"
    write_report(bring_in(register, "Action,Due\nDo it,31/4/2027\n"), path)
    before = digest(register)
    assert counts(bring_in(register, path.read_bytes(), name="errors.csv")) == {
        "read": 1,
        "unchanged": 1,
    }
    assert digest(register) == before


def test_several_findings_of_a_row_are_paragraphs_of_one(
    register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "errors.csv"
    write_report(bring_in(register, "Action,Due,Lead\nDo it,TBC,\n"), path)
    (row,) = written(path)
    assert row["Rule"] == "date-placeholder\nlead-missing"
    assert row["In column"] == "Due\nLead"


def test_a_row_that_was_split_is_whole(register: Register, tmp_path: Path) -> None:
    headings = word_row("Action", "Due by", "Lead")
    plan = docx(
        word_table(headings, word_row("Send out", "ongoing", "CPO"))
        + word_table(word_row("the list", "", ""))
    )
    path = tmp_path / "errors.csv"
    write_report(bring_in(register, plan, name="plan.docx"), path)
    (row,) = written(path)
    assert (row["Action"], row["Where found"]) == (
        "Send out the list",
        "table 1, row 1\ntable 2, row 1",
    )


def test_one_spelling_stands_for_a_field_and_is_a_known_one(
    register: Register, tmp_path: Path
) -> None:
    plans = [
        f"Action,{heading},Lead\nDo {heading},31/4/2027,CPO\n"
        for heading in ("When exactly", "Due by")
    ]
    result = run_import(
        register,
        [Source(f"{at}.csv", plan.encode()) for at, plan in enumerate(plans)],
        ImportOptions(chosen={"When exactly": "due"}),
    )
    path = tmp_path / "errors.csv"
    write_report(result, path)
    rows = written(path)
    assert [row["Due"] for row in rows] == ["31/4/2027", "31/4/2027"]
    assert [row["Where found"] for row in rows] == ["0.csv, row 2", "1.csv, row 2"]
    assert [row["Plan"] for row in rows] == ["0", "1"]


def test_text_is_never_a_formula(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "errors.csv"
    write_report(bring_in(register, PLAN), path)
    assert "'=1+1" in path.read_text(encoding="utf-8-sig")


def test_a_cell_too_long_for_a_spreadsheet_is_cut_and_says_so(
    register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "errors.xlsx"
    write_report(bring_in(register, f"Action,Lead\n{'x' * 40_000},CPO\n"), path)
    text = written(path)[0]["Action"]
    assert len(text) == 32_767
    assert text.endswith("(cut here; the rest is in the file that was imported)")


def test_a_report_that_is_no_spreadsheet_is_refused(register: Register) -> None:
    with pytest.raises(FileRefusedError, match=r"ends in \.xlsx or \.csv"):
        report_bytes(bring_in(register, PLAN), "errors.pdf")

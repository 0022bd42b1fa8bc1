from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, piped_bytes


def test_the_paper_goes_to_standard_output_as_markdown(filled: Cli) -> None:
    result = filled("export", "status", "--quarter", "2026/27 Q2")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("# ")
    assert "2026/27 Q2" in result.stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("paper.md", b"# "),
        ("paper.html", b"<!DOCTYPE html>"),
        ("paper.csv", b"record,"),
        ("paper.json", b"{"),
        ("paper.xlsx", b"PK"),
        ("paper.docx", b"PK"),
        ("paper.ods", b"PK"),
        ("paper.pdf", b"%PDF-1.7"),
    ],
)
def test_the_name_of_the_file_says_the_format(
    filled: Cli, tmp_path: Path, name: str, start: bytes
) -> None:
    target = tmp_path / name
    result = filled("export", "status", "--quarter", "Q2 2026/27", "-o", str(target))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Written to {target}.\n"
    assert target.read_bytes().startswith(start)


def test_the_format_comes_before_the_name(filled: Cli, tmp_path: Path) -> None:
    target = tmp_path / "paper.txt"
    filled.done("export", "status", "-f", "JSON", "-o", str(target))
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == 1


def test_nothing_is_overwritten_without_force(filled: Cli, tmp_path: Path) -> None:
    target = tmp_path / "paper.md"
    target.write_text("mine", encoding="utf-8")
    result = filled("export", "status", "-o", str(target))
    assert result.exit_code == 1
    assert "--force" in result.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    filled.done("export", "status", "-o", str(target), "--force")
    assert target.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("status", "-f", "exe"), 2, "Choose md, html,"),
        (("objectives", "-f", "docx"), 2, "Choose csv,"),
        (("objectivs",), 2, "Did you mean “objectives”?"),
        (("statsu",), 2, "Did you mean “status”? There are the papers status, cover, baf,"),
        (("statsu",), 2, "and the lists members, objectives,"),
        (("status", "-f", "docx", "-o", "y.pdf"), 2, "but docx would be written. Name it y.docx."),
        (("status", "-f", "docx", "-o", "y.txt"), 2, "but docx would be written"),
        (("objectives", "--filter", "(owner:chief"), 2, "opened and never closed"),
        (("objectives", "--quarter", "2026/27 Q2"), 2, "Only papers have a quarter"),
        (("status", "--quarter", "sometime"), 1, "--quarter:"),
        (("status", "--as-at", "32/1/2026"), 1, "--as-at:"),
        (("status", "-o", "no folder/paper.md"), 1, "folder does not exist"),
        (("status", "-f", "docx", "--template", "none.docx"), 1, "none.docx is no file"),
        (("status", "-f", "docx", "--template", __file__), 1, "no Word document"),
        (("status", "-f", "md", "--template", "house.docx"), 2, "Only a paper as docx"),
        (("cover", "-f", "docx", "--template", "none.docx"), 1, "none.docx is no file"),
        (("actions", "-f", "csv", "--template", "house.docx"), 2, "Only a paper as docx"),
        (("status", "-o", "paper.txt"), 2, "Choose md, html,"),
        (("objectives", "-o", "paper.docx"), 2, "Choose csv,"),
    ],
)
def test_an_export_that_cannot_be_made_is_refused(
    filled: Cli, args: tuple[str, ...], code: int, said: str
) -> None:
    result = filled("export", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_a_list_is_exported_as_it_is_listed(filled: Cli) -> None:
    listed = filled.json("list", "actions")
    data = json.loads(filled.done("export", "actions", "-f", "json"))
    assert data.pop("manifest")["paper"] == "list"
    assert data == listed
    [row] = csv.DictReader(StringIO(filled.done("export", "action", "-f", "csv")))
    assert (row["ref"], row["due_text"]) == ("ACT-001", "31/4/2016")


def test_a_paper_as_at_a_date_does_not_know_what_came_later(filled: Cli) -> None:
    filled.done(
        "update", "OBJ-1", "--status", "off_track", "--on", "1 Nov 2026", "--note", "We lag"
    )
    paper = ("export", "status", "--quarter", "2026/27 Q3", "--as-at")
    assert "We lag" in filled.done(*paper, "21 Nov 2026")
    assert "We lag" not in filled.done(*paper, "31 Oct 2026")
    for day in ("30 Sep 2026", "1 Jan 2031"):
        refused = filled(*paper, day)
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert f"{day} is no day to read 2026/27 Q3 at" in refused.stderr


def test_a_workbook_goes_through_a_pipe_untouched(filled: Cli, tmp_path: Path) -> None:
    target = tmp_path / "paper.xlsx"
    filled.done("export", "status", "-o", str(target))
    piped = piped_bytes("--db", str(filled.path), "export", "status", "-f", "xlsx")
    assert piped == target.read_bytes()


@pytest.mark.parametrize("what", ["status", "actions"])
def test_no_paper_takes_the_place_of_the_register(filled: Cli, what: str) -> None:
    before = filled.path.read_bytes()
    result = filled("export", what, "-o", str(filled.path), "-f", "json", "--force")
    assert result.exit_code == 1
    assert "is the register itself" in result.stderr
    assert filled.path.read_bytes() == before


def test_appraisals_are_confidential_and_refused(filled: Cli) -> None:
    result = filled("export", "appraisals")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Appraisals are confidential" in result.stderr


def test_heard_scores_of_too_few_people_are_left_out(filled: Cli) -> None:
    for day, score, people in (("1 June 2026", "3.5", "10"), ("1 Sept 2026", "1.37", "9")):
        score_of = ("--network", "NET-001", "--on", day, "--score", score, "--people", people)
        filled.done("add", "heard_score", *score_of)
    result = filled("export", "heard_scores")
    assert "3.5" in result.stdout
    assert "1.37" not in result.stdout
    assert "1 heard score of fewer than 10 people left out." in result.stderr


def test_a_quarter_that_has_not_begun_is_refused_in_one_sentence(filled: Cli) -> None:
    result = filled("export", "status", "--quarter", "2026/27 Q4")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "2026/27 Q4 has not begun" in result.stderr

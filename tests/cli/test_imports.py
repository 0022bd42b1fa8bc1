from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, program

PLAN = (
    "Action,Lead,Due by,RAG,Remarks\n"
    "Publish the data,Head of HR,31/4/2016,,x\n"
    "Mixed panels,Head of Resourcing,30 June 2027,Green,y\n"
)
BROKEN = "Action,Lead\nPublish the data,Head of HR\n,Head of Nothing\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.csv"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_a_plan_is_brought_in_and_told_of(cli: Cli, plan: Path) -> None:
    result = cli("import", str(plan))
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "2 rows of actions read: 2 created"
    assert "To settle (1)" in lines
    assert any(line.startswith("  row 2, Due by: “31/4/2016” does not exist") for line in lines)
    assert result.stderr == "What was not understood waits on the Desk. Next: edi-tui desk\n"
    rows = cli.json("list", "actions")["rows"]
    assert [(row["due_on"], row["due_text"]) for row in rows] == [
        (None, "31/4/2016"),
        ("2027-06-30", "30 June 2027"),
    ]


def test_a_plan_that_was_understood_leads_to_the_list(cli: Cli, plan: Path) -> None:
    plan.write_text("Action,Lead,Due by\nPublish,Head of HR,30/6/2027\n", encoding="utf-8")
    assert cli("import", str(plan)).stderr == "Next: edi-tui list actions\n"


def test_an_impossible_day_of_the_whole_import_is_not_called_its_due_date(
    cli: Cli, plan: Path
) -> None:
    assert cli("import", str(plan), "--as-at", "31/4/2016").stderr == (
        "Please check:\n"
        "  --as-at: “31/4/2016” does not exist: the month has 30 days. Write 30 Apr 2016.\n"
    )


def test_the_page_of_an_imported_record_shows_its_cells(cli: Cli, plan: Path) -> None:
    cli.done("import", str(plan))
    assert cli.json("show", "ACT-1")["source_cells"]["Remarks"] == "x"
    assert "As imported from plan.csv, row 2" in cli.done("show", "ACT-1")


def test_the_same_file_twice_changes_nothing(cli: Cli, plan: Path) -> None:
    cli.done("import", str(plan))
    before = cli.path.read_bytes()
    assert cli.done("import", str(plan)).startswith("2 rows of actions read: 2 unchanged")
    assert cli.path.read_bytes() == before


def test_a_dry_run_says_what_the_import_then_does(cli: Cli, plan: Path) -> None:
    before = cli.path.read_bytes()
    result = cli("import", str(plan), "--dry-run")
    assert "Nothing was stored" in result.stderr
    assert cli.path.read_bytes() == before
    expected = cli.json("import", str(plan), "--dry-run")
    assert cli.json("import", str(plan)) == expected | {"dry_run": False}


def test_a_dry_run_says_what_each_row_is_about(cli: Cli, plan: Path) -> None:
    plan.write_text("No,Action,Lead\nEDI-01,Publish the data,HR\nEDI-02,,HR\n", encoding="utf-8")
    result = cli("import", str(plan), "--dry-run")
    assert "Created (1)\n  row 2  Publish the data\n" in result.stdout
    assert "Set aside (1)\n  row 3  EDI-02\n" in result.stdout
    assert "Next:" not in result.stderr


def test_the_json_of_an_import_has_its_fixed_shape(cli: Cli, plan: Path) -> None:
    plain = cli.json("import", str(plan), "--as", "action")
    assert list(plain) == [
        "schema", "kind", "dry_run", "read", "created", "updated", "unchanged", "joined",
        "quarantined", "skipped", "files", "rows", "findings",
    ]  # fmt: skip
    assert (plain["schema"], plain["kind"], plain["read"], plain["created"]) == (1, "actions", 2, 2)
    assert plain["files"][0]["file"] == "plan.csv"
    assert plain["rows"][0] == {"where": "row 2", "outcome": "created", "ref": "ACT-001"}


def test_a_row_set_aside_ends_with_one_and_is_reported(cli: Cli, tmp_path: Path) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text(BROKEN, encoding="utf-8")
    report = tmp_path / "report.csv"
    result = cli("import", str(broken), "--report", str(report))
    assert result.exit_code == 1
    assert result.stdout.startswith("2 rows of actions read: 1 created, 1 set aside")
    assert "Rows set aside are not in the lists." in result.stderr
    assert "Head of Nothing" in report.read_text(encoding="utf-8")


def test_a_report_is_never_written_over_another_file(cli: Cli, plan: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    report.write_text("mine", encoding="utf-8")
    result = cli("import", str(plan), "--report", str(report))
    assert (result.exit_code, "--force" in result.stderr) == (1, True)
    assert report.read_text(encoding="utf-8") == "mine"
    assert cli.json("list", "actions")["rows"] == []
    cli.done("import", str(plan), "--report", str(report), "--force")
    assert "31/4/2016" in report.read_text(encoding="utf-8")


def test_a_report_that_the_disk_has_no_room_for_leaves_the_old_one(
    cli: Cli, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    report = tmp_path / "report.csv"
    report.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "replace", full)
    result = cli("import", str(plan), "--report", str(report), "--force")
    assert (result.exit_code, "the disk is full" in result.stderr) == (1, True)
    assert report.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.glob(".edi-tui*")) == []


def test_a_heading_is_mapped_by_hand(cli: Cli, plan: Path) -> None:
    plain = cli.json("import", str(plan), "--map", "Remarks=outcome", "--map", "RAG=-")
    headings = plain["files"][0]["tables"][0]["headings"]
    assert (headings["Remarks"], headings.get("RAG")) == ("outcome", None)
    assert cli.json("list", "actions")["rows"][0]["outcome"] == "x"


def test_a_field_that_does_not_exist_is_refused(cli: Cli, plan: Path) -> None:
    result = cli("import", str(plan), "--map", "Remarks=nothing")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Please check:\n  --map: “Remarks” cannot be read as")


def test_the_plan_is_named(cli: Cli, plan: Path) -> None:
    cli.done("import", str(plan), "--plan", "WRES plan")
    assert {row["plan"] for row in cli.json("list", "actions")["rows"]} == {"WRES plan"}


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("missing.csv",), 1, "File refused: "),
        ((".",), 1, "File refused: "),
        (("missing.csv", "--as", "acton"), 2, "Did you mean “action”?"),
        (("missing.csv", "--map", "Remarks"), 2, "“Heading=field”"),
        (("missing.csv", "--report", "report.pdf"), 2, ".xlsx or .csv"),
        (("missing.csv", "--report", "no folder/report.csv"), 1, "folder does not exist"),
        ((), 2, "FILE"),
    ],
)
def test_what_cannot_be_imported_is_refused(
    cli: Cli, args: tuple[str, ...], code: int, said: str
) -> None:
    before = cli.path.read_bytes()
    result = cli("import", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert cli.path.read_bytes() == before


def test_a_plan_comes_through_a_pipe(cli: Cli) -> None:
    result = program("--db", str(cli.path), "import", "-", "--json", stdin=PLAN)
    assert result.returncode == 0
    plain = json.loads(result.stdout)
    assert (plain["created"], plain["files"][0]["file"]) == (2, "standard input")

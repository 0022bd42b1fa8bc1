"""Closing quarters by command, and what is shown and checked of them."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from edi_tui.cli.verify import CODES, UNREADABLE
from edi_tui.exports.verify import Verdict
from tests.cli.conftest import Cli

Q2 = "2026/27 Q2"
GUIDE = (files("edi_tui.guide") / "quarter-end.md").read_text("utf-8")


@pytest.fixture
def closed(filled: Cli) -> Cli:
    """A register whose second quarter is closed."""
    filled.done(
        *("quarter", "close", Q2, "--meeting", "1 December 2026"),
        *("--despite", "The committee meets tomorrow"),
    )
    return filled


def test_closing_prints_the_digest_and_says_that_it_stays(filled: Cli) -> None:
    result = filled("quarter", "close", "26/27 Q2", "--despite", "No time")
    quarter, digest = result.stdout.split("  ")
    assert (result.exit_code, quarter, len(digest.strip())) == (0, Q2, 64)
    assert "undo does not take that back" in result.stderr
    assert filled("undo").exit_code == 1


def test_open_failures_refuse_it_and_nothing_is_closed(filled: Cli) -> None:
    result = filled("quarter", "close", Q2)
    assert result.exit_code == 1
    assert "at level fail" in result.stderr
    assert filled.json("quarter", "list")["rows"] == []


def test_the_list_has_the_day_and_the_digest_of_each(closed: Cli) -> None:
    (row,) = closed.json("quarter", "list")["rows"]
    assert list(row)[:3] == ["quarter", "closed_on", "digest"]
    assert (row["quarter"], row["as_at"], row["meeting_on"]) == (Q2, "2026-09-30", "2026-12-01")
    listed = closed("quarter", "list")
    assert (row["digest"][:12] in listed.stdout, listed.stderr) == (True, "1 quarter closed\n")


def test_a_correction_names_its_reason_on_the_paper(closed: Cli) -> None:
    closed.done(
        *("quarter", "reissue", Q2, "--because", "An owner was wrong"),
        *("--despite", "It cannot wait"),
    )
    paper = closed.done("export", "status", "--quarter", Q2)
    assert "Re-issued, because: An owner was wrong" in paper
    assert "), because: It cannot wait" in paper
    assert "For the meeting on 1 Dec 2026" in paper
    assert closed("quarter", "list").stderr == "1 quarter closed, in 2 issues\n"
    first, second = closed.json("quarter", "list")["rows"]
    assert second["replaces"] == first["number"] == 1


def test_a_refusal_to_issue_a_quarter_again_does_not_say_that_it_was_not_closed(
    closed: Cli,
) -> None:
    refused = closed("quarter", "reissue", Q2, "--because", "An owner was wrong")
    assert refused.exit_code == 1
    assert f"{Q2} was not issued again, because" in refused.stderr
    assert "or issue it again with --despite and a reason" in refused.stderr


def test_a_paper_says_the_same_when_the_register_has_moved_on(closed: Cli) -> None:
    first = closed.done("export", "status", "--quarter", Q2, "-f", "html")
    closed.done("edit", "OBJ-001", "--title", "Something else")
    assert closed.done("export", "status", "--quarter", Q2, "-f", "html") == first
    assert closed("export", "status", "--quarter", Q2, "--as-at", "1/8/2026").exit_code == 1


def test_what_was_frozen_is_shown(closed: Cli) -> None:
    words = closed.done("quarter", "show", Q2)
    assert "Meeting                 1 Dec 2026" in words
    said = closed.json("quarter", "show", Q2)
    assert said["quarter"] == Q2
    assert said["rules"]["status"] == 1
    assert closed("quarter", "show", "2026/27 Q1").exit_code == 1
    assert closed("quarter", "show", "Q2").exit_code == 1


def test_verify_ends_with_1_where_a_quarter_is_not_as_it_was(closed: Cli) -> None:
    assert "ok" in closed.done("quarter", "verify")
    with closing(sqlite3.connect(closed.path, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER freeze_snapshot")
        connection.execute("UPDATE snapshot SET despite = ''")
    result = closed("quarter", "verify")
    assert result.exit_code == 1
    assert f"{Q2}, closed on 21 Nov 2026 by tester: Since 21 Nov 2026" in result.stdout


def test_a_diff_speaks_as_boards_do_and_then_field_by_field(closed: Cli) -> None:
    closed.done("edit", "OBJ-001", "--due", "30 June 2027")
    words = closed.done("quarter", "diff", Q2, "now")
    assert "From 2026/27 Q2 to now, 21 Nov 2026" in words
    assert "1 due date moved, 91 days. (OBJ-001)" in words
    assert "(31 Mar 2027) → 30 Jun 2027" in words
    assert "Rules" not in words


def test_a_diff_without_an_edit_says_so_and_on_which_days_it_was_read(closed: Cli) -> None:
    told = closed("quarter", "diff", Q2, "now")
    assert told.stderr == (
        "No record was changed, added or withdrawn between the two; progress is read at "
        "30 Sep 2026 and at 21 Nov 2026.\n"
    )
    closed.done("edit", "OBJ-001", "--due", "30 June 2027")
    told = closed("quarter", "diff", Q2, "now")
    assert told.stderr == "1 record was changed, added or withdrawn between the two.\n"


def test_a_diff_that_begins_with_now_is_told_the_order(closed: Cli) -> None:
    told = closed("quarter", "diff", "Now", Q2)
    assert told.exit_code == 1
    assert "Name the earlier quarter first and now last: edi-tui quarter diff" in told.stderr


def test_a_diff_is_json_for_programs(closed: Cli) -> None:
    closed.done("edit", "OBJ-001", "--owner", "MEM-002")
    said = closed.json("quarter", "diff", Q2, "now")
    assert said["from"] == {"quarter": Q2, "as_at": "2026-09-30"}
    assert {"sort": "owner", "text": "1 objective has another owner.", "refs": ["OBJ-001"]} in said[
        "sentences"
    ]
    (record,) = said["records"]
    assert record["fields"] == [{"label": "Owner", "was": "MEM-001", "now": "MEM-002"}]
    assert (said["rules"], said["frameworks"]) == ([], [])


def test_what_changed_is_written_as_a_paper(closed: Cli, tmp_path: Path) -> None:
    told = closed.done("quarter", "diff", Q2, "now", "-f", "md")
    assert told.startswith(f"# What changed from {Q2} to now")
    for name, start in (("diff.docx", b"PK"), ("diff.html", b"<!DOCTYPE html>")):
        target = tmp_path / name
        closed.done("quarter", "diff", Q2, "now", "-o", str(target))
        assert target.read_bytes().startswith(start)
        assert closed("quarter", "diff", Q2, "now", "-o", str(target)).exit_code == 1
    assert closed("verify", str(tmp_path / "diff.docx")).exit_code == CODES["not_closed"]
    for wrong in (
        ("-f", "csv"),
        ("-o", "diff.txt"),
        ("-f", "md", "--json"),
        ("-f", "md", "--template", "house.docx"),
        ("--template", "house.docx"),
    ):
        assert closed("quarter", "diff", Q2, "now", *wrong).exit_code == 2
    kept = closed("quarter", "diff", Q2, "now", "-f", "md", "-o", str(closed.path), "--force")
    assert "is the register itself" in kept.stderr


def test_a_paper_is_verified_in_one_sentence(closed: Cli, tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    closed.done("export", "status", "--quarter", Q2, "-o", str(paper))
    told = closed.done("verify", str(paper))
    assert told.startswith(f"{paper} is what was frozen of {Q2}, closed on 21 Nov 2026 by tester")
    assert told.count("\n") == 1
    said = closed.json("verify", str(paper))
    assert (said["kind"], said["verdict"], said["quarter"]) == ("verified_paper", "matches", Q2)
    assert said["manifest"]["snapshot"] == said["digest"]


def test_every_verdict_ends_with_a_code_of_its_own() -> None:
    assert set(CODES) == set(Verdict)
    assert len(set(CODES.values())) == len(Verdict)
    assert [verdict for verdict, code in CODES.items() if not code] == [Verdict.MATCHES]
    assert not {2, 10, 11, 12, 13, 130}.intersection(CODES.values())


def test_the_guide_tells_every_code_of_a_verdict() -> None:
    told = next(line for line in GUIDE.split("\n- ") if "by the exit code:" in line)
    listed = told.partition("by the exit code:")[2]
    codes = [int(one) for one in re.findall(r"(?:^|,)\s+(\d+) ", listed)]
    assert codes == sorted({*CODES.values(), UNREADABLE})


def test_a_paper_of_which_it_cannot_be_told_ends_with_a_code_of_its_own(
    closed: Cli, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.md"
    closed.done("export", "status", "--quarter", Q2, "-o", str(paper))
    text = paper.read_text("utf-8").replace("Chair", "chair", 1)
    paper.write_text(text.replace('"edi-tui ', '"edi-tui 9'), "utf-8")
    result = closed("verify", str(paper))
    assert (result.exit_code, result.stderr) == (31, "")
    assert "it cannot be told here whether it was changed since" in result.stdout
    said = json.loads(closed("verify", str(paper), "--json").stdout)
    assert (said["verdict"], said["otherwise"]) == ("cannot_tell", [])


def test_a_paper_that_nothing_vouches_for_ends_with_another_code(
    closed: Cli, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.csv"
    closed.done("export", "status", "--quarter", Q2, "-o", str(paper))
    assert closed("verify", str(paper)).exit_code == 0
    paper.write_bytes(paper.read_bytes() + b"\n")
    assert closed("verify", str(paper)).exit_code == CODES["not_recognised"]
    result = closed("verify", __file__)
    assert result.exit_code == CODES["no_paper"]
    assert "it is no paper of edi-tui" in result.stdout


def test_a_paper_that_does_not_match_ends_with_1(closed: Cli, tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    closed.done("export", "status", "--quarter", Q2, "-o", str(paper))
    paper.write_text(paper.read_text("utf-8").replace("Chair", "chair", 1), "utf-8")
    result = closed("verify", str(paper))
    assert (result.exit_code, result.stderr) == (1, "")
    assert "has been changed since it was written" in result.stdout
    assert closed("verify").exit_code == 2


def test_what_cannot_be_read_does_not_end_as_a_paper_that_was_changed(
    closed: Cli, tmp_path: Path
) -> None:
    missing = closed("verify", str(tmp_path / "none.md"))
    assert missing.exit_code == UNREADABLE
    assert "is no file" in missing.stderr
    template = closed("verify", __file__, "--template", str(tmp_path / "none.docx"))
    assert template.exit_code == UNREADABLE
    paper, house = tmp_path / "status.docx", tmp_path / "house.docx"
    closed.done("export", "status", "--quarter", "2026/27 Q2", "-f", "docx", "-o", str(paper))
    house.write_text("No Word document.", encoding="utf-8")
    template = closed("verify", str(paper), "--template", str(house))
    assert (template.exit_code, template.stdout) == (UNREADABLE, "")
    assert "The template is no Word document" in template.stderr
    assert UNREADABLE not in CODES.values()

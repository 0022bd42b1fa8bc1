"""The commands that publish."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

Q2 = "2026/27 Q2"


@pytest.fixture
def opted(filled: Cli) -> Cli:
    """The commands on a register with a published objective and a closed quarter."""
    filled.done("edit", "OBJ-001", "--published", "yes", "--summary", "More of us will lead.")
    filled.done("add", "measure", "--name", "Share", "--objective", "OBJ-001", "--unit", "%")
    counted = ("--numerator", "4", "--denominator", "300")
    filled.done("add", "reading", "--measure", "MEA-001", "--as-at", "2026-09-01", *counted)
    filled.done("quarter", "close", Q2, "--despite", "No time")
    return filled


def test_the_site_is_made_and_said_to_be(opted: Cli, tmp_path: Path) -> None:
    result = opted("publish", str(tmp_path / "site"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 objective published" in result.stderr
    assert (tmp_path / "site" / "index.html").is_file()


def test_what_was_opted_in_too_late_for_the_quarter_is_named(opted: Cli, tmp_path: Path) -> None:
    opted.done("add", "objective", "--title", "Publish it")
    opted.done("edit", "OBJ-002", "--published", "yes", "--summary", "All will read it.")
    told = opted("publish", str(tmp_path / "site")).stderr
    late = f"Opted in since {Q2} was closed, so not in it: OBJ-002."
    assert late in told
    paper = ("export", "status", "--for", "public", "-f", "md", "-o", str(tmp_path / "p.md"))
    assert late in opted(*paper).stderr
    opted.done("quarter", "reissue", Q2, "--because", "One more", "--despite", "No time")
    assert "Opted in since" not in opted("publish", str(tmp_path / "site")).stderr


def test_the_log_says_what_is_hidden_and_writes_nothing(opted: Cli, tmp_path: Path) -> None:
    told = opted.done("publish", str(tmp_path / "site"), "--log")
    assert f"{Q2}: MEA-001, 2026-09-01, everyone, number, 4: below 10" in told
    assert not (tmp_path / "site").exists()
    assert "MEA-001" in opted.done("export", "status", "--for", "public", "--log")


def test_a_folder_of_somebody_else_is_refused(opted: Cli, tmp_path: Path) -> None:
    result = opted("publish", str(tmp_path))
    assert result.exit_code == 1
    assert "was left as it is" in result.stderr


def test_the_public_reads_the_newest_closed_quarter(opted: Cli) -> None:
    told = json.loads(opted.done("export", "status", "--for", "public", "-f", "json"))
    assert (told["quarter"], told["audience"]) == (Q2, "public")
    assert [row["ref"] for row in told["objectives"]] == ["OBJ-001"]
    assert told["objectives"][0]["measures"][0]["figures"][0]["number"] == "hidden"


def test_the_board_reads_no_names(opted: Cli) -> None:
    assert "Amara Cole" in opted.done("export", "status", "--quarter", Q2)
    assert "Amara Cole" not in opted.done("export", "status", "--quarter", Q2, "--for", "board")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("status", "--for", "everyone"), "Choose committee, board, public."),
        (("status", "--for", "public", "--quarter", "2026/27 Q1"), "is not closed"),
        (("status", "--for", "public", "--as-at", "2026-09-30"), "leave the date out"),
        (("status", "--log"), "Nothing is hidden in this paper."),
        (("objectives", "--for", "board", "-f", "csv"), "Only the status paper is written for"),
        (("objectives", "--log", "-f", "csv"), "Nothing is hidden in this paper."),
        (("status", "--acknowledge", "OBJ-001"), "add --for public"),
        (("status", "--for", "board", "--acknowledge", "OBJ-001"), "add --for public"),
        (("cover", "--acknowledge", "OBJ-001"), "add --for public"),
    ],
)
def test_what_cannot_be_published_is_refused(
    opted: Cli, arguments: tuple[str, ...], said: str
) -> None:
    result = opted("export", *arguments)
    assert result.exit_code != 0
    assert said in " ".join(result.stderr.split())


def test_personal_details_are_named_and_can_be_acknowledged(opted: Cli) -> None:
    opted.done("edit", "OBJ-001", "--summary", "Ring 01632 960123.")
    opted.done("quarter", "reissue", Q2, "--because", "A number", "--despite", "No time")
    result = opted("export", "status", "--for", "public")
    assert result.exit_code == 1
    assert "OBJ-001, Public summary: a telephone number" in result.stderr
    assert opted.done("export", "status", "--for", "public", "--acknowledge", "OBJ-001")


def test_a_site_is_verified_as_a_whole_or_page_by_page(opted: Cli, tmp_path: Path) -> None:
    site = tmp_path / "site"
    opted("publish", str(site))
    assert opted.done("verify", str(site)) == "6 of 6 pages are what was published.\n"
    said = opted.json("verify", str(site / "index.html"))
    assert (said["verdict"], said["manifest"]["part"]) == ("matches", "index.html")
    page = site / "objectives" / "OBJ-001.html"
    page.write_bytes(page.read_bytes().replace(b"will lead", b"shall lead"))
    result = opted("verify", str(site))
    assert (result.exit_code, result.stderr) == (1, "")
    assert "objectives/OBJ-001.html has been changed since it was written" in result.stdout
    found = json.loads(opted("verify", str(site), "--json").stdout)
    assert (found["kind"], found["verdict"], len(found["pages"])) == ("verified_site", "changed", 6)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survey.csv"
    path.write_text("q,score\n1,2\n", encoding="utf-8")
    return path


def stored_file(cli: Cli) -> Path:
    [row] = cli.json("evidence", "verify")["rows"]
    digest = str(row["sha256"])
    return cli.path.with_name("register.evidence") / digest[:2] / digest[2:]


def test_a_file_is_attached_under_its_own_name(filled: Cli, survey: Path) -> None:
    result = filled(
        "evidence",
        "add",
        str(survey),
        "--kind",
        "data",
        "--supports",
        "OBJ-1",
        "--supports",
        "net-1",
    )
    assert (result.stdout, result.stderr) == ("EVI-001\n", "EVI-001 attached.\n")
    [row] = filled.json("list", "evidence")["rows"]
    assert (row["title"], row["kind"], row["supports"]) == (
        "survey.csv",
        "data",
        ["NET-001", "OBJ-001"],
    )
    assert stored_file(filled).read_bytes() == survey.read_bytes()


def test_references_are_taken_with_semicolons_too(filled: Cli) -> None:
    filled.done("evidence", "add", "--link", "https://example.org", "--title", "Minutes",
                "--supports", "OBJ-1; ACT-1", "--dated", "1 Oct 2026")  # fmt: skip
    [row] = filled.json("list", "evidence")["rows"]
    assert (row["supports"], row["dated_on"]) == (["ACT-001", "OBJ-001"], "2026-10-01")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("missing.pdf",), "missing.pdf cannot be read"),
        (("--link", "ftp://x", "--title", "t"), "--link: A link begins with https://"),
        (("--title", "t"), "--note: Attach a file, give a link, or write a note."),
        (("--note", "n"), "--title: Title is needed."),
        (("--note", "n", "--title", "t", "--supports", "OBJ-9"), "--supports:"),
        ((".",), "not an ordinary file"),
    ],
)
def test_evidence_that_proves_nothing_is_refused(
    filled: Cli, args: tuple[str, ...], said: str
) -> None:
    result = filled("evidence", "add", *args)
    assert result.exit_code == 1
    assert said in result.stderr
    assert filled.json("list", "evidence")["rows"] == []


def test_verifying_says_what_is_missing_or_changed(filled: Cli, survey: Path) -> None:
    filled.done("evidence", "add", str(survey))
    result = filled("evidence", "verify")
    assert (result.exit_code, "ok" in result.stdout) == (0, True)
    assert result.stderr == "1 checked, 0 missing or changed.\n"
    kept = stored_file(filled)
    kept.chmod(0o600)
    kept.write_text("other", encoding="utf-8")
    result = filled("evidence", "verify")
    assert (result.exit_code, "changed" in result.stdout) == (1, True)
    kept.unlink()
    result = filled("evidence", "verify", "--json")
    assert (result.exit_code, '"state": "missing"' in result.stdout) == (1, True)


def test_verifying_names_files_that_belong_to_no_record(filled: Cli, survey: Path) -> None:
    filled.done("evidence", "add", str(survey))
    left = stored_file(filled).with_name("0" * 62)
    filled.done("withdraw", "EVI-001", "--reason", "Twice")
    assert filled("evidence", "verify").stderr == "0 checked, 0 missing or changed.\n"
    left.write_text("left", encoding="utf-8")
    result = filled("evidence", "verify")
    assert result.exit_code == 0
    assert f"{left} belongs to no record: attaching or importing it was stopped." in result.stderr
    assert filled.json("evidence", "verify")["left_over"] == [str(left)]


def test_a_link_has_no_file_to_verify(filled: Cli) -> None:
    filled.done("evidence", "add", "--link", "https://example.org", "--title", "Minutes")
    assert filled.json("evidence", "verify")["rows"][0]["state"] == "no file"


def test_evidence_names_the_office_that_brings_it(filled: Cli) -> None:
    told = ("--note", "n", "--title", "Minutes", "--submitted-by", "People team")
    filled.done("evidence", "add", *told)
    filled.done("evidence", "add", "--note", "n", "--title", "Mine")
    rows = filled.json("list", "evidence")["rows"]
    assert [row["submitted_by"] for row in rows] == ["People team", "tester"]
    own = filled(
        "edit", "EVI-001", "--verified-by", "the people team", "--verified-on", "1 Oct 2026"
    )
    assert own.exit_code == 1
    assert "another office than the one that submitted it" in " ".join(own.stderr.split())

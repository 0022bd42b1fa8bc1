"""Digests by command."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Cli


def test_digests_are_printed_for_everyone_or_for_one(filled: Cli) -> None:
    everyone = filled.done("digest")
    assert "Equality, diversity and inclusion: Chief People Officer" in everyone
    assert "OBJ-001: Mixed panels" in everyone
    assert "Equality, diversity and inclusion: Head of HR" in everyone
    one = filled("digest", "--owner", "MEM-001", "-f", "md")
    assert one.stdout.startswith("# Equality, diversity and inclusion: Chief People Officer\n")
    assert "Head of HR" not in one.stdout
    assert one.stderr == "Chief People Officer: 1 reminder\n"


def test_each_owner_has_a_file_and_nothing_is_written_over(filled: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "digests"
    filled.done("digest", "-o", str(folder))
    names = sorted(file.name for file in folder.iterdir())
    assert names == ["chief-people-officer.txt", "head-of-hr.txt"]
    (folder / names[0]).unlink()
    refused = filled("digest", "-o", str(folder))
    assert (refused.exit_code, len(list(folder.iterdir()))) == (1, 1)
    filled.done("digest", "-o", str(folder), "--force")
    assert len(list(folder.iterdir())) == 2


def test_a_lead_has_a_digest_by_their_own_words(filled: Cli) -> None:
    one = filled.done("digest", "--owner", "head of HR")
    assert one.startswith("Equality, diversity and inclusion: Head of HR\n")
    refused = filled("digest", "--owner", "Chief Peple Officer")
    assert refused.exit_code == 1
    assert "did you mean “Chief People Officer”?" in refused.stderr


def test_who_has_nothing_to_do_has_no_file(filled: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "digests"
    filled.done("add", "action", "--text", "Later", "--lead", "Chair")
    filled.done("update", "ACT-002", "--status", "on_track")
    written = filled("digest", "-o", str(folder))
    assert written.stderr.endswith("1 owner has nothing to do, and so no file.\n")
    names = ["chief-people-officer.txt", "head-of-hr.txt"]
    assert sorted(file.name for file in folder.iterdir()) == names
    (folder / "chair.txt").write_text("OBJ-009 is overdue")
    again = filled("digest", "-o", str(folder), "--force")
    assert "nothing to do" not in again.stderr
    assert "Nothing to do" in (folder / "chair.txt").read_text()


def test_an_empty_register_has_no_digest(cli: Cli) -> None:
    result = cli("digest")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no digest" in result.stderr


def test_an_unknown_format_is_refused(filled: Cli) -> None:
    assert filled("digest", "-f", "docx").exit_code == 2

"""Bundles by command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def bundle(filled: Cli, tmp_path: Path) -> Path:
    path = tmp_path / "archive.zip"
    filled.done("bundle", str(path))
    return path


def test_a_bundle_says_what_is_in_it(filled: Cli, tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    result = filled("bundle", str(path))
    assert result.stdout == f"{path}\n"
    assert "0 evidence files. Confidential appraisals are in it, and names." in result.stderr
    assert filled("bundle", str(path)).exit_code == 1
    assert filled("bundle", str(path), "--force").exit_code == 0


def test_a_name_that_says_another_format_is_refused(filled: Cli, tmp_path: Path) -> None:
    for name in ("archive.txt", "archive.docx"):
        refused = filled("bundle", str(tmp_path / name))
        assert (refused.exit_code, "zip would be written" in refused.stderr) == (2, True)
    assert filled("bundle", str(tmp_path / "register 21.11")).exit_code == 0


def test_the_register_itself_is_never_written_over(filled: Cli) -> None:
    result = filled("bundle", str(filled.path), "--force")
    assert (result.exit_code, "is the register itself" in result.stderr) == (1, True)


def test_import_brings_a_bundle_back_once(bundle: Path, filled: Cli, tmp_path: Path) -> None:
    new = Cli(tmp_path / "new.db")
    tried = new("import", str(bundle), "--dry-run")
    assert (tried.exit_code, new.path.exists()) == (0, False)
    assert "Nothing was stored." in tried.stderr
    assert "brought back" in new.done("import", str(bundle))
    assert new.done("list", "objectives") == filled.done("list", "objectives")
    assert json.loads(new.done("import", str(bundle), "--json"))["changed"] is False


def test_a_bundle_goes_into_no_register_that_holds_other_records(
    bundle: Path, cli: Cli, tmp_path: Path
) -> None:
    other = Cli(tmp_path / "other.db")
    other.done("init", "--organisation", "Another")
    other.done("add", "objective", "--title", "Mine")
    result = other("import", str(bundle))
    assert result.exit_code == 1
    assert "holds other records than the bundle" in result.stderr


def test_a_bundle_is_brought_back_alone_and_whole(bundle: Path, filled: Cli) -> None:
    assert filled("import", str(bundle), str(bundle)).exit_code == 2
    assert filled("import", str(bundle), "--as", "actions").exit_code == 2


@pytest.mark.parametrize("there", [False, True])
def test_a_file_that_is_no_whole_bundle_is_told_of_before_the_register(
    there: bool, bundle: Path, filled: Cli, tmp_path: Path
) -> None:
    register = filled if there else Cli(tmp_path / "new.db")
    half, other = tmp_path / "half.zip", tmp_path / "other.zip"
    half.write_bytes(bundle.read_bytes()[:5_000])
    other.write_text("Nothing of use\n")
    for file, told in (
        (half, "half.zip is a bundle that is damaged or was cut off: use another copy of it."),
        (tmp_path / "misspelt.zip", "There is no file"),
        (other, "other.zip holds no table"),
    ):
        refused = register("import", str(file))
        assert (refused.exit_code, refused.stderr.partition(": ")[0]) == (1, "File refused")
        assert told in refused.stderr
    assert register.path.exists() is there


def test_a_plan_is_told_that_there_is_no_register(tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("Action,Lead\nPublish the data,Head of HR\n")
    refused = Cli(tmp_path / "new.db")("import", str(plan))
    assert (refused.exit_code, "No register yet" in refused.stderr) == (10, True)

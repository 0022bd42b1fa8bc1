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

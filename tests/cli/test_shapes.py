"""Writing the other shapes of a quarter by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize("what", ["cover", "baf", "eds", "hia1", "upward", "said", "summary"])
def test_a_shape_is_printed_or_written(what: str, filled: Cli, tmp_path: Path) -> None:
    assert filled.done("export", what, "--quarter", "2026/27 Q2").startswith("# ")
    target = tmp_path / "paper.docx"
    filled.done("export", what, "-o", str(target))
    assert target.read_bytes().startswith(b"PK")
    assert filled("export", what, "-o", str(target)).exit_code == 1


def test_a_shape_has_no_filter_and_no_list_format(filled: Cli) -> None:
    assert filled("export", "baf", "--filter", "x").exit_code == 2
    assert filled("export", "baf", "-f", "csv").exit_code == 2


def test_an_appraisal_sheet_is_of_one_member_who_is_named(filled: Cli, tmp_path: Path) -> None:
    member = ("export", "appraisal", "--member", "MEM-001")
    assert filled.done(*member).startswith("# Confidential: appraisal sheet")
    target = tmp_path / "sheet.docx"
    filled.done(*member, "-o", str(target))
    assert target.read_bytes().startswith(b"PK")
    for more in ((), ("-o", str(tmp_path / "other.docx"))):
        refused = filled("export", "appraisal", *more)
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "export appraisal --member REF" in refused.stderr
    assert filled("export", "upward", "--member", "MEM-001").exit_code == 2
    for audience in ("board", "public"):
        result = filled(*member, "--for", audience)
        assert (result.exit_code, result.stdout) == (2, "")
    assert filled("export", "appraisal", "--member", "Nobody").exit_code == 1

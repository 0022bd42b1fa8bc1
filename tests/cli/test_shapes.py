"""Writing the other shapes of a quarter by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize("what", ["cover", "baf", "eds", "upward", "said"])
def test_a_shape_is_printed_or_written(what: str, filled: Cli, tmp_path: Path) -> None:
    assert filled.done("export", what, "--quarter", "2026/27 Q2").startswith("# ")
    target = tmp_path / "paper.docx"
    filled.done("export", what, "-o", str(target))
    assert target.read_bytes().startswith(b"PK")
    assert filled("export", what, "-o", str(target)).exit_code == 1


def test_a_shape_has_no_filter_and_no_list_format(filled: Cli) -> None:
    assert filled("export", "baf", "--filter", "x").exit_code == 2
    assert filled("export", "baf", "-f", "csv").exit_code == 2

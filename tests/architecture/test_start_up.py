"""Nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "aiohttp",
    "alembic",
    "docx",
    "jinja2",
    "platformdirs",
    "pydantic",
    "python_calamine",
    "rich",
    "sqlalchemy",
    "sqlmodel",
    "textual",
    "textual_serve",
    "typst",
    "xlsxwriter",
}


@pytest.mark.parametrize(
    ("statement", "allowed"),
    [
        ("import edi_tui.__main__", set()),
        ("import edi_tui.cli.main", set()),
        ("import edi_tui.domain.records, edi_tui.domain.validation", set()),
        ("import edi_tui.imports.read_file, edi_tui.imports.sheet_child", set()),
        ("import edi_tui.tui.app", {"textual", "rich", "platformdirs"}),
    ],
)
def test_importing_a_door_loads_only_what_it_shows(statement: str, allowed: set[str]) -> None:
    code = f"import sys; {statement}; print(*{{name.split('.')[0] for name in sys.modules}})"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert set(result.stdout.split()) & HEAVY <= allowed


def test_the_version_is_answered_without_the_commands() -> None:
    code = (
        "import sys; sys.argv = ['edi-tui', '--version']; from edi_tui.__main__ import main; "
        "main(); print(*{name.split('.')[0] for name in sys.modules})"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    version, modules = result.stdout.splitlines()
    assert version.startswith("edi-tui ")
    assert not set(modules.split()) & (HEAVY | {"typer"})

"""What the project promises about its own files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_lock_holds_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "--hash=sha256:" in lock
    assert "://" not in lock


def test_the_lock_holds_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for extra in project["optional-dependencies"].values() for name in extra]
    wanted = {re.split(r"[<>=\[ ]", name)[0].lower() for name in project["dependencies"] + extras}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    assert wanted <= locked


@pytest.mark.parametrize("script", [".ci/run", ".github/workflows/tests.yml"])
def test_the_readme_s_test_command_is_the_one_that_is_run(script: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^python3 -m venv .*pytest$", readme, re.MULTILINE)
    text = (ROOT / script).read_text(encoding="utf-8")
    assert command in text or "README.md" in text


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {path.stem for path in (ROOT / "edi_tui").rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "common", "manager", "misc"}

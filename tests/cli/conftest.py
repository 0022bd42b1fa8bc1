"""A register that the commands work on, and two ways to run them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from edi_tui.cli.main import app
from edi_tui.domain.due import Due
from edi_tui.domain.records import (
    ActionDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    SponsorshipDraft,
)
from edi_tui.domain.words import Precision, Seat
from edi_tui.services import records
from tests.conftest import copy_of

ROOT = Path(__file__).resolve().parents[2]
DRAFTS = (
    MemberDraft(role="Chief People Officer", name="Amara Cole"),
    MemberDraft(role="Chair", name="Jo Bloggs", seat=Seat.CHAIR),
    ObjectiveDraft(
        title="Mixed panels for bands 8a and above",
        owner="MEM-001",
        frameworks=("HIA1", "HIA2"),
        due=Due(date(2027, 3, 31), "end of March 2027", Precision.MONTH),
    ),
    ActionDraft(text="Publish the data", due=Due(text="31/4/2016"), lead="Head of HR"),
    NetworkDraft(name="Race Equality Network"),
    SponsorshipDraft(network="NET-001", member="MEM-001"),
)


@dataclass(frozen=True)
class Cli:
    """Runs commands on a register, in this process."""

    path: Path

    def __call__(self, *args: str, stdin: str = "") -> Result:
        """Run a command; a mistake of the program fails the test."""
        result = CliRunner().invoke(app, ["--db", str(self.path), *args], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def done(self, *args: str, stdin: str = "") -> str:
        """Run a command that ends well and return what it printed."""
        result = self(*args, stdin=stdin)
        assert result.exit_code == 0, result.stderr
        return result.stdout

    def json(self, *args: str) -> Any:
        """Run a command and return the JSON that it printed."""
        return json.loads(self.done(*args, "--json"))


@pytest.fixture(scope="session")
def filled_register(empty_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register with one or two of each of the main kinds, made once."""
    register = copy_of(empty_register, tmp_path_factory.mktemp("made"))
    for draft in DRAFTS:
        records.add(register, draft)
    register.engine.dispose()
    return register.path


def copied(source: Path, folder: Path) -> Cli:
    """Return the commands on a copy of a register."""
    path = folder / "register.db"
    shutil.copy(source, path)
    return Cli(path)


@pytest.fixture
def cli(empty_register: Path, tmp_path: Path) -> Cli:
    """The commands, on a register of its own with nothing in it."""
    return copied(empty_register, tmp_path)


@pytest.fixture
def filled(filled_register: Path, tmp_path: Path) -> Cli:
    """The commands, on a register of its own with one or two of each of the main kinds."""
    return copied(filled_register, tmp_path)


def run_program(
    *args: str, stdin: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "edi_tui", *args],
        input=stdin.encode(),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        check=False,
    )


def program(
    *args: str, stdin: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, without a terminal."""
    result = run_program(*args, stdin=stdin, env=env)
    return subprocess.CompletedProcess(
        result.args,
        result.returncode,
        result.stdout.decode().replace(os.linesep, "\n"),
        result.stderr.decode().replace(os.linesep, "\n"),
    )


def piped_bytes(*args: str) -> bytes:
    """Run the program and return the bytes that it wrote."""
    result = run_program(*args)
    assert result.returncode == 0, result.stderr
    return result.stdout

"""Every command of the guide and the README runs as it is written."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from edi_tui.cli.main import app, hoisted
from edi_tui.domain.kinds import Kind
from edi_tui.exports.bundle import write_bundle
from edi_tui.imports.sample import build_sample
from edi_tui.reference.cover_sheet import usual_cover_sheet
from edi_tui.services.register import open_register
from edi_tui.services.saved_views import save_view
from edi_tui.services.undo import undo
from tests.guide.reading import ROOT, TEXTS, commands

LINES = sorted({line for text in TEXTS.values() for line in commands(text)})
FILES = {
    "WRES action plan.docx": "plans/wres-action-plan.docx",
    "plan.docx": "plans/wres-action-plan.docx",
    "objectives.xlsx": "board/objectives.xlsx",
    "board.csv": "board/board-members.csv",
    "networks.csv": "board/networks.csv",
    "sponsors.csv": "board/sponsorships.csv",
    "pledge.txt": "evidence/listening-session-summary.md",
}
"""What the files of the commands are in these tests."""
TRACKER = "Action,Commentary,Cost centre\nBrief the panel chairs,Two of five briefed,4711\n"
FINDS_SOMETHING = {"edi-tui check": 1, "edi-tui agree OBJ-009": 1, "edi-tui verify": 29}
"""What ends with another code than 0 on the sample, as it is to."""
OF_CLOSED_QUARTERS = (
    "edi-tui export status --for public",
    "edi-tui publish",
    "edi-tui quarter diff",
)
"""What the guide does after its closing of a quarter."""
CLOSING = "edi-tui quarter close"
ENDLESS = ("edi-tui serve",)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample register, made once; a step of one's own is undone."""
    folder = tmp_path_factory.mktemp("sample")
    register = build_sample(folder / "register.db", who="tester")
    save_view(register, "late", Kind.OBJECTIVE, "+overdue")
    undo(register)
    register.engine.dispose()
    return folder


@pytest.fixture
def desk(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with the register and every file that a command names."""
    folder = tmp_path / "desk"
    shutil.copytree(sample, folder)
    shutil.copy(folder / "register.db", folder / "copy of register.db")
    for name, source in FILES.items():
        shutil.copy(ROOT / "sample_data" / source, folder / name)
    (folder / "tracker.csv").write_text(TRACKER, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("EDI_TUI_DB", "register.db")
    return folder


def test_there_are_commands_to_try() -> None:
    assert len(LINES) > 25


@pytest.mark.parametrize("line", [line for line in LINES if line not in ENDLESS])
def test_a_command_runs_as_it_is_written(
    line: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if line.startswith("edi-tui init"):
        monkeypatch.setenv("EDI_TUI_DB", "fresh.db")
    if line.endswith("import archive.zip"):
        write_bundle(open_register(desk / "register.db", who="tester"), desk / "archive.zip")
    if line.startswith(OF_CLOSED_QUARTERS):
        (closing,) = (one for one in LINES if one.startswith(CLOSING))
        CliRunner().invoke(app, hoisted(shlex.split(closing)[1:]))
    if line == "edi-tui cover-sheet ours.toml":
        (desk / "ours.toml").write_text(usual_cover_sheet(), encoding="utf-8")
    if line.startswith("edi-tui verify"):
        (desk / shlex.split(line)[2]).write_text("# Not of a closed quarter", encoding="utf-8")
    result = CliRunner().invoke(app, hoisted(shlex.split(line)[1:]))
    wanted = next((code for start, code in FINDS_SOMETHING.items() if line.startswith(start)), 0)
    assert result.exit_code == wanted, (line, result.output)


@pytest.mark.parametrize("line", ENDLESS)
def test_a_command_that_goes_on_is_there(line: str) -> None:
    assert line in LINES
    assert CliRunner().invoke(app, [*shlex.split(line)[1:], "--help"]).exit_code == 0

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from edi_tui.cli.main import app
from tests.cli.conftest import ROOT, Cli


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal.")
def test_the_address_is_printed_and_ctrl_c_ends_it(cli: Cli) -> None:
    serving = subprocess.Popen(
        [sys.executable, "-m", "edi_tui", "serve", "--db", str(cli.path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert serving.stdout is not None
    assert serving.stderr is not None
    assert serving.stdout.readline().startswith("http://127.0.0.1:")
    assert "It works once" in serving.stderr.readline()
    serving.stderr.readline()
    serving.send_signal(signal.SIGINT)
    assert serving.communicate(timeout=60) == ("", "")
    assert serving.returncode == 0


def test_nothing_is_served_without_a_register(tmp_path: Path) -> None:
    result = Cli(tmp_path / "none.db")("serve")
    assert (result.exit_code, result.stdout) == (10, "")


def test_there_is_no_serving_of_other_computers(cli: Cli) -> None:
    result = cli("serve", "--host", "0.0.0.0")
    assert result.exit_code == 2
    assert "--host" in result.stderr


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("edi_tui.cli.browser")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    result = CliRunner().invoke(app, ["serve"])
    assert result.exit_code == 1
    assert 'pip install "edi-tui[serve]"' in result.stderr

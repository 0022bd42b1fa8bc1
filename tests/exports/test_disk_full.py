"""Tests that a disk without room leaves what was there, and says so in one sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from edi_tui.exports.publish import publish
from edi_tui.services.register import Register
from tests.exports.test_rebuilding import ROOT

pytest.importorskip("resource", reason="Windows has no such limit.")
_FILLING = """
import json, resource, signal, sys
from pathlib import Path

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Audience
from edi_tui.exports.order import Order, make
from edi_tui.exports.publish import publish
from edi_tui.services.register import open_register
from tests.services.closing import Q2

register, folder = open_register(Path(sys.argv[1]), who="tester"), Path(sys.argv[2])
orders = {
    "status.md": Order(what="status", format="md", quarter=Q2),
    "public.html": Order(what="status", format="html", quarter=Q2, audience=Audience.PUBLIC),
    "summary.pptx": Order(what="summary", format="pptx", quarter=Q2),
    "objectives.xlsx": Order(what=Kind.OBJECTIVE, format="xlsx"),
    "days.ics": Order(what="calendar", format="ics"),
    "all.zip": Order(what="bundle", format="zip"),
}
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
said = []
for name, order in orders.items():
    try:
        make(register, order).put(folder / name, True)
    except EdiError as error:
        said.append(str(error))
try:
    publish(register, folder / "site")
except EdiError as error:
    said.append(str(error))
print(json.dumps(said))
"""
"""Writes one file of every kind where only a hundred bytes of each go onto the disk."""
FILES = ("status.md", "public.html", "summary.pptx", "objectives.xlsx", "days.ics", "all.zip")
OLD = b"what was there"


def test_what_was_there_stays_where_the_disk_is_full(
    twice_closed: Register, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes(OLD)
    publish(twice_closed, folder / "site")
    register, before = twice_closed.path.read_bytes(), contents_of(folder)
    command = [sys.executable, "-c", _FILLING, str(twice_closed.path), str(folder)]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, check=False, env=surroundings)
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == [
        f"{folder / name} was not written: that disk takes no file so large; choose another place."
        for name in (*FILES, "site")
    ]
    assert contents_of(folder) == before
    assert twice_closed.path.read_bytes() == register


def contents_of(folder: Path) -> dict[str, bytes]:
    """Return every file that lies in a folder."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

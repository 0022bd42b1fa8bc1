"""Tests that a paper made again years later, elsewhere, is the same to the last byte."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from edi_tui.exports.export import FORMATS, status_bytes
from edi_tui.services.register import Register
from edi_tui.services.report import status_report
from tests.exports.conftest import Q2

ROOT = Path(__file__).resolve().parents[2]
_AGAIN = """
import datetime, hashlib, json, sys, time
from pathlib import Path

LATER = 2_000_000_000.5  # 18 May 2033
time.time = lambda: LATER
real = time.localtime, time.gmtime
time.localtime = lambda seconds=None: real[0](LATER if seconds is None else seconds)
time.gmtime = lambda seconds=None: real[1](LATER if seconds is None else seconds)

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(LATER, tz)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()

datetime.datetime = Later

from edi_tui.domain.quarters import Quarter
from edi_tui.exports.export import FORMATS, status_bytes
from edi_tui.services.register import open_register
from edi_tui.services.report import status_report

register = open_register(Path(sys.argv[1]), who="someone else")
assert register.today.year == 2033
report = status_report(register, Quarter(2026, 2))
digests = {one: hashlib.sha256(status_bytes(report, one)).hexdigest() for one in FORMATS}
print(json.dumps(digests))
"""


def elsewhere(register: Register) -> dict[str, str]:
    """Return the digest of each paper as another person makes it in 2033 on the other side."""
    surroundings = {
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "1",
    }
    result = subprocess.run(
        [sys.executable, "-c", _AGAIN, str(register.path)],
        capture_output=True,
        check=False,
        env={**os.environ, **surroundings},
        cwd=register.path.parent,
    )
    assert result.returncode == 0, result.stderr.decode()
    made: dict[str, str] = json.loads(result.stdout)
    return made


def test_another_process_with_another_clock_makes_the_same_bytes(closed: Register) -> None:
    report = status_report(closed, Q2)
    here = {one: hashlib.sha256(status_bytes(report, one)).hexdigest() for one in FORMATS}
    assert elsewhere(closed) == here

"""Tests that a paper made again years later, elsewhere, is the same to the last byte."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from edi_tui.domain.kinds import Kind
from edi_tui.exports.appraisal_sheet import SHEET
from edi_tui.exports.export import FORMATS, LIST_FORMATS, list_bytes
from edi_tui.exports.formats import PAPER_FORMATS
from edi_tui.exports.lists import Listing
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.services.search import search, whole_filter
from tests.exports.every_paper import PUBLIC, STATUS, every_paper, sheet_of
from tests.services.closing import Q1, Q2

ROOT = Path(__file__).resolve().parents[2]
LISTS = {Kind.OBJECTIVE: "owner:chief", Kind.MEASURE: ""}
"""Lists as they stood at the end of the quarter, by kind, with their filters."""
_AGAIN = """
import datetime, json, sys, time
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

from edi_tui.services.register import open_register
from tests.exports.test_rebuilding import digests

register = open_register(Path(sys.argv[1]), who="someone else")
assert register.today.year == 2033
print(json.dumps(digests(register)))
"""


def digests(register: Register) -> dict[str, str]:
    """Return the digest of everything about the second quarter in every format that it has."""
    papers = {**every_paper(register, Q1, Q2), SHEET: sheet_of(register, Q2)}
    written = {
        f"{name}.{layout}": paper.write(layout)
        for name, paper in papers.items()
        for layout in (FORMATS if name in (STATUS, PUBLIC) else PAPER_FORMATS)
    }
    for kind, wanted in LISTS.items():
        numbers = search(register, kind, whole_filter(wanted), as_at=Q2.end).numbers
        rows = rows_of(register, kind, as_at=Q2.end, numbers=numbers)
        assert rows
        listing = Listing(kind=kind, rows=rows, head="9:abc", as_at=Q2.end, wanted=wanted)
        written |= {f"{kind}.{layout}": list_bytes(listing, layout) for layout in LIST_FORMATS}
    return {name: hashlib.sha256(data).hexdigest() for name, data in written.items()}


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


def test_another_process_with_another_clock_makes_the_same_bytes(twice_closed: Register) -> None:
    assert elsewhere(twice_closed) == digests(twice_closed)

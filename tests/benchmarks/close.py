"""How long closing a quarter of a large register takes, beside writing its status as JSON.

`python -m tests.benchmarks.close [OBJECTIVES]` makes a register of so many objectives (10,000)
as the benchmark of the rules does, then writes the status paper of the quarter as JSON and closes
it in turn, each time in a process of its own on a copy of its own. At most 3 times as long is
wanted. What the bare text of the snapshot takes is printed beside it.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from edi_tui.domain.quarters import Quarter
from edi_tui.exports.export import status_bytes
from edi_tui.services.closed_quarters import frozen_quarter
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.frozen import text_of
from edi_tui.services.register import open_register
from edi_tui.services.report import live_report
from tests.benchmarks.check import large, now

ROUNDS = 3
QUARTER = Quarter(2026, 2)
WORKS = ("write", "close", "text")


def main(count: int) -> None:
    """Print the medians, and how many times as long as writing closing takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        large(path, count).engine.dispose()
        rounds = [[_cold(work, path) for work in WORKS] for _ in range(ROUNDS)]
    write, close, text = (statistics.median(seconds) for seconds in zip(*rounds, strict=True))
    print(f"{count:,} objectives")
    print(f"write {write:6.2f} s")
    print(f"close {close:6.2f} s ({close / write:.2f}x)")
    print(f"text  {text:6.2f} s of that for the lines of JSON alone")


def _cold(work: str, path: Path) -> float:
    """Return how long one piece of work takes in a fresh process, the start of it aside."""
    copy = path.with_name(f"{work}.db")
    shutil.copyfile(path, copy)
    command = (sys.executable, "-m", "tests.benchmarks.close", work, str(copy))
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def timed(work: str, path: Path) -> float:
    """Return the seconds of computing that a piece of work takes."""
    register = open_register(path, who="Board secretary", now=now)
    if work == "text":
        close_quarter(register, QUARTER, ClosingTerms(despite="A benchmark"))
        frozen = frozen_quarter(register, QUARTER)
    start = time.process_time()
    if work == "write":
        path.with_suffix(".json").write_bytes(status_bytes(live_report(register, QUARTER), "json"))
    elif work == "close":
        close_quarter(register, QUARTER, ClosingTerms(despite="A benchmark"))
    else:
        text_of(frozen)
    return time.process_time() - start


if __name__ == "__main__":
    match sys.argv[1:]:
        case [work, path] if work in WORKS:
            print(timed(work, Path(path)))
        case [count]:
            main(int(count))
        case _:
            main(10_000)

"""How long a filter takes in a large register, as it is typed key by key.

`python -m tests.benchmarks.search [OBJECTIVES or REGISTER]` makes a register of so many objectives
(100,000), or opens one, types some filters into it, and prints the milliseconds of computing that
each key took until the window of rows was there: the median, the 95th of a hundred, and the
slowest the first time, which works out what is kept.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from edi_tui.domain.errors import FilterError
from edi_tui.domain.kinds import Kind
from edi_tui.services.register import Register, open_register
from edi_tui.services.search import rows_at, search
from tests.benchmarks.check import large, now

WINDOW = 50
"""Rows of a screen."""
TYPED = (
    "group 4271",
    "ethnic minority",
    "panel met",
    "zzz",
    "owner:director",
    "due.before:eoq",
    "status:at_risk",
    "+overdue not +stale",
)


def main(size: str) -> None:
    """Print how long each filter takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        kept = Path(size).is_file()
        register = open_register(Path(size), who="b", now=now) if kept else large(path, int(size))
        count = search(register, Kind.OBJECTIVE).total
        print(f"{count:,} objectives; milliseconds of computing for each key")
        print(f"{'filter':24} {'median':>8} {'p95':>8} {'first':>8} {'found':>8}")
        every: list[float] = []
        for text in TYPED:
            first, found = _typed(register, text)
            keys, _ = _typed(register, text)
            every += keys
            said = (statistics.median(keys), _p95(keys), max(first))
            print(f"{text:24} {' '.join(f'{one:8.0f}' for one in said)} {found:8,}")
        print(f"{'all':24} {statistics.median(every):8.0f} {_p95(every):8.0f}")


def _typed(register: Register, text: str) -> tuple[list[float], int]:
    """Return what each key of a filter took, and how much the whole finds."""
    keys: list[float] = []
    found = 0
    for piece in _pieces(text):
        start = time.process_time()
        try:
            found = _shown(register, piece)
        except FilterError:  # half a name is no name yet
            continue
        keys.append(1000 * (time.process_time() - start))
    return keys, found


def _pieces(text: str) -> Iterator[str]:
    return (text[:end] for end in range(1, len(text) + 1))


def _shown(register: Register, text: str) -> int:
    first = search(register, Kind.OBJECTIVE, text, first=WINDOW)
    rows_at(register, Kind.OBJECTIVE, first.numbers)
    return len(first.numbers)


def _p95(keys: list[float]) -> float:
    return sorted(keys)[int(0.95 * (len(keys) - 1))]


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "100000")

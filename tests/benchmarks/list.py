"""How long a list takes to open, to move in and to filter, at two sizes, in a pseudo-terminal.

`python -m tests.benchmarks.list [SMALL] [LARGE]` makes registers of 1,000 and 100,000 objectives
(or opens PATH where a number names a file that is there), and presses keys one at a time, each
when the screen has come to rest. A cursor key is timed until the row under the cursor is another,
beside the same in a bare table of fifty rows; a filter key until the list says how many it found.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from edi_tui.domain.kinds import Kind
from edi_tui.services.register import Register, open_register
from edi_tui.services.search import search
from edi_tui.tui import app
from edi_tui.tui.app import EdiApp
from tests.benchmarks.check import large, now
from tests.benchmarks.terminal import Terminal, environment

ROUNDS = 5
MOVES = 30
FILTER = "group 47 owner:director"
_MARKED = "OBJ-0"


class ListApp(EdiApp):
    """The program, beginning at a list that is empty, so that nothing judges the register."""

    CSS_PATH = str(Path(app.__file__).with_name("app.tcss"))
    DEFAULT_MODE = "networks"


def main(sizes: Sequence[str]) -> None:
    """Print the medians of both sizes."""
    with tempfile.TemporaryDirectory() as folder:
        floor = statistics.median(_moves(["-m", "tests.benchmarks.bare_table"], "cell 0", "\x1b[B"))
        print(f"bare table: cursor key {floor * 1000:.1f} ms")
        opened = {}
        for size in sizes:
            path = Path(size) if Path(size).is_file() else Path(folder) / f"{size}.db"
            if not path.is_file():
                large(path, int(size))
            opened[size] = _measure(path, floor)
        times = list(opened.values())
        print(f"opening the large list takes {times[-1] / times[0]:.2f}x the small one")


def _measure(path: Path, floor: float) -> float:
    command = ["-m", "tests.benchmarks.list", "run", str(path)]
    opening = statistics.median(_opening(command) for _ in range(ROUNDS))
    moving = _moves(command, _MARKED, "j", "2")
    median, high = statistics.median(moving), _high(moving)
    typing = _typing(command, open_register(path, who="benchmark", now=now))
    print(
        f"{path.stem}: opens in {opening * 1000:.0f} ms; cursor key median {median * 1000:.1f} ms "
        f"({(median - floor) * 1000:+.1f} over the bare table), p95 {high * 1000:.1f} ms; filter "
        f"key median {statistics.median(typing) * 1000:.0f} ms, p95 {_high(typing) * 1000:.0f} ms"
    )
    return opening


def _high(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _opening(command: list[str]) -> float:
    """Return the seconds from the key of the place to its first rows."""
    with Terminal([sys.executable, *command], environment()) as terminal:
        terminal.until(lambda: terminal.shows("yet."))
        terminal.rest()
        return terminal.press("2", lambda: terminal.shows(_MARKED))


def _moves(command: list[str], ready: str, key: str, *before: str) -> list[float]:
    """Return the seconds of each cursor key, from the press to the last of what it changed."""
    with Terminal([sys.executable, *command], environment()) as terminal:
        if before:
            terminal.until(lambda: terminal.shows("yet."))
            terminal.rest()
        for first in before:
            terminal.send(first)
        terminal.until(lambda: terminal.shows(ready))
        terminal.rest()
        return [terminal.press(key, terminal.changed()) for _ in range(MOVES)]


def _typing(command: list[str], register: Register) -> list[float]:
    """Return the seconds of each key of a filter that leaves another number of records."""
    times = []
    with Terminal([sys.executable, *command], environment()) as terminal:
        terminal.until(lambda: terminal.shows("yet."))
        terminal.rest()
        terminal.send("2")
        terminal.until(lambda: terminal.shows(_MARKED))
        terminal.send("/")
        terminal.rest()
        for end in range(1, len(FILTER) + 1):
            told = _told(register, FILTER[:end])
            new = bool(told) and not terminal.shows(told)
            took = terminal.press(FILTER[end - 1], _shown(terminal, told) if new else None)
            times += [took] * new
    return times


def _shown(terminal: Terminal, told: str) -> Callable[[], bool]:
    return lambda: terminal.shows(told)


def _told(register: Register, text: str) -> str:
    """Return what the list says of how many records it found; empty for half a word."""
    from edi_tui.domain.errors import FilterError

    try:
        found = search(register, Kind.OBJECTIVE, text)
    except FilterError:
        return ""
    count = len(found.numbers)
    return f"{count:,} of {found.total:,}" if count != found.total else f"─ {found.total:,} ─"


def run(path: Path) -> None:
    """Run the program over a register."""
    ListApp(lambda: open_register(path, who="benchmark", now=now)).run()


if __name__ == "__main__":
    if sys.argv[1:2] == ["run"]:
        run(Path(sys.argv[2]))
    else:
        main(sys.argv[1:] or ["1000", "100000"])

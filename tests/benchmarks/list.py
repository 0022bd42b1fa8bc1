"""How long the program takes to start and a list to open, to move in and to filter, at two sizes.

`python -m tests.benchmarks.list [SMALL] [LARGE]` makes registers of 1,000 and 100,000 objectives
(or opens PATH where a number names a file that is there), and presses keys in a pseudo-terminal
one at a time, each when the screen has come to rest. A cursor key is timed until the row under
the cursor is another, beside the same in a bare table of fifty rows; a filter key until the list
says how it was understood and how many it found, or of very many that the first are there, once it
is known how records stand. The program is started as people start it too, with what needs a person
today, and keys are pressed while that is being worked out. Each figure is of the clock and, in
brackets, of computing, which is worth more where the machine has other work.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from edi_tui.cli.program import collect_rarely
from edi_tui.domain.kinds import Kind
from edi_tui.services.register import Register, open_register
from edi_tui.services.search import search
from edi_tui.tui import app
from edi_tui.tui.app import EdiApp
from edi_tui.tui.widgets.record_table import AHEAD
from tests.benchmarks.check import TODAY, large, now
from tests.benchmarks.terminal import Terminal, Took, environment

ROUNDS = 5
MOVES = 30
TYPISTS = 3
"""Programs into which the filters are typed; of each key the middle of them counts."""
FILTERS = ("group 4271", "owner:director 1", "due.before:eoq", "zzz", "status:at_risk")
"""What is typed, each of them into an empty filter."""
_WORDS = 40
"""Characters of what a filter is understood as that fit into a line."""
_MARKED = "OBJ-0"
_TASKS = "first 500 of"
"""What stands below the list of what needs a person."""
_PATIENCE = 900.0


class ListApp(EdiApp):
    """The program, beginning at a list that is empty, so that nothing judges the register."""

    CSS_PATH = str(Path(app.__file__).with_name("app.tcss"))
    DEFAULT_MODE = "networks"


def main(sizes: Sequence[str]) -> None:
    """Print the medians of both sizes."""
    with tempfile.TemporaryDirectory() as folder:
        floor = _moves(["-m", "tests.benchmarks.bare_table"], "cell 0", "\x1b[B")
        print(f"bare table: cursor key {_median(floor)}")
        opened = {}
        for size in sizes:
            path = Path(size) if Path(size).is_file() else Path(folder) / f"{size}.db"
            if not path.is_file():
                large(path, int(size))
            opened[size] = _measure(path)
        first, *_, last = opened.values()
        print(
            f"opening the large list takes {_middle(last).wall / _middle(first).wall:.2f}x the "
            f"small one ({_middle(last).computing / _middle(first).computing:.2f}x)"
        )


def _measure(path: Path) -> Sequence[Took]:
    command = ["-m", "tests.benchmarks.list", "run", str(path)]
    opening = [_opening(command) for _ in range(ROUNDS)]
    moving = _moves(command, _MARKED, "j", "2")
    register = open_register(path, who="benchmark", now=now)
    typists = [_typing(command, register) for _ in range(TYPISTS)]
    typing = [_middle(same) for same in zip(*typists, strict=True)]
    print(f"{path.stem}: opens in {_median(opening)}")
    print(f"  cursor key median {_median(moving)}, p95 {_said(_high(moving))}")
    print(f"  filter key median {_median(typing)}, p95 {_said(_high(typing))}")
    _start(path)
    return opening


def _start(path: Path) -> None:
    """Print how long the program takes as people start it, and keys while it judges."""
    command = [sys.executable, "-m", "edi_tui", "--db", str(path)]
    surroundings = environment() | {"EDI_TUI_TODAY": TODAY.isoformat()}
    with Terminal(command, surroundings) as terminal:
        first = terminal.started(lambda: terminal.shows("Opening the register"))
        content = terminal.started(lambda: terminal.shows(_TASKS), _PATIENCE)
    with Terminal(command, surroundings) as terminal:
        terminal.until(lambda: terminal.shows("Opening the register"))
        listed = terminal.press("2", lambda: terminal.shows(_MARKED))
        moving = [terminal.press("j", terminal.changed()) for _ in range(MOVES)]
    print(f"  started: first frame {_said(first)}, what needs a person {_said(content)}")
    print(
        f"  while that is worked out: list {listed.wall * 1000:.0f} ms, cursor key median "
        f"{_middle(moving).wall * 1000:.1f} ms, p95 {_high(moving).wall * 1000:.1f} ms"
    )


def _middle(times: Sequence[Took]) -> Took:
    return Took(
        statistics.median(took.wall for took in times),
        statistics.median(took.computing for took in times),
    )


def _median(times: Sequence[Took]) -> str:
    return _said(_middle(times))


def _said(took: Took) -> str:
    return f"{took.wall * 1000:.1f} ms ({took.computing * 1000:.1f})"


def _high(times: Sequence[Took]) -> Took:
    place = int(len(times) * 0.95)
    return Took(
        sorted(took.wall for took in times)[place],
        sorted(took.computing for took in times)[place],
    )


def _opening(command: list[str]) -> Took:
    """Return what it takes from the key of the place to its first rows."""
    with Terminal([sys.executable, *command], environment()) as terminal:
        terminal.until(lambda: terminal.shows("yet."))
        terminal.rest()
        return terminal.press("2", lambda: terminal.shows(_MARKED))


def _moves(command: list[str], ready: str, key: str, *before: str) -> list[Took]:
    """Return what each cursor key takes, from the press to the last of what it changed."""
    with Terminal([sys.executable, *command], environment()) as terminal:
        if before:
            terminal.until(lambda: terminal.shows("yet."))
            terminal.rest()
        for first in before:
            terminal.send(first)
        terminal.until(lambda: terminal.shows(ready))
        terminal.rest()
        return [terminal.press(key, terminal.changed()) for _ in range(MOVES)]


def _typing(command: list[str], register: Register) -> list[Took]:
    """Return what each key of some filters takes that asks for something else."""
    times = []
    with Terminal([sys.executable, *command], environment()) as terminal:
        terminal.until(lambda: terminal.shows("yet."))
        terminal.rest()
        terminal.send("2")
        terminal.until(lambda: terminal.shows(_MARKED))
        _work_out(terminal, register)
        for text in FILTERS:
            _begin(terminal)
            for end in range(1, len(text) + 1):
                told = _told(register, text[:end])
                new = bool(told) and not _shown(terminal, *told)()
                took = terminal.press(text[end - 1], _shown(terminal, *told) if new else None)
                times += [took] * new
    return times


def _begin(terminal: Terminal) -> None:
    for key in ("\x1b", "/"):  # together they would be one key
        terminal.send(key)
        terminal.rest()


def _work_out(terminal: Terminal, register: Register) -> None:
    """Ask once how records stand, which is worked out in the background and kept."""
    _begin(terminal)
    found = search(register, Kind.OBJECTIVE, FILTERS[-1])
    terminal.send(FILTERS[-1])
    told = f" {len(found.numbers):,} of {found.total:,} "
    terminal.until(_shown(terminal, told), _PATIENCE)
    terminal.rest()


def _shown(terminal: Terminal, *told: str) -> Callable[[], bool]:
    return lambda: all(map(terminal.shows, told))


def _told(register: Register, text: str) -> tuple[str, ...]:
    """Return what the list says of a filter and of what it found; nothing for half a word."""
    from edi_tui.domain.errors import FilterError

    try:
        found = search(register, Kind.OBJECTIVE, text, first=AHEAD)
    except FilterError:
        return ()
    count = len(found.numbers)
    more = "" if found.whole else "+"
    all_of_it = count == found.total
    told = f"─ {count:,} ─" if all_of_it else f" {count:,}{more} of {found.total:,}"
    return found.meaning[:_WORDS], told


def run(path: Path) -> None:
    """Run the program over a register."""
    collect_rarely()
    ListApp(lambda: open_register(path, who="benchmark", now=now)).run()


if __name__ == "__main__":
    if sys.argv[1:2] == ["run"]:
        run(Path(sys.argv[2]))
    else:
        main(sys.argv[1:] or ["1000", "100000"])

"""How long people wait, against a bare interpreter, a minimal table and other programs."""

from __future__ import annotations

import argparse
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.benchmarks.terminal import Frame, environment, first_frame

PYTHON = sys.executable
T = TypeVar("T")


def main() -> None:
    """Measure and print one table of commands and one of first frames."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND")
    parser.add_argument("--command", action="append", default=[], metavar="NAME=COMMAND")
    options = parser.parse_args()
    _commands(options.rounds, dict(_named(text) for text in options.command))
    _frames(options.rounds, dict(_named(text) for text in options.peer))


def _named(text: str) -> tuple[str, list[str]]:
    name, _, command = text.partition("=")
    return name, shlex.split(command)


def _commands(rounds: int, others: dict[str, list[str]]) -> None:
    commands = {
        "bare interpreter": [PYTHON, "-c", "pass"],
        "edi-tui --version": [PYTHON, "-m", "edi_tui", "--version"],
        "edi-tui --help": [PYTHON, "-m", "edi_tui", "--help"],
        **others,
    }
    times = _interleaved(commands, rounds, _wall)
    base = statistics.median(times["bare interpreter"])
    for name, found in times.items():
        print(f"{name:<28}{statistics.median(found) / base:6.2f} x bare interpreter")


def _wall(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - started


def _frames(rounds: int, peers: dict[str, list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder) / "sample.db"
        demo = [PYTHON, "-m", "edi_tui", "demo", "--keep", str(register)]
        subprocess.run(demo, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        programs = {
            "minimal Textual table": [PYTHON, "-m", "tests.benchmarks.bare_table"],
            "edi-tui": [PYTHON, "-m", "edi_tui", "--db", str(register)],
            **peers,
        }
        frames = _interleaved(programs, rounds, lambda one: first_frame(one, environment()))
    base = statistics.median(frame.first for frame in frames["minimal Textual table"])
    for name, found in frames.items():
        _say_frame(name, found, base)


def _say_frame(name: str, found: list[Frame], base: float) -> None:
    first = statistics.median(frame.first for frame in found)
    content = statistics.median(frame.content for frame in found)
    memory = statistics.median(frame.memory for frame in found)
    print(
        f"{name:<28}first frame {first / base:5.2f} x   content {content / base:5.2f} x   "
        f"{memory:6.1f} MiB"
    )


def _interleaved(
    commands: dict[str, list[str]], rounds: int, measure: Callable[[list[str]], T]
) -> dict[str, list[T]]:
    """Measure all in turn, round after round, since the machine drifts; drop the first round."""
    found: dict[str, list[T]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            value = measure(command)
            if turn:
                found[name].append(value)
    return found


if __name__ == "__main__":
    main()

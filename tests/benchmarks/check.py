"""How long the rules take over a large register, beside only loading it.

`python -m tests.benchmarks.check [OBJECTIVES]` makes a register of so many objectives (10,000)
with four updates, a measure and two readings each, then loads and checks it in turn, each time
in a process of its own, since people check once and nothing is warm then.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import MemberDraft, OrganisationDraft
from edi_tui.reference.frameworks import frameworks
from edi_tui.services import records
from edi_tui.services.judgement import check
from edi_tui.services.lists import contents
from edi_tui.services.register import Register, create_register, open_register
from edi_tui.store.mapping import core, table_of
from edi_tui.store.models import Change
from edi_tui.store.texts import keep_all_texts

TODAY = date(2026, 11, 21)
ROUNDS = 5
UPDATES = 4
_RECORD = {"version": 1, "withdrawn_reason": ""}


def main(count: int) -> None:
    """Print both medians, and what the rules add."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        found = len(check(large(path, count)).findings)
        rounds = [(_cold("load", path), _cold("check", path)) for _ in range(ROUNDS)]
    load, whole = (statistics.median(seconds) for seconds in zip(*rounds, strict=True))
    print(f"{count:,} objectives, {count * UPDATES:,} updates, {found:,} findings")
    print(f"load  {load:6.2f} s")
    print(f"check {whole:6.2f} s, {whole - load:.2f} s more ({whole / load:.2f}x)")


def _cold(work: str, path: Path) -> float:
    """Return how long one piece of work takes in a fresh process, the start of it aside."""
    command = (sys.executable, "-m", "tests.benchmarks.check", work, str(path))
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def timed(work: str, path: Path) -> float:
    """Return the seconds of computing that loading or checking a register takes."""
    register = open_register(path, who="Board secretary", now=now)
    start = time.process_time()
    check(register) if work == "check" else contents(register)
    return time.process_time() - start


def now() -> datetime:
    """Return the instant at which benchmarks take place."""
    return datetime(2026, 11, 21, 9, tzinfo=UTC)


def large(path: Path, count: int) -> Register:
    """Make a register of many objectives, row by row past the writer, which would take minutes."""
    register = create_register(
        path,
        OrganisationDraft(name="Large NHS Trust"),
        frameworks(),
        who="Board secretary",
        now=now,
    )
    for place in range(12):
        records.add(register, MemberDraft(name=f"Holder {place}", role=f"Director {place}"))
    with register.writing("fill") as changes:
        for table, rows in _tables(count):
            changes.session.execute(sa.insert(table), list(rows))
        keep_all_texts(changes.session)
        changes.session.execute(sa.insert(core(Change)), list(_moves(changes.session, count)))
    return register


def _tables(count: int) -> Iterator[tuple[sa.Table, Iterator[dict[str, Any]]]]:
    numbers = range(1, count + 1)
    yield table_of(Kind.OBJECTIVE), (_objective(number) for number in numbers)
    yield table_of(Kind.MEASURE), (_measure(number) for number in numbers)
    yield table_of(Kind.READING), (row for number in numbers for row in _readings(number))
    yield table_of(Kind.UPDATE), (row for number in numbers for row in _updates(number))


def _objective(number: int) -> dict[str, Any]:
    due = TODAY + timedelta(days=number % 700 - 100)
    return _RECORD | {
        "title": f"Raise the share of ethnic minority staff in group {number} from 14% to 18% by "
        f"{due:%d/%m/%Y}",
        "level": "corporate",
        "scope": "individual",
        "owner_id": number % 12 + 1,
        "start_on": TODAY - timedelta(days=300),
        "due_on": due,
        "due_precision": "day",
    }


def _measure(number: int) -> dict[str, Any]:
    return _RECORD | {
        "name": f"Share of ethnic minority staff in group {number}",
        "objective_id": number,
        "unit": "%",
        "direction": "up",
        "baseline": Decimal(14),
        "baseline_on": TODAY - timedelta(days=300),
        "target": Decimal(18),
    }


def _readings(number: int) -> Iterator[dict[str, Any]]:
    for days in (200, 20):
        yield _RECORD | {
            "measure_id": number,
            "as_at": TODAY - timedelta(days=days),
            "value": Decimal(14) + Decimal(number % 5),
        }


def _updates(number: int) -> Iterator[dict[str, Any]]:
    for place in range(UPDATES):
        yield _RECORD | {
            "objective_id": number,
            "on": TODAY - timedelta(days=80 * (UPDATES - place) - number % 60),
            "status": ("on_track", "at_risk", "on_track", "off_track")[(number + place) % 4],
            "narrative": "The panel met twice; the next cohort begins in September 2027 and the "
            "managers of the three largest divisions have been briefed.",
        }


def _moves(session: Any, count: int) -> Iterator[dict[str, Any]]:
    """Return log entries in which every second objective was moved once."""
    last = session.execute(sa.select(sa.func.max(core(Change).c.seq))).scalar_one()
    for seq, number in enumerate(range(2, count + 1, 2), last + 1):
        ref = Kind.OBJECTIVE.ref(number)
        before = {"title": "Raise the share", "due_on": "2026-09-30", "due_text": ""}
        after = before | {"due_on": "2027-03-31"}
        yield {
            "seq": seq,
            "at": "2026-10-01T09:00:00+00:00",
            "who": "Board secretary",
            "group_id": f"move-{number}",
            "summary": f"edit {ref}",
            "verb": "edit",
            "ref": ref,
            "before": before,
            "after": after,
            "previous": "0" * 64,
            "hash": "0" * 64,
        }


if __name__ == "__main__":
    match sys.argv[1:]:
        case [("load" | "check") as work, path]:
            print(timed(work, Path(path)))
        case [count]:
            main(int(count))
        case _:
            main(10_000)

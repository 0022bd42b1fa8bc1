"""Bundles of any size pass through little memory, both ways."""

from __future__ import annotations

import shutil
import tracemalloc
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import sqlalchemy as sa

from edi_tui.domain.records import (
    ConcernDraft,
    EvidenceDraft,
    NetworkDraft,
)
from edi_tui.exports.bundle import write_bundle
from edi_tui.services.evidence import attach
from edi_tui.services.register import Register
from edi_tui.store.mapping import core
from edi_tui.store.models import Snapshot
from tests.conftest import copy_of, holding
from tests.imports.bundles import brought

DAY = date(2026, 6, 30)
MEGABYTE = 1024 * 1024
WORDS = "Six weeks ahead from July. " * 700


@dataclass(frozen=True, slots=True)
class Cost:
    """What there is of a register, and how much of it is held at once, in bytes."""

    size: int
    writing: int
    reading: int


def filled(made: Path, folder: Path, *, files: int, quarters: int, texts: int) -> Register:
    """Return a register with so many large files, frozen quarters and long texts."""
    folder.mkdir()
    register = copy_of(made, folder)
    holding(register, NetworkDraft(name="Race network"))
    for number in range(files):
        attached(register, folder / "source.bin", number)
    with register.writing("close many quarters") as changes:
        noise = Random(1)
        for number in range(1, quarters + 1):
            changes.session.execute(sa.insert(core(Snapshot)), quarter(number, noise))
    with register.writing("enter much") as changes:
        for number in range(texts):
            text = f"{number}. {WORDS}"
            changes.add(ConcernDraft(network="NET-001", raised_on=DAY, theme="Rotas", text=text))
    return register


def attached(register: Register, source: Path, number: int) -> None:
    """Attach a file of four megabytes that begins with a number of its own."""
    with source.open("wb") as file:
        file.write(f"{number}".encode())
        file.truncate(4 * MEGABYTE)
    attach(register, EvidenceDraft(title=f"{number}"), source)


def quarter(number: int, noise: Random) -> Mapping[str, object]:
    """Return a frozen quarter of half a megabyte, which does not grow smaller when packed."""
    words = dict.fromkeys(("who", "despite", "because", "closed_at", "head_hash", "previous"), "")
    counts = dict.fromkeys(("fails", "replaces", "head_seq"), 0)
    said = {"number": number, "quarter": "2026/27 Q1", "as_at": DAY, "closed_on": DAY}
    content = zlib.compress(noise.randbytes(MEGABYTE // 2), 1)
    return words | counts | said | {"digest": f"{number}", "content": content}


def cost(register: Register) -> Cost:
    """Write the bundle of a register, and bring it back beside it."""
    bundle, again = register.path.with_name("archive.zip"), register.path.parent / "again"
    writing = peak(lambda: write_bundle(register, bundle))
    reading = peak(lambda: brought(bundle, again / "new.db"))
    stored = sum(path.stat().st_size for path in again.rglob("*"))
    shutil.rmtree(again)
    return Cost(stored, writing, reading)


def peak(work: Callable[[], object]) -> int:
    """Return how many bytes some work holds at once."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_larger_register_takes_hardly_more_memory(empty_register: Path, tmp_path: Path) -> None:
    little = filled(empty_register, tmp_path / "little", files=1, quarters=3, texts=105)
    write_bundle(little, tmp_path / "first.zip")
    brought(tmp_path / "first.zip", tmp_path / "first.db")  # what is read once, whatever follows
    small = cost(little)
    large = cost(filled(empty_register, tmp_path / "much", files=16, quarters=16, texts=210))
    added = large.size - small.size
    assert added > 70 * MEGABYTE
    assert max(large.writing - small.writing, large.reading - small.reading) < added / 25

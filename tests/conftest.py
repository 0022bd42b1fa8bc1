"""What every test stands on: a clean environment, a fixed clock and a register of its own."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from edi_tui.domain.records import Draft, FrameworkItemDraft, OrganisationDraft
from edi_tui.domain.words import OrganisationKind
from edi_tui.services import records
from edi_tui.services.register import Register, create_register, open_register

# No test fails for a slow machine.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
"""The instant at which the tests take place: 2026/27 Q3."""

TRUST = OrganisationDraft(
    name="Wessex Vale NHS Foundation Trust", ods="XWV", kind=OrganisationKind.FT
)
HIGH_IMPACT_ACTIONS = tuple(
    FrameworkItemDraft(code=f"HIA{n}", framework="EDI plan", title=f"High impact action {n}")
    for n in range(1, 7)
)


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Start one worker more than there are cores, since tests of screens wait for half a key."""
    return (yield) + 1


def pytest_collection_finish() -> None:
    """Look for unreachable objects less often: a seventh of the time went into it.

    Modules stay until the end, so that nothing of them is looked at; what a test leaves behind is
    found a few tests later, or when pytest ends.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


@pytest.fixture(autouse=True)
def clean_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own register, settings and terminal out of the tests."""
    for name in list(os.environ):
        if name.startswith(("EDI_TUI_", "TEXTUAL_", "XDG_")) or name in ("NO_COLOR", "COLUMNS"):
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("LOCALAPPDATA", str(home))
    monkeypatch.setenv("EDI_TUI_USER", "tester")
    monkeypatch.setenv("EDI_TUI_TODAY", "2026-11-21")


@pytest.fixture(scope="session")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty register, made once and copied for each test."""
    path = tmp_path_factory.mktemp("made") / "empty.db"
    made = create_register(path, TRUST, HIGH_IMPACT_ACTIONS, who="tester", now=lambda: NOW)
    made.engine.dispose()
    return path


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The sample register on 21 November 2026, read by all and changed by none."""
    from edi_tui.imports.sample import build_sample

    path = tmp_path_factory.mktemp("sample") / "sample.db"
    build_sample(path, who="secretary").engine.dispose()
    return open_register(path, who="secretary", now=lambda: NOW)


def copy_of(made: Path, folder: Path) -> Register:
    """Return a register of a test's own, on 21 November 2026."""
    path = folder / "register.db"
    shutil.copy(made, path)
    return open_register(path, who="tester", now=lambda: NOW)


@pytest.fixture
def register(empty_register: Path, tmp_path: Path) -> Register:
    """An empty register on disk, on 21 November 2026."""
    return copy_of(empty_register, tmp_path)


_HELD: dict[tuple[bytes, str, datetime, tuple[Draft, ...]], bytes] = {}
"""The files that came of adding records to a file, by all that decides what comes of it."""


def holding(register: Register, *drafts: Draft) -> Register:
    """Add records to a register; those added before to one exactly like it are copied."""
    before = hashlib.sha256(register.path.read_bytes()).digest()
    known = (before, register.who, register.now(), drafts)
    if known in _HELD:
        register.path.write_bytes(_HELD[known])
        return register
    for draft in drafts:
        records.add(register, draft)
    _HELD[known] = register.path.read_bytes()
    return register

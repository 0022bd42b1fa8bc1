"""Drafts that outlive the program: what was typed into a form and not yet stored."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import sys
import uuid
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock

from edi_tui.domain.kinds import Kind

_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What was typed into one form."""

    kind: Kind
    heading: str
    """What the form was for."""
    begun: Mapping[str, str]
    """What every field of the record held before anything was typed."""
    words: Mapping[str, str]
    """What the entries of the form hold."""
    ref: str = ""
    """The record that is changed; empty for a new one."""
    version: int = 0
    """The version of it that was looked at."""
    given: tuple[str, ...] = ()
    """Fields that the form does not ask for."""
    attaching: bool = False
    """Whether a file may come with it."""
    at: str = ""
    """When it was kept, in ISO format."""
    token: str = field(default_factory=lambda: uuid.uuid4().hex)
    """What the form goes by."""


class KeptDrafts:
    """The drafts of one register, in files that only their owner can read.

    Each running program holds a lock of its own, so that a draft is left behind exactly when
    nobody holds the lock of the program that kept it, however that program ended.
    """

    def __init__(self, folder: Path, register: Path) -> None:
        """Keep drafts of a register.

        Args:
            folder: Where the drafts of all registers lie.
            register: The register's file.
        """
        name = hashlib.sha256(str(register.resolve()).encode(errors="surrogateescape"))
        self._folder = folder / name.hexdigest()[:32]
        self._owner = uuid.uuid4().hex
        self._held: int | None = None
        self._working = Lock()
        self._turns = itertools.count()
        self._latest: dict[str, int] = {}

    def turn(self) -> int:
        """Return the next number, by which what is asked for later stands, whatever ends first."""
        return next(self._turns)

    def keep(self, draft: KeptDraft, turn: int) -> None:
        """Keep a draft in place of what was kept of the same form.

        Raises:
            OSError: It cannot be written.
        """
        with self._working:
            if self._is_latest(draft.token, turn):
                self._hold()
                _write(self._path(self._owner, draft.token), _as_json(draft))
                self._remove(draft.token, but=self._owner)

    def drop(self, token: str, turn: int) -> None:
        """Forget the draft of a form, which was stored, thrown away or emptied.

        Raises:
            OSError: It cannot be removed.
        """
        with self._working:
            if self._is_latest(token, turn):
                self._remove(token)

    def _is_latest(self, token: str, turn: int) -> bool:
        latest = max(turn, self._latest.get(token, turn))
        self._latest[token] = latest
        return turn == latest

    def _remove(self, token: str, *, but: str = "") -> None:
        for path in self._folder.glob(f"*-{token}.json"):
            if not but or path != self._path(but, token):
                path.unlink(missing_ok=True)

    def left(self) -> list[KeptDraft]:
        """Return the drafts that programs left behind, the oldest first.

        Raises:
            OSError: They cannot be read.
        """
        with self._working:
            found = [draft for path in self._left() if (draft := _read(path)) is not None]
        return sorted(found, key=lambda draft: draft.at)

    def _left(self) -> Iterator[Path]:
        for path in sorted(self._folder.glob("*.json")):
            owner = path.name.partition("-")[0]
            if owner != self._owner and not _is_held(self._lock_of(owner)):
                yield path

    def _hold(self) -> None:
        if self._held is None:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._held = _open_private(self._lock_of(self._owner), os.O_RDWR | os.O_CREAT)
            _lock(self._held)

    def close(self) -> None:
        """Give the lock back, at the end of the program."""
        with self._working:
            if self._held is not None:
                os.close(self._held)
                self._held = None
                self._lock_of(self._owner).unlink(missing_ok=True)

    def _path(self, owner: str, token: str) -> Path:
        return self._folder / f"{owner}-{token}.json"

    def _lock_of(self, owner: str) -> Path:
        return self._folder / f"{owner}.lock"


def _as_json(draft: KeptDraft) -> str:
    return json.dumps({"schema": _SCHEMA, **asdict(draft)}, ensure_ascii=True)


def _read(path: Path) -> KeptDraft | None:
    """Return a draft, or None for a file that is none, which is left alone."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told.pop("schema") != _SCHEMA:
            return None
        kind, given = Kind(told.pop("kind")), tuple(told.pop("given"))
        return KeptDraft(kind=kind, given=given, **told)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _open_private(path: Path | str, flags: int) -> int:
    """Open a file that only its owner can read."""
    return os.open(path, flags, 0o600)


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    beside = path.with_suffix(".part")
    with open(beside, "w", encoding="utf-8", opener=_open_private) as file:
        file.write(text)
    os.replace(beside, path)


def _is_held(path: Path) -> bool:
    """Tell whether a running program holds a lock."""
    try:
        file = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        return not _lock(file)
    finally:
        os.close(file)


def _lock(file: int) -> bool:
    """Lock a file for as long as it is open, and tell whether nobody else had."""
    with suppress(OSError):
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False

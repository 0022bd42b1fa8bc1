"""Finding out what a file is before it is used as a register."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from edi_tui.domain.errors import CorruptError, NewerSchemaError, NoRegisterError, RegisterError
from edi_tui.store.engine import APPLICATION_ID
from edi_tui.store.faults import translated
from edi_tui.store.schema import NEWEST, REVISIONS

_MAGIC = b"SQLite format 3\x00"
_LOOKS_LIKE = (
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Office file"),
    (b"%PDF", "a PDF"),
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a register's file is."""

    revision: str
    read_only: bool

    @property
    def outdated(self) -> bool:
        """Whether its tables are those of an older release."""
        return self.revision != NEWEST


def identify(path: Path) -> Identity:
    """Return what a register's file is, without changing it.

    Raises:
        NoRegisterError: There is no file.
        NewerSchemaError: A newer release made it.
        CorruptError: It is a damaged register.
        RegisterError: It is something else.
    """
    _check_file(path)
    read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    with translated(path), closing(sqlite3.connect(uri, uri=True, timeout=5)) as connection:
        _check_ours(connection, path)
        return Identity(_revision(connection, path), read_only)


def _check_file(path: Path) -> None:
    if not path.exists():
        raise NoRegisterError(
            f"There is no register at {path}. Make one with “edi-tui init”, try the sample with "
            "“edi-tui demo”, or name another with --db."
        )
    if not path.is_file():
        raise RegisterError(f"{path} is a folder, not a register. Name the register's file.")
    if not path.stat().st_size:
        raise RegisterError(f"{path} is empty, so it is no register. Delete it, then run init.")


def _check_ours(connection: sqlite3.Connection, path: Path) -> None:
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            _refuse_other_kind(path)
        raise
    if application != APPLICATION_ID:
        raise RegisterError(
            f"{path} is a database of another program. Name a register that edi-tui made."
        )
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise CorruptError(f"{path} is damaged. Keep it as it is and go back to the newest backup.")


def _refuse_other_kind(path: Path) -> None:
    """Refuse what never was a database.

    Only such a file is opened here: to close a register that this process has open elsewhere
    would drop the locks that it holds.
    """
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
    if start == _MAGIC:
        return
    kind = next((name for magic, name in _LOOKS_LIKE if start.startswith(magic)), "")
    raise RegisterError(
        f"{path} is not a register{f': it looks like {kind}' if kind else ''}. "
        "To bring a plan into a register, use “edi-tui import”."
    )


def _revision(connection: sqlite3.Connection, path: Path) -> str:
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(row[0]) if row else ""
    if revision not in REVISIONS:
        raise NewerSchemaError(
            f"A newer release of edi-tui made {path}. Install that release to open it; nothing "
            "was changed."
        )
    return revision

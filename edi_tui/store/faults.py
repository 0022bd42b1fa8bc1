"""What the database engine complains of, in words for people and with the right exit code."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from edi_tui.domain.errors import (
    CorruptError,
    DiskFullError,
    EdiError,
    LockedError,
    ReadOnlyError,
    RegisterError,
)

_FAULTS: dict[int, tuple[type[EdiError], str]] = {
    sqlite3.SQLITE_BUSY: (
        LockedError,
        "{path} is in use by another program. Nothing was stored; try again in a moment.",
    ),
    sqlite3.SQLITE_LOCKED: (
        LockedError,
        "{path} is in use by another program. Nothing was stored; try again in a moment.",
    ),
    sqlite3.SQLITE_FULL: (
        DiskFullError,
        "The disk that holds {path} is full. Nothing was stored; make room and try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyError,
        "{path} or its folder cannot be written. Nothing was stored; ask for write access, or "
        "copy the file to a folder of your own.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        CorruptError,
        "{path} is damaged. Keep it as it is and go back to the newest backup.",
    ),
    sqlite3.SQLITE_NOTADB: (
        CorruptError,
        "{path} is damaged. Keep it as it is and go back to the newest backup.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        RegisterError,
        "{path} cannot be opened. Check that the file and its folder exist and that you may "
        "read them.",
    ),
    sqlite3.SQLITE_IOERR: (
        RegisterError,
        "The disk that holds {path} reported an error. Nothing was stored; check the disk or "
        "the network drive.",
    ),
    sqlite3.SQLITE_CONSTRAINT: (
        RegisterError,
        "The register refused the change ({detail}). Nothing was stored.",
    ),
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise what a person can act on in place of the database's own errors."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault(error, path) from error
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise fault(error.orig, path) from error


def fault(error: sqlite3.Error, path: Path) -> EdiError:
    """Return the error for people that a database error stands for."""
    code = getattr(error, "sqlite_errorcode", None)
    kind, sentence = _FAULTS.get(
        (code or 0) & 0xFF,
        (RegisterError, "{path} could not be used ({detail}). Nothing was stored."),
    )
    return kind(sentence.format(path=path, detail=error))

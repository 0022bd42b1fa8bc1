"""Opening a register's SQLite file so that nothing is lost and no error is cryptic."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from threading import local

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from edi_tui.domain.text import sought
from edi_tui.store.faults import translated

APPLICATION_ID = 0x45444931
"""`EDI1`, in the header of every register, so that no other program's file is taken for one."""

PAGE = 16_384
"""Bytes of a page of a new register: a list is searched in half the time of SQLite's own 4,096."""
_PRAGMAS = (
    f"page_size = {PAGE}",
    "synchronous = EXTRA",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
)


def make_engine(
    path: Path, *, read_only: bool = False, wait_ms: int = 5000, foreign_keys: bool = True
) -> sa.Engine:
    """Make an engine over an existing file; each transaction has a connection of its own.

    The rollback journal is used, since a write-ahead log breaks on network shares and cannot
    be read from a read-only folder.

    Args:
        path: The file, which is never created here.
        read_only: Whether to open it for reading alone.
        wait_ms: How long to wait for another program's lock, in milliseconds.
        foreign_keys: Whether references are enforced; off only while tables are rebuilt.
    """
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"

    def connect() -> sqlite3.Connection:
        # isolation_level None takes BEGIN away from the driver, which would otherwise run
        # DDL and savepoints outside the transaction.
        return sqlite3.connect(uri, uri=True, isolation_level=None)

    enforced = "ON" if foreign_keys else "OFF"
    # First how long to wait, since some of the others read the file, which may be locked.
    settings = (f"busy_timeout = {wait_ms}", f"foreign_keys = {enforced}", *_PRAGMAS)
    pragmas = "".join(f"PRAGMA {setting};" for setting in settings)
    engine = sa.create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.executescript(pragmas)
        connection.create_function("edi_holds", 2, _holds, deterministic=True)

    @event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        mode = connection.get_execution_options().get("edi_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


def _holds(text: str | None, wanted: str) -> bool:
    """Tell the database whether a text holds folded words."""
    return text is not None and wanted in sought(text)


class _Open(local):
    """The readings of a thread that have not ended yet, by engine."""

    def __init__(self) -> None:
        self.sessions: dict[sa.Engine, Session] = {}


_OPEN = _Open()


@contextmanager
def reading(engine: sa.Engine, path: Path) -> Iterator[Session]:
    """Read in one consistent transaction; a reading within another is a part of that one."""
    if (outer := _OPEN.sessions.get(engine)) is not None:
        yield outer
        return
    with translated(path), Session(engine) as session:
        _OPEN.sessions[engine] = session
        try:
            yield session
        finally:
            del _OPEN.sessions[engine]


@contextmanager
def writing(engine: sa.Engine, path: Path) -> Iterator[Session]:
    """Write in one transaction that holds the lock from its start; all of it or nothing."""
    writer = engine.execution_options(edi_begin="IMMEDIATE")
    with translated(path), Session(writer) as session, session.begin():
        yield session


@contextmanager
def watching(engine: sa.Engine, path: Path) -> Iterator[Callable[[], bool]]:
    """Let be asked whether anything was written since by another connection; no lock is held."""
    with translated(path), closing(engine.raw_connection()) as connection:
        version = partial(_version, connection.cursor())
        first = version()
        yield lambda: version() != first


def _version(cursor: DBAPICursor) -> int:
    """Return a number that is another once any other connection has written."""
    cursor.execute("PRAGMA data_version")
    (number,) = cursor.fetchone() or (0,)
    return int(number)


def private_file(path: Path) -> None:
    """Create an empty file that only its owner can read.

    Raises:
        FileExistsError: Something is there already.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

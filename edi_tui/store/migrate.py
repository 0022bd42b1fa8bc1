"""Making a register's tables, and bringing those of an older release up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.errors import CorruptError
from edi_tui.store.engine import APPLICATION_ID, make_engine, private_file
from edi_tui.store.faults import translated
from edi_tui.store.schema import NEWEST
from edi_tui.store.texts import keep_all_texts

KEPT_BACKUPS = 5
"""How many of the backups made before an upgrade stay beside the register."""


def create_tables(path: Path, layout: str = "") -> None:
    """Make the tables of a layout in a new file that only its owner can read.

    Args:
        path: The file.
        layout: One that this release knows; the newest without it.

    Raises:
        FileExistsError: Something is there already.
    """
    private_file(path)
    try:
        _run(path, layout or NEWEST)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def upgrade(path: Path, revision: str) -> Path:
    """Bring an older register to the newest layout, after a backup.

    Args:
        path: The register.
        revision: The layout that it has now.

    Returns:
        The backup, beside the register.
    """
    backup = back_up(path, revision)
    bring_up(path)
    return backup


def bring_up(path: Path) -> None:
    """Give a register the newest layout with the words that its lists are searched by, or none."""
    _run(path, NEWEST, keep_all_texts)


def back_up(path: Path, label: str) -> Path:
    """Copy a register to a private file beside it, named by the label and a free number."""
    with (
        translated(path),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
    ):
        number = 1
        while (target := path.with_name(f"{path.name}.{label}-{number}.bak")).exists():
            number += 1
        private_file(target)
        with closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    _prune(path, label)
    return target


def _prune(path: Path, label: str) -> None:
    backups = sorted(
        path.parent.glob(f"{path.name}.{label}-*.bak"), key=lambda file: file.stat().st_mtime_ns
    )
    for old in backups[:-KEPT_BACKUPS]:
        old.unlink()


def _run(path: Path, target: str, *then: Callable[[Session], None]) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "edi_tui.store:migrations")
    config.set_main_option("path_separator", "os")
    # References are off while tables are rebuilt, and checked before anything is kept.
    engine = make_engine(path, foreign_keys=False).execution_options(edi_begin="IMMEDIATE")
    with translated(path), engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, target)
        with Session(connection) as session:
            for fill in then:
                fill(session)
        _check_references(connection, path)


def _check_references(connection: sa.Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise CorruptError(
            f"{path} has records that point at nothing, so it was not upgraded and is as it "
            "was. Go back to the newest backup."
        )

"""A register that was just begun, and what takes its place."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.store.dump import quoted, tables_of
from edi_tui.store.engine import make_engine, writing

_BEGUN = ("change", "framework_item", "organisation")
"""Tables in which a register that was just begun has rows."""
_FIRST = "SELECT group_id FROM change WHERE seq = 1"
_ENTERED = f"SELECT 1 FROM change WHERE ref <> :organisation AND group_id <> ({_FIRST}) LIMIT 1"
_THINGS = "SELECT type, name, sql FROM {} WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid"


def just_begun(session: Session) -> bool:
    """Tell whether nothing was entered but the organisation, by itself or since."""
    if session.scalar(sa.text(_FIRST)) is None:
        return False
    entered = session.scalar(sa.text(_ENTERED), {"organisation": Kind.ORGANISATION.ref(1)})
    others = (name for name in tables_of(session) if name not in _BEGUN)
    return not entered and not any(_filled(session, name) for name in others)


def _filled(session: Session, table: str) -> bool:
    found = session.connection().exec_driver_sql(f"SELECT 1 FROM {quoted(table)} LIMIT 1")
    return found.first() is not None


def take_over(source: Path, target: Path) -> bool:
    """Give a register that was just begun the content of another, all of it or nothing.

    Returns:
        Whether it did; it does not where something was entered since, of which nothing is lost.

    Raises:
        LockedError: Another program uses it.
    """
    engine = make_engine(target, foreign_keys=False)

    @sa.event.listens_for(engine, "connect")
    def attach(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("ATTACH ? AS taken", (f"{source.absolute().as_uri()}?mode=ro",))

    # The lock is held from the look to the last row, so that nobody enters anything between.
    with writing(engine, target) as session:
        if not just_begun(session):
            return False
        _empty(session)
        _fill(session)
    return True


def _empty(session: Session) -> None:
    """Drop everything; triggers first, which refuse that anything is deleted."""
    things = session.connection().exec_driver_sql(_THINGS.format("main.sqlite_master")).all()
    for sort in ("trigger", "table"):
        for one in things:
            if one.type == sort:
                session.connection().exec_driver_sql(f"DROP {sort} main.{quoted(one.name)}")


def _fill(session: Session) -> None:
    """Make everything that the other register has; triggers last, which look at each row."""
    connection = session.connection()
    things = connection.exec_driver_sql(_THINGS.format("taken.sqlite_master")).all()
    for one in things:
        if one.type == "table":
            connection.exec_driver_sql(one.sql)
            name = quoted(one.name)
            connection.exec_driver_sql(f"INSERT INTO main.{name} SELECT * FROM taken.{name}")
    for one in things:
        if one.type != "table":
            connection.exec_driver_sql(one.sql)

"""The rows of a register as they lie in its file: out of it, and into a new one."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.plain import Plain
from edi_tui.store.engine import make_engine, writing
from edi_tui.store.models import metadata
from edi_tui.store.models.base import DecimalText

_MADE = ("alembic_version", "listed_text")
"""Tables that are made anew from the layout and from the records."""
_SORTS: tuple[tuple[type[sa.types.TypeEngine[Any]], str], ...] = (
    (DecimalText, "number"),
    (sa.Integer, "integer"),
    (sa.Date, "date"),
    (sa.JSON, "any"),
)
_AT_ONCE = 500
"""Most rows that are put in together."""
_TEXT_AT_ONCE = 1024 * 1024
"""Characters of the rows that are put in together, but for the last of them."""
_BITS = 64
_BLOCK = 1024 * 1024
_LARGEST = 1024 * 1024 * 1024
"""Bytes to which a packed value may unpack."""

Loaded = tuple[str, Plain]
"""A row with the name of its table."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the file has it."""

    name: str
    type: str
    """`INTEGER`, `TEXT` or `BLOB`: all tables are strict."""
    key: int
    """Its place in the primary key; 0 where it is not part of it."""


def layout_of(session: Session) -> str:
    """Return which layout a register has."""
    return str(session.scalar(sa.text("SELECT version_num FROM alembic_version")))


def tables_of(session: Session) -> dict[str, tuple[Column, ...]]:
    """Return the tables that hold what cannot be made anew, by name, with their columns."""
    found = session.scalars(
        sa.text(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            "ORDER BY name"
        )
    )
    return {name: tuple(_columns(session, name)) for name in found.all() if name not in _MADE}


def _columns(session: Session, table: str) -> Iterator[Column]:
    for row in session.connection().exec_driver_sql(f"PRAGMA table_info({quoted(table)})"):
        yield Column(row.name, row.type, row.pk)


def sort_of(table: str, column: Column) -> str:
    """Return what sort of value a column holds: string, integer, number, date or any JSON."""
    known = metadata.tables.get(table)
    found = None if known is None else known.columns.get(column.name)
    if found is None:
        return "integer" if column.type == "INTEGER" else "string"
    return next((sort for kind, sort in _SORTS if isinstance(found.type, kind)), "string")


def pointers_of(table: str) -> list[tuple[str, str]]:
    """Return the columns that point at records, each with the table that it points into."""
    known = metadata.tables.get(table)
    keys = () if known is None else known.foreign_keys
    return sorted((key.parent.name, key.column.table.name) for key in keys)


def rows_in(session: Session, table: str, columns: Sequence[Column]) -> Iterator[Plain]:
    """Yield the rows of a table by its key; bytes become base 64."""
    named = ", ".join(quoted(column.name) for column in columns)
    keys = sorted((column for column in columns if column.key), key=lambda column: column.key)
    order = ", ".join(quoted(column.name) for column in keys)
    query = f"SELECT {named} FROM {quoted(table)} ORDER BY {order}"
    for row in session.connection().exec_driver_sql(query):
        yield {
            column.name: base64.b64encode(value).decode() if isinstance(value, bytes) else value
            for column, value in zip(columns, row, strict=True)
        }


def load(path: Path, rows: Iterable[Loaded]) -> None:
    """Put rows into a new file that has their layout; references are not followed yet.

    Raises:
        ValueError: A row is not one of this layout.
        RegisterError: The database refuses one.
    """
    engine = make_engine(path, foreign_keys=False)
    with writing(engine, path) as session:
        tables = tables_of(session)
        for some in _some(rows):
            for table in dict.fromkeys(table for table, _ in some):
                _insert(session, table, tables, [row for name, row in some if name == table])


def _some(rows: Iterable[Loaded]) -> Iterator[Sequence[Loaded]]:
    """Yield rows a few at a time: many small ones together, a large one with few others.

    Whatever a register holds, no more of it is held at once than a little, and one row.
    """
    some, size = list[Loaded](), 0
    for loaded in rows:
        some.append(loaded)
        size += sum(len(value) for value in loaded[1].values() if isinstance(value, str))
        if len(some) == _AT_ONCE or size > _TEXT_AT_ONCE:
            yield some
            some, size = [], 0
    yield some


def _insert(
    session: Session,
    table: str,
    tables: dict[str, tuple[Column, ...]],
    rows: Sequence[Plain],
) -> None:
    if table not in tables:
        raise ValueError(f"There is no table {table}.")
    columns = tables[table]
    named = ", ".join(quoted(column.name) for column in columns)
    places = ", ".join("?" * len(columns))
    session.connection().exec_driver_sql(
        f"INSERT INTO {quoted(table)} ({named}) VALUES ({places})",
        [_values(table, columns, row) for row in rows],
    )


def _values(table: str, columns: Sequence[Column], row: Plain) -> tuple[Any, ...]:
    if row.keys() != {column.name for column in columns}:
        raise ValueError(f"A row of {table} has not the columns of its table.")
    return tuple(_value(column, row[column.name]) for column in columns)


def _value(column: Column, value: Any) -> Any:
    if column.type == "BLOB" and isinstance(value, str):
        return _sensible(base64.b64decode(value, validate=True))
    if value is None or isinstance(value, str):
        return value
    if type(value) is int and value.bit_length() < _BITS:
        return value
    raise ValueError(f"{column.name} holds what no column can.")


def _sensible(packed: bytes) -> bytes:
    """Return packed bytes that do not unpack to more than any quarter is."""
    unpacking = zlib.decompressobj()
    left, size = packed, 0
    try:
        while left:
            size += len(unpacking.decompress(left, _BLOCK))
            left = unpacking.unconsumed_tail
            if size > _LARGEST:
                raise ValueError("A packed value is far too large.")
    except zlib.error as error:
        raise ValueError("A packed value cannot be unpacked.") from error
    return packed


def dangling(session: Session) -> bool:
    """Tell whether anything points at a record that is not there."""
    found = session.connection().exec_driver_sql("PRAGMA foreign_key_check")
    return found.first() is not None


def quoted(name: str) -> str:
    """Return the name of a table, column or trigger as SQL has it."""
    return '"' + name.replace('"', '""') + '"'

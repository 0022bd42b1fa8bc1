"""What the tables have in common: strict columns, named checks, and the life of a record."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlmodel import Field, SQLModel

from edi_tui.domain.words import Word

metadata = SQLModel.metadata


@compiles(sa.String, "sqlite")
@compiles(sa.Date, "sqlite")
@compiles(sa.JSON, "sqlite")
def _text(_type: Any, _compiler: Any, **_: Any) -> str:
    """Name the only text type that a STRICT table takes."""
    return "TEXT"


@compiles(sa.Boolean, "sqlite")
def _integer(_type: Any, _compiler: Any, **_: Any) -> str:
    """Name the type of a flag in a STRICT table."""
    return "INTEGER"


class DecimalText(sa.types.TypeDecorator[Decimal]):
    """A decimal kept as its digits: SQLite has none, and a float would change 0.1."""

    impl = sa.String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write the digits."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read the digits."""
        return None if value is None else Decimal(value)


def one_of(table: str, column: str, words: type[Word]) -> sa.CheckConstraint:
    """Hold a column to the codes of a vocabulary."""
    codes = ", ".join(f"'{word.value}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({codes})", name=f"ck_{table}_{column}")


def said(table: str, *columns: str) -> list[sa.CheckConstraint]:
    """Hold text columns to be not empty."""
    return [
        sa.CheckConstraint(f"length({column}) > 0", name=f"ck_{table}_{column}_said")
        for column in columns
    ]


def exactly_one(table: str, columns: Sequence[str]) -> sa.CheckConstraint:
    """Hold a row to point at exactly one other."""
    count = " + ".join(f"({column} IS NOT NULL)" for column in columns)
    return sa.CheckConstraint(f"{count} = 1", name=f"ck_{table}_points_at_one")


def flag(table: str, column: str) -> sa.CheckConstraint:
    """Hold a flag to no and yes."""
    return sa.CheckConstraint(f"{column} IN (0, 1)", name=f"ck_{table}_{column}")


SAID_NOTHING = {"server_default": ""}
"""Column option of a text that older rows do not have."""

STRICT = {"sqlite_strict": True}
"""Table option; other databases ignore it."""


class Record(SQLModel):
    """What every record has: a number that is its reference, a version, and its withdrawal."""

    id: int | None = Field(default=None, primary_key=True)
    version: int = Field(default=1)
    withdrawn_at: str | None = Field(default=None)
    withdrawn_reason: str = Field(default="")

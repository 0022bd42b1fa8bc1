"""The change log."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from edi_tui.store.models.base import STRICT


class Change(SQLModel, table=True):
    """One change of one record, chained to the change before it by its hash."""

    __tablename__ = "change"
    __table_args__ = (STRICT,)
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str = Field(index=True)
    who: str
    group_id: str = Field(index=True)
    summary: str
    verb: str
    ref: str = Field(index=True)
    before: dict[str, Any] | None = Field(default=None, sa_type=sa.JSON(none_as_null=True))
    after: dict[str, Any] | None = Field(default=None, sa_type=sa.JSON(none_as_null=True))
    undoes: str | None = Field(default=None, index=True)
    """The group that is taken back; said by the first entry of the group that takes it back."""
    as_from: date | None = Field(default=None, index=True)
    """The first day on which it counts, where that is not the day of the entry."""
    previous: str
    """Hash of the change before, 64 hex digits; zeros for the first."""
    hash: str

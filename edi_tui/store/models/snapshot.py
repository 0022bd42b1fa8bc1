"""The frozen quarters."""

from datetime import date

from sqlmodel import Field, SQLModel

from edi_tui.store.models.base import STRICT, said


class Snapshot(SQLModel, table=True):
    """The content of the register when a quarter was closed; never changed, never deleted."""

    __tablename__ = "snapshot"
    __table_args__ = (*said("snapshot", "quarter", "digest"), STRICT)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    quarter: str = Field(index=True)
    as_at: date
    meeting_on: date | None = Field(default=None)
    closed_at: str
    closed_on: date
    who: str
    fails: int
    despite: str
    because: str
    replaces: int
    head_seq: int
    head_hash: str
    previous: str
    digest: str
    content: bytes
    """Lines of canonical JSON, compressed."""

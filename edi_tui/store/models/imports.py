"""What was imported, cell by cell, and what was found."""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from edi_tui.domain.words import Outcome
from edi_tui.store.models.base import SAID_NOTHING, STRICT, flag, one_of


class ImportBatch(SQLModel, table=True):
    """One file of one import."""

    __tablename__ = "import_batch"
    __table_args__ = (flag("import_batch", "undone"), STRICT)
    id: int | None = Field(default=None, primary_key=True)
    at: str
    who: str
    kind: str
    file: str
    sha256: str
    headings: dict[str, dict[str, str]] = Field(default_factory=dict, sa_type=sa.JSON)
    """Field by heading, for each table."""
    group_id: str = Field(default="", index=True, sa_column_kwargs=SAID_NOTHING)
    """The group of the change log; empty where nothing was changed."""
    undone: bool = Field(default=False, sa_column_kwargs={"server_default": sa.text("0")})


class ImportRow(SQLModel, table=True):
    """A row of the file as it stood there, whatever became of it."""

    __tablename__ = "import_row"
    __table_args__ = (one_of("import_row", "outcome", Outcome), STRICT)
    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="import_batch.id", index=True)
    where: str
    outcome: str
    ref: str = Field(default="", index=True)
    cells: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)
    """Cell text by heading, verbatim."""


class ImportFinding(SQLModel, table=True):
    """Something a person should know or settle about an imported cell."""

    __tablename__ = "import_finding"
    __table_args__ = (STRICT,)
    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="import_batch.id", index=True)
    ref: str = Field(default="", index=True)
    rule: str
    level: str
    where: str
    column: str
    value: str
    message: str
    proposals: list[str] = Field(default_factory=list, sa_type=sa.JSON)

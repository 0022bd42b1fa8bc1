"""What lists keep beside the records: the words they are searched by, and saved filters."""

from sqlmodel import Field, SQLModel

from edi_tui.store.models.base import STRICT, said


class ListedText(SQLModel, table=True):
    """Everything that a list says of a record, folded; made from the records, so never logged."""

    __tablename__ = "listed_text"
    __table_args__ = (STRICT | {"sqlite_with_rowid": False},)
    kind: str = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    text: str


class SavedView(SQLModel, table=True):
    """A filter under a name; how a list is looked at is no fact, so it is not logged."""

    __tablename__ = "saved_view"
    __table_args__ = (*said("saved_view", "name", "filter"), STRICT)
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    kind: str
    filter: str

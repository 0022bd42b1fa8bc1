"""What was published of the frozen quarters."""

from sqlmodel import Field, SQLModel

from edi_tui.store.models.base import STRICT


class PublicationMade(SQLModel, table=True):
    """Which numbers of a snapshot the public was told, and which were hidden; never changed."""

    __tablename__ = "publication"
    __table_args__ = (STRICT,)
    number: int = Field(
        primary_key=True,
        foreign_key="snapshot.number",
        sa_column_kwargs={"autoincrement": False},
    )
    at: str
    who: str
    content: bytes
    """JSON, compressed."""

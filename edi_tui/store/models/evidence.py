"""Evidence and what it supports."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from edi_tui.domain.records import SUPPORTED
from edi_tui.domain.words import EvidenceKind, ReviewState
from edi_tui.store.models.base import (
    SAID_NOTHING,
    STRICT,
    DecimalText,
    Record,
    exactly_one,
    flag,
    one_of,
    said,
)


class Evidence(Record, table=True):
    """A file, link or note."""

    __tablename__ = "evidence"
    __table_args__ = (
        one_of("evidence", "kind", EvidenceKind),
        one_of("evidence", "review", ReviewState),
        flag("evidence", "independent"),
        *said("evidence", "title"),
        sa.CheckConstraint("length(sha256) IN (0, 64)", name="ck_evidence_sha256"),
        STRICT,
    )
    title: str
    kind: str
    link: str = ""
    note: str = ""
    dated_on: date | None = None
    expires_on: date | None = None
    file_name: str = ""
    sha256: str = Field(default="", index=True)
    size: Decimal | None = Field(default=None, sa_type=DecimalText)
    submitted_by: str = Field(default="", sa_column_kwargs=SAID_NOTHING)
    review: str = Field(sa_column_kwargs={"server_default": ReviewState.NOT_REVIEWED.value})
    verified_by: str = Field(default="", sa_column_kwargs=SAID_NOTHING)
    verified_on: date | None = None
    independent: bool = Field(default=False, sa_column_kwargs={"server_default": sa.text("0")})


class EvidenceLink(SQLModel, table=True):
    """What an item supports."""

    __tablename__ = "evidence_link"
    __table_args__ = (
        exactly_one(
            "evidence_link",
            tuple(f"{kind.value}_id" for kind in SUPPORTED),
        ),
        STRICT,
    )
    id: int | None = Field(default=None, primary_key=True)
    evidence_id: int = Field(foreign_key="evidence.id", index=True)
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)
    action_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    network_id: int | None = Field(default=None, foreign_key="network.id", index=True)
    sponsorship_id: int | None = Field(default=None, foreign_key="sponsorship.id", index=True)
    engagement_id: int | None = Field(default=None, foreign_key="engagement.id", index=True)
    concern_id: int | None = Field(default=None, foreign_key="concern.id", index=True)
    challenge_id: int | None = Field(default=None, foreign_key="challenge.id", index=True)

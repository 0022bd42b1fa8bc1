"""Evidence and what it supports."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from edi_tui.domain.words import EvidenceKind
from edi_tui.store.models.base import STRICT, DecimalText, Record, exactly_one, one_of, said


class Evidence(Record, table=True):
    """A file, link or note."""

    __tablename__ = "evidence"
    __table_args__ = (
        one_of("evidence", "kind", EvidenceKind),
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


class EvidenceLink(SQLModel, table=True):
    """What an item supports."""

    __tablename__ = "evidence_link"
    __table_args__ = (
        exactly_one(
            "evidence_link",
            ("objective_id", "action_id", "network_id", "sponsorship_id", "engagement_id"),
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

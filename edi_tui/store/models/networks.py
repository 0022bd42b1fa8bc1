"""Staff networks, their sponsors and what the sponsors did."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field

from edi_tui.domain.words import (
    Appointment,
    Attendance,
    EngagementKind,
    Escalation,
    HeardFrom,
    NetworkState,
    SponsorKind,
)
from edi_tui.store.models.base import SAID_NOTHING, STRICT, DecimalText, Record, flag, one_of, said


class Network(Record, table=True):
    """A staff network."""

    __tablename__ = "network"
    __table_args__ = (
        one_of("network", "state", NetworkState),
        flag("network", "published"),
        *said("network", "name"),
        STRICT,
    )
    name: str
    characteristic: str = ""
    state: str
    chair: str = ""
    meets: str = ""
    published: bool = Field(default=False, sa_column_kwargs={"server_default": sa.text("0")})


class Sponsorship(Record, table=True):
    """A member's term as sponsor."""

    __tablename__ = "sponsorship"
    __table_args__ = (
        one_of("sponsorship", "kind", SponsorKind),
        one_of("sponsorship", "appointed", Appointment),
        STRICT,
    )
    network_id: int = Field(foreign_key="network.id", index=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    kind: str
    appointed: str
    from_on: date | None = None
    to_on: date | None = None
    ended_on: date | None = None
    achieves: str = ""
    changed: str = Field(default="", sa_column_kwargs=SAID_NOTHING)
    handover: str = Field(default="", sa_column_kwargs=SAID_NOTHING)
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)


class Engagement(Record, table=True):
    """Something that a sponsor did with a network."""

    __tablename__ = "engagement"
    __table_args__ = (
        one_of("engagement", "kind", EngagementKind),
        one_of("engagement", "attendance", Attendance),
        STRICT,
    )
    network_id: int = Field(foreign_key="network.id", index=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    on: date
    kind: str
    attendance: str
    note: str = ""


class Concern(Record, table=True):
    """An issue that a network raised."""

    __tablename__ = "concern"
    __table_args__ = (
        one_of("concern", "escalated_to", Escalation),
        *said("concern", "theme", "text"),
        STRICT,
    )
    network_id: int = Field(foreign_key="network.id", index=True)
    raised_on: date
    theme: str
    text: str
    escalated_to: str
    board_on: date | None = None
    paper: str = ""
    answer: str = ""
    answered_on: date | None = None
    changed: str = ""
    fed_back_on: date | None = None


class HeardScore(Record, table=True):
    """How far a network felt heard in a quarter."""

    __tablename__ = "heard_score"
    __table_args__ = (
        one_of("heard_score", "heard_from", HeardFrom),
        sa.CheckConstraint(
            "CAST(score AS REAL) BETWEEN 1 AND 5", name="ck_heard_score_between_1_and_5"
        ),
        STRICT,
    )
    network_id: int = Field(foreign_key="network.id", index=True)
    on: date
    score: Decimal = Field(sa_type=DecimalText)
    people: Decimal | None = Field(default=None, sa_type=DecimalText)
    heard_from: str

"""The organisation, its board, and the frameworks it answers to."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from edi_tui.domain.words import AppraisalOutcome, OrganisationKind, Seat, Standing
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


class Organisation(Record, table=True):
    """The trust or board whose register this is: one row."""

    __tablename__ = "organisation"
    __table_args__ = (
        one_of("organisation", "kind", OrganisationKind),
        *said("organisation", "name"),
        STRICT,
    )
    name: str
    ods: str = ""
    kind: str
    sponsor_gap_days: Decimal | None = Field(default=None, sa_type=DecimalText)
    concern_days: Decimal | None = Field(default=None, sa_type=DecimalText)
    heard_people: Decimal | None = Field(default=None, sa_type=DecimalText)
    moves: Decimal | None = Field(default=None, sa_type=DecimalText)
    tolerance: Decimal | None = Field(default=None, sa_type=DecimalText)
    stretch: Decimal | None = Field(default=None, sa_type=DecimalText)
    meetings: list[str] = Field(
        default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": "[]"}
    )
    paper_days: Decimal | None = Field(default=None, sa_type=DecimalText)
    suppress_below: Decimal | None = Field(default=None, sa_type=DecimalText)
    cover_sheet: str = Field(default="", sa_column_kwargs={"server_default": ""})


class Member(Record, table=True):
    """A seat and its holder."""

    __tablename__ = "member"
    __table_args__ = (
        one_of("member", "seat", Seat),
        one_of("member", "standing", Standing),
        flag("member", "voting"),
        *said("member", "role"),
        STRICT,
    )
    name: str = ""
    role: str
    seat: str
    standing: str
    voting: bool
    from_on: date | None = None
    to_on: date | None = None


class Appraisal(Record, table=True):
    """A member's assessment of a year; confidential."""

    __tablename__ = "appraisal"
    __table_args__ = (
        one_of("appraisal", "outcome", AppraisalOutcome),
        *said("appraisal", "year"),
        STRICT,
    )
    member_id: int = Field(foreign_key="member.id", index=True)
    year: str
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)
    mid_year_on: date | None = None
    appraised_on: date | None = None
    appraiser: str = ""
    outcome: str
    submitted_on: date | None = None
    note: str = ""


class FrameworkItem(Record, table=True):
    """One entry of a framework."""

    __tablename__ = "framework_item"
    __table_args__ = (*said("framework_item", "code", "title"), STRICT)
    code: str = Field(unique=True)
    framework: str
    title: str
    source: str = ""
    deadline: str = Field(default="", sa_column_kwargs=SAID_NOTHING)
    valid_from: date | None = None
    valid_to: date | None = None
    checked_on: date | None = None


class FrameworkLink(SQLModel, table=True):
    """What an objective or action answers to."""

    __tablename__ = "framework_link"
    __table_args__ = (exactly_one("framework_link", ("objective_id", "action_id")), STRICT)
    id: int | None = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="framework_item.id", index=True)
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)
    action_id: int | None = Field(default=None, foreign_key="action.id", index=True)

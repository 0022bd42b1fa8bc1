"""Objectives, the measures and actions that serve them, and their progress."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Field

from edi_tui.domain.words import Direction, Level, Precision, Scope, Status
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


class Objective(Record, table=True):
    """What a member or the board will change."""

    __tablename__ = "objective"
    __table_args__ = (
        one_of("objective", "level", Level),
        one_of("objective", "scope", Scope),
        one_of("objective", "due_precision", Precision),
        flag("objective", "published"),
        sa.Index("ix_objective_standing", "withdrawn_at"),
        sa.Index("ix_objective_owned", "owner_id", "withdrawn_at"),
        *said("objective", "title"),
        STRICT,
    )
    title: str
    level: str
    scope: str
    owner_id: int | None = Field(default=None, foreign_key="member.id")
    owner_text: str = ""
    start_on: date | None = None
    due_on: date | None = None
    due_text: str = ""
    due_precision: str
    done: str = Field(default="", sa_column_kwargs=SAID_NOTHING)
    proof: list[str] = Field(
        default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": "[]"}
    )
    resources: str = Field(default="", sa_column_kwargs=SAID_NOTHING)
    baf: str = Field(default="", sa_column_kwargs=SAID_NOTHING)
    review_on: date | None = None
    follows_id: int | None = Field(default=None, foreign_key="objective.id", index=True)
    agreed_on: date | None = None
    plan: str = ""
    published: bool = Field(default=False, sa_column_kwargs={"server_default": sa.text("0")})
    summary: str = Field(default="", sa_column_kwargs=SAID_NOTHING)


class Measure(Record, table=True):
    """What is counted."""

    __tablename__ = "measure"
    __table_args__ = (
        one_of("measure", "direction", Direction),
        *said("measure", "name"),
        STRICT,
    )
    name: str
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)
    metric_id: int | None = Field(default=None, foreign_key="framework_item.id", index=True)
    unit: str = ""
    direction: str
    baseline: Decimal | None = Field(default=None, sa_type=DecimalText)
    baseline_on: date | None = None
    target: Decimal | None = Field(default=None, sa_type=DecimalText)
    target_on: date | None = None
    posts: Decimal | None = Field(default=None, sa_type=DecimalText)
    turnover: Decimal | None = Field(default=None, sa_type=DecimalText)
    hires: Decimal | None = Field(default=None, sa_type=DecimalText)


class Reading(Record, table=True):
    """The value of a measure as at a date."""

    __tablename__ = "reading"
    __table_args__ = (
        sa.CheckConstraint(
            "value IS NOT NULL OR (numerator IS NOT NULL AND denominator IS NOT NULL)",
            name="ck_reading_says_something",
        ),
        STRICT,
    )
    measure_id: int = Field(foreign_key="measure.id", index=True)
    as_at: date
    group: str = ""
    value: Decimal | None = Field(default=None, sa_type=DecimalText)
    numerator: Decimal | None = Field(default=None, sa_type=DecimalText)
    denominator: Decimal | None = Field(default=None, sa_type=DecimalText)
    note: str = ""


class Action(Record, table=True):
    """A step of an action plan."""

    __tablename__ = "action"
    __table_args__ = (
        one_of("action", "due_precision", Precision),
        sa.Index("ix_action_standing", "withdrawn_at"),
        *said("action", "text"),
        STRICT,
    )
    text: str
    outcome: str = ""
    due_on: date | None = None
    due_text: str = ""
    due_precision: str
    lead: str = ""
    supporting: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)
    plan: str = ""
    plan_ref: str = ""


def _newest(pointer: str) -> sa.Index:
    """Return the index that finds the newest entry of each record, and how it says it stands."""
    return sa.Index(
        f"ix_progress_update_newest_{pointer}",
        *(pointer, "on", "id", "withdrawn_at", "status", "forecast_on"),
        sqlite_where=sa.text(f"{pointer} IS NOT NULL"),
    )


class Update(Record, table=True):
    """A dated progress entry."""

    __tablename__ = "progress_update"
    __table_args__ = (
        one_of("progress_update", "status", Status),
        exactly_one("progress_update", ("objective_id", "action_id")),
        *map(_newest, ("objective_id", "action_id")),
        STRICT,
    )
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)
    action_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    on: date
    status: str
    narrative: str = ""
    forecast_on: date | None = None
    reason: str = Field(default="", sa_column_kwargs=SAID_NOTHING)

"""The layout that keeps what people answered about imported words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

RECORDS = ("decision", "learned")
_CHOICES = "'accepted', 'corrected', 'kept', 'rejected'"
_SORTS = "'heading', 'person', 'status'"


def upgrade() -> None:
    """Make the tables of decisions and of learned words."""
    _table(
        "decision",
        *_texts("finding", "rule", "subject", "column", "words", "choice", "chosen"),
        sa.CheckConstraint(f"choice IN ({_CHOICES})", name="ck_decision_choice"),
        *_said("decision", "finding", "rule"),
    )
    op.create_index("ix_decision_finding", "decision", ["finding"])
    _table(
        "learned",
        *_texts("sort", "of", "words", "meaning"),
        sa.CheckConstraint(f"sort IN ({_SORTS})", name="ck_learned_sort"),
        *_said("learned", "words", "meaning"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for table in RECORDS:
            op.execute(
                f"CREATE TRIGGER keep_{table} BEFORE DELETE ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'records are withdrawn, never deleted'); END"
            )


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String()),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        *parts,
        sqlite_strict=True,
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _said(table: str, *columns: str) -> list[sa.CheckConstraint]:
    return [
        sa.CheckConstraint(f"length({column}) > 0", name=f"ck_{table}_{column}_said")
        for column in columns
    ]

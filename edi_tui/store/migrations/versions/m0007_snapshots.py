"""The layout that freezes quarters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TEXTS = ("closed_at", "who", "despite", "because", "head_hash", "previous", "digest")
_NUMBERS = ("fails", "replaces", "head_seq")
_REFUSED = {
    "keep": ("DELETE", "", "a closed quarter is never deleted"),
    "freeze": ("UPDATE", "", "a closed quarter is never changed"),
    "order": (
        "INSERT",
        "WHEN NEW.number IS NOT (SELECT ifnull(max(number), 0) + 1 FROM snapshot)",
        "a closed quarter follows the one before it",
    ),
}
"""What the database refuses: when, of which rows, and in which words."""


def upgrade() -> None:
    """Add the table, and have the database refuse that any of it is touched."""
    op.create_table(
        "snapshot",
        sa.Column("number", sa.Integer(), primary_key=True, nullable=False, autoincrement=False),
        sa.Column("quarter", sa.String(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("meeting_on", sa.Date()),
        sa.Column("closed_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in _TEXTS),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _NUMBERS),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(quarter) > 0", name="ck_snapshot_quarter_said"),
        sa.CheckConstraint("length(digest) > 0", name="ck_snapshot_digest_said"),
        sqlite_strict=True,
    )
    op.create_index("ix_snapshot_quarter", "snapshot", ["quarter"])
    if op.get_bind().dialect.name == "sqlite":
        for name, (what, which, words) in _REFUSED.items():
            op.execute(
                f"CREATE TRIGGER {name}_snapshot BEFORE {what} ON snapshot {which} "
                f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )

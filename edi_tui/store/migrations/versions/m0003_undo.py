"""The layout that undoes: which step a change takes back, and from which day it counts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_GROUPS = """
UPDATE import_batch SET group_id = ifnull((
  SELECT change.group_id FROM import_row JOIN change ON change.ref = import_row.ref
  WHERE import_row.batch_id = import_batch.id AND change.at = import_batch.at
    AND import_row.outcome IN ('created', 'updated')
  LIMIT 1
), '')
"""
"""A batch belongs to the step in which its rows were stored."""


def upgrade() -> None:
    """Add the new columns, and find the step of each import."""
    op.add_column("change", sa.Column("undoes", sa.String()))
    op.add_column("change", sa.Column("as_from", sa.Date()))
    for name in ("at", "undoes", "as_from"):
        op.create_index(f"ix_change_{name}", "change", [name])
    op.add_column(
        "import_batch", sa.Column("group_id", sa.String(), server_default="", nullable=False)
    )
    op.create_index("ix_import_batch_group_id", "import_batch", ["group_id"])
    op.execute(
        "ALTER TABLE import_batch ADD COLUMN undone INTEGER NOT NULL DEFAULT 0 CONSTRAINT "
        "ck_import_batch_undone CHECK (undone IN (0, 1))"
    )
    op.execute(_GROUPS)

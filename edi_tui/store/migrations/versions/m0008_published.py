"""The layout that knows which objectives are published, and which numbers are too small to be."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from edi_tui.store.models.base import DecimalText

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let nothing be published until somebody says so."""
    op.execute(
        "ALTER TABLE objective ADD COLUMN published INTEGER NOT NULL DEFAULT 0 CONSTRAINT "
        "ck_objective_published CHECK (published IN (0, 1))"
    )
    op.add_column("objective", sa.Column("summary", sa.String(), server_default="", nullable=False))
    op.add_column("organisation", sa.Column("suppress_below", DecimalText()))

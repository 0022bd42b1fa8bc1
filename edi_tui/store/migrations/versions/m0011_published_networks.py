"""The layout that knows which staff networks are published."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let nothing be published of a network until somebody says so."""
    op.execute(
        "ALTER TABLE network ADD COLUMN published INTEGER NOT NULL DEFAULT 0 CONSTRAINT "
        "ck_network_published CHECK (published IN (0, 1))"
    )

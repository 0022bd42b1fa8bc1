"""The layout that knows the organisation's own cover sheet."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give every organisation the usual cover sheet until it says otherwise."""
    op.execute("ALTER TABLE organisation ADD COLUMN cover_sheet TEXT NOT NULL DEFAULT ''")

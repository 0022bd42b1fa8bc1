"""The layout that knows when the board meets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let the organisation say when its board meets and how long before its papers are due."""
    op.add_column(
        "organisation", sa.Column("meetings", sa.JSON(), server_default="[]", nullable=False)
    )
    op.add_column("organisation", sa.Column("paper_days", sa.String(), nullable=True))

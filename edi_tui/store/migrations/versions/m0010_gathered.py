"""The layout whose texts lie in the order in which they are gone through."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of texts anew; they are filled in once the layout is the newest."""
    op.drop_table("listed_text")
    op.create_table(
        "listed_text",
        sa.Column("kind", sa.String(), primary_key=True, nullable=False),
        sa.Column("number", sa.Integer(), primary_key=True, nullable=False, autoincrement=False),
        sa.Column("text", sa.String(), nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )

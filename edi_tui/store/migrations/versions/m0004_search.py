"""The layout that is searched: the text of each record, saved filters, and what lists look up."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; the texts are filled in once the layout is the newest."""
    op.create_table(
        "listed_text",
        sa.Column("kind", sa.String(), primary_key=True, nullable=False),
        sa.Column("number", sa.Integer(), primary_key=True, nullable=False, autoincrement=False),
        sa.Column("text", sa.String(), nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("name", sa.String(), nullable=False, unique=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("filter", sa.String(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name="ck_saved_view_name_said"),
        sa.CheckConstraint("length(filter) > 0", name="ck_saved_view_filter_said"),
        sqlite_strict=True,
    )
    for pointer in ("objective_id", "action_id"):
        op.create_index(
            f"ix_progress_update_newest_{pointer}",
            "progress_update",
            [pointer, "on", "id", "withdrawn_at", "status", "forecast_on"],
            sqlite_where=sa.text(f"{pointer} IS NOT NULL"),
        )
    op.create_index("ix_objective_standing", "objective", ["withdrawn_at"])
    op.create_index("ix_action_standing", "action", ["withdrawn_at"])

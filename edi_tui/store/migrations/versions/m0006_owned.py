"""The layout that counts what each board member owns without reading the objectives."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let the index of owners say which objectives stand."""
    op.drop_index("ix_objective_owner_id", "objective")
    op.create_index("ix_objective_owned", "objective", ["owner_id", "withdrawn_at"])

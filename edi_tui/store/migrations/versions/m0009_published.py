"""The layout that knows which objectives are published, and what of each quarter was."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from edi_tui.store.models.base import DecimalText

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_REFUSED = {
    "keep": ("DELETE", "what was published is never forgotten"),
    "freeze": ("UPDATE", "what was published is never changed"),
}
"""What the database refuses, and in which words."""


def upgrade() -> None:
    """Let nothing be published until somebody says so."""
    op.execute(
        "ALTER TABLE objective ADD COLUMN published INTEGER NOT NULL DEFAULT 0 CONSTRAINT "
        "ck_objective_published CHECK (published IN (0, 1))"
    )
    op.add_column("objective", sa.Column("summary", sa.String(), server_default="", nullable=False))
    op.add_column("organisation", sa.Column("suppress_below", DecimalText()))
    _remember()


def _remember() -> None:
    """Add the table of what was published, and have the database refuse that it is touched."""
    op.create_table(
        "publication",
        sa.Column(
            "number",
            sa.Integer(),
            sa.ForeignKey("snapshot.number"),
            primary_key=True,
            nullable=False,
            autoincrement=False,
        ),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sqlite_strict=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        for name, (what, words) in _REFUSED.items():
            op.execute(
                f"CREATE TRIGGER {name}_publication BEFORE {what} ON publication "
                f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )

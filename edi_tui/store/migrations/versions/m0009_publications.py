"""The layout that remembers what the public was told of each closed quarter."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

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
    """Add the table, and have the database refuse that any of it is touched."""
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

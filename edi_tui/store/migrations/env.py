"""How alembic meets the register: over the connection that the migrator hands in."""

from __future__ import annotations

from alembic import context

from edi_tui.store.models import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()

"""Migration scripts, run by alembic from the installed package."""

"""Bringing an older register up to date."""

from __future__ import annotations

import sqlite3
import stat
import sys
from contextlib import closing

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from edi_tui.services.register import Register
from edi_tui.store.migrate import KEPT_BACKUPS, back_up
from edi_tui.store.models import metadata
from edi_tui.store.schema import NEWEST, REVISIONS


def test_the_scripts_are_those_that_opening_knows() -> None:
    config = Config()
    config.set_main_option("script_location", "edi_tui.store:migrations")
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    known = [script.revision for script in scripts.walk_revisions()]
    assert known[::-1] == list(REVISIONS)
    assert scripts.get_current_head() == NEWEST


def test_the_scripts_make_the_tables_that_the_program_uses(register: Register) -> None:
    engine = sa.create_engine(f"sqlite:///{register.path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_every_check_of_the_models_stands_in_the_file(register: Register) -> None:
    with closing(sqlite3.connect(register.path)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'").fetchall()
    made = "\n".join(sql for (sql,) in rows)
    for table in metadata.sorted_tables:
        for check in table.constraints:
            if isinstance(check, sa.CheckConstraint):
                assert f"CONSTRAINT {check.name} " in made


def test_a_backup_is_private_whole_and_one_of_a_few(register: Register) -> None:
    backups = [back_up(register.path, "0001") for _ in range(KEPT_BACKUPS + 2)]
    kept = sorted(register.path.parent.glob("*.bak"))
    assert len(kept) == KEPT_BACKUPS
    assert backups[-1] in kept
    with closing(sqlite3.connect(backups[-1])) as connection:
        assert connection.execute("SELECT count(*) FROM organisation").fetchone() == (1,)
    if sys.platform != "win32":
        assert stat.S_IMODE(backups[-1].stat().st_mode) == 0o600

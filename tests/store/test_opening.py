"""What may and may not be opened as a register."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ObjectiveDraft, OrganisationDraft
from edi_tui.services import lists, records
from edi_tui.services.register import Register, create_register, open_register
from edi_tui.store.engine import APPLICATION_ID, PAGE


def opened(path: Path) -> Register:
    return open_register(path, who="tester")


def refusal(path: Path) -> EdiError:
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(EdiError) as refused:
        opened(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert str(path) in str(refused.value)
    return refused.value


def test_a_missing_register_is_not_created_by_looking_for_it(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert refusal(path).exit_code == 10
    assert not path.exists()


def test_a_folder_is_not_a_register(tmp_path: Path) -> None:
    assert refusal(tmp_path).exit_code == 1


@pytest.mark.parametrize("content", [b"", b"Action,Lead\n", b"%PDF-1.7", b"tiny"])
def test_another_sort_of_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(content)
    assert refusal(path).exit_code == 1


def test_a_word_file_is_named_for_what_it_looks_like(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert "looks like a Word, Excel or zip file" in str(refusal(path))


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photo (id)")
    assert "another program" in str(refusal(path))


def test_a_newer_register_is_refused_with_its_own_exit_code(register: Register) -> None:
    with closing(sqlite3.connect(register.path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert refusal(register.path).exit_code == 12


@pytest.mark.parametrize("offset", [100, PAGE * 3, PAGE * 20])
def test_a_damaged_register_is_refused_with_its_own_exit_code(
    register: Register, offset: int
) -> None:
    content = bytearray(register.path.read_bytes())
    content[offset : offset + PAGE] = b"\xa5" * PAGE
    register.path.write_bytes(content)
    assert refusal(register.path).exit_code == 13


def test_a_truncated_register_is_refused(register: Register) -> None:
    register.path.write_bytes(register.path.read_bytes()[:5000])
    assert refusal(register.path).exit_code == 13


def test_a_new_register_is_private_and_marked_as_ours(tmp_path: Path) -> None:
    new = OrganisationDraft(name="Wessex Vale NHS Foundation Trust")
    register = create_register(tmp_path / "new.db", new, (), who="tester")
    with closing(sqlite3.connect(register.path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        tables = connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'alembic%'"
        ).fetchall()
    assert all("STRICT" in sql for (sql,) in tables)
    if sys.platform != "win32":
        assert stat.S_IMODE(register.path.stat().st_mode) == 0o600


def test_a_register_is_never_made_over_a_file(register: Register) -> None:
    before = register.path.read_bytes()
    with pytest.raises(EdiError, match="already"):
        create_register(register.path, OrganisationDraft(name="Other"), (), who="tester")
    assert register.path.read_bytes() == before


def test_a_register_that_cannot_be_written_is_read(register: Register) -> None:
    import dataclasses

    from edi_tui.store.engine import make_engine

    reader = dataclasses.replace(
        register, read_only=True, engine=make_engine(register.path, read_only=True)
    )
    assert lists.organisation_of(reader).name == "Wessex Vale NHS Foundation Trust"
    with pytest.raises(EdiError, match="can be read but not changed"):
        records.add(reader, ObjectiveDraft(title="X"))
    assert not lists.rows_of(reader, Kind.OBJECTIVE)


def test_opening_a_register_again_gives_up_no_lock_of_this_process(register: Register) -> None:
    # Systems but Windows drop every lock of a process once it closes the file a second time.
    with register.writing("add objective") as changes:
        opened(register.path)
        changes.add(ObjectiveDraft(title="Mixed panels"))
        other = "import sqlite3, sys; sqlite3.connect(sys.argv[1], 0).execute('BEGIN IMMEDIATE')"
        result = subprocess.run(
            [sys.executable, "-c", other, str(register.path)], capture_output=True, check=False
        )
    assert b"database is locked" in result.stderr

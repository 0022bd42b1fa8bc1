"""Bringing bundles back: all of it, once, whoever wrote the file."""

from __future__ import annotations

import dataclasses
import json
import tempfile
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edi_tui.domain.bundle import MANIFEST, VERSION
from edi_tui.domain.errors import (
    FileRefusedError,
    ReadOnlyError,
    RegisterError,
)
from edi_tui.domain.records import (
    EvidenceDraft,
    ObjectiveDraft,
    OrganisationDraft,
)
from edi_tui.domain.text import stored
from edi_tui.exports.bundle import write_bundle
from edi_tui.services import records
from edi_tui.services.closed_quarters import closings, verify
from edi_tui.services.evidence import attach, check
from edi_tui.services.lists import history_of
from edi_tui.services.register import Register, open_register
from edi_tui.store.schema import NEWEST
from tests.conftest import copy_of
from tests.imports.bundles import again, brought, contents_of, refused

KEPT = Path(__file__).parent / "kept"


def test_a_bundle_makes_the_same_register_where_there_is_none(
    full: Register, bundle: Path, tmp_path: Path
) -> None:
    target = tmp_path / "elsewhere" / "new.db"
    found = brought(bundle, target)
    assert (found.changed, found.files, found.remarks) == (True, 1, ())
    assert again(target, tmp_path) == bundle.read_bytes()
    copy = open_register(target, who="another")
    assert [one.state for one in check(copy)] == ["ok"]
    assert closings(copy) == closings(full)
    assert [one.problems for one in verify(copy)] == [()]
    assert history_of(copy) == history_of(full)


def test_a_second_time_nothing_changes_to_the_byte(bundle: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    brought(bundle, folder / "new.db")
    before = contents_of(folder)
    found = brought(bundle, folder / "new.db")
    assert (found.changed, found.rows, found.files) == (False, 0, 0)
    assert contents_of(folder) == before


def test_a_register_that_was_just_begun_is_filled(
    bundle: Path, begun: Register, tmp_path: Path
) -> None:
    assert brought(bundle, begun.path).changed
    assert again(begun.path, tmp_path) == bundle.read_bytes()


def test_a_register_that_has_gone_on_keeps_what_it_has(full: Register, bundle: Path) -> None:
    records.add(full, ObjectiveDraft(title="Since then"))
    assert not brought(bundle, full.path).changed
    assert records.get(full, "OBJ-002")


def test_lost_evidence_comes_back_with_what_is_there_already(full: Register, bundle: Path) -> None:
    (path,) = (file for file in full.files.folder.rglob("*") if file.is_file())
    path.chmod(0o600)
    path.unlink()
    found = brought(bundle, full.path)
    assert (found.changed, found.files) == (False, 1)
    assert [one.state for one in check(full)] == ["ok"]


def test_evidence_that_was_changed_here_is_not_written_over(full: Register, bundle: Path) -> None:
    (path,) = (file for file in full.files.folder.rglob("*") if file.is_file())
    path.chmod(0o600)
    path.write_text("Something else")
    with pytest.raises(FileRefusedError, match="no longer what was attached"):
        brought(bundle, full.path)
    assert path.read_text() == "Something else"


def test_evidence_that_is_gone_is_left_out_and_told(full: Register, tmp_path: Path) -> None:
    (path,) = (file for file in full.files.folder.rglob("*") if file.is_file())
    path.chmod(0o600)
    path.unlink()
    done = write_bundle(full, tmp_path / "archive.zip")
    assert [one.state for one in done.left_out] == ["missing"]
    found = brought(tmp_path / "archive.zip", tmp_path / "new.db")
    assert "1 evidence file was missing" in found.remarks[0]


def test_other_records_are_never_replaced(bundle: Path, begun: Register) -> None:
    records.add(begun, ObjectiveDraft(title="Mine"))
    before = contents_of(begun.path.parent)
    refused(bundle, begun.path)
    assert contents_of(begun.path.parent) == before


def test_an_organisation_that_was_edited_gives_way(
    bundle: Path, begun: Register, tmp_path: Path
) -> None:
    organisation = records.get(begun, "ORG-001")
    assert isinstance(organisation.draft, OrganisationDraft)
    said = dataclasses.replace(organisation.draft, name="As typed after init")
    records.edit(begun, "ORG-001", said, version=organisation.version)
    assert brought(bundle, begun.path).changed
    assert again(begun.path, tmp_path) == bundle.read_bytes()
    with begun.reading() as session:
        assert session.connection().exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    with pytest.raises(RegisterError, match="refused the change"), begun.writing("x") as changes:
        changes.session.connection().exec_driver_sql("DELETE FROM change")


def test_what_was_entered_and_taken_back_is_still_history(bundle: Path, begun: Register) -> None:
    item = records.get(begun, "FWK-001")
    records.withdraw(begun, "FWK-001", "Not ours", version=item.version)
    refused(bundle, begun.path)


def test_a_dry_run_looks_at_everything_and_stores_nothing(bundle: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "new.db"
    found = brought(bundle, target, dry_run=True)
    assert (found.changed, found.files) == (True, 1)
    assert contents_of(target.parent) == {}


def test_a_register_that_cannot_be_written_is_left(
    bundle: Path, begun: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edi_tui.store.opening.os.access", lambda *_: False)
    with pytest.raises(ReadOnlyError):
        brought(bundle, begun.path)


WORDS = st.text(min_size=1, max_size=60).map(stored).filter(str.strip)


@settings(max_examples=12)
@given(st.lists(st.tuples(WORDS, WORDS), max_size=4), st.binary(max_size=2000))
def test_whatever_a_register_says_comes_back(
    empty_register: Path, said: list[tuple[str, str]], proof: bytes
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        register = copy_of(empty_register, folder)
        for title, plan in said:
            records.add(register, ObjectiveDraft(title=title, done=plan))
        (folder / "proof.bin").write_bytes(proof)
        attach(register, EvidenceDraft(title="Proof"), folder / "proof.bin")
        write_bundle(register, folder / "first.zip")
        target = folder / "new" / "register.db"
        brought(folder / "first.zip", target)
        assert again(target, folder) == (folder / "first.zip").read_bytes()
        copy = open_register(target, who="another")
        for number, _ in enumerate(said, 1):
            ref = f"OBJ-{number:03d}"
            assert records.get(copy, ref).draft == records.get(register, ref).draft


def test_there_is_a_bundle_of_every_version() -> None:
    """When the version changes, keep one of the new sort; those that are there stay as they are."""
    found = sorted(file.name for file in KEPT.iterdir())
    assert found == [f"bundle-{number}.zip" for number in range(1, VERSION + 1)]


@pytest.mark.parametrize("file", sorted(KEPT.iterdir()), ids=lambda file: file.name)
def test_a_bundle_of_an_older_release_is_brought_to_the_newest_layout(
    file: Path, tmp_path: Path
) -> None:
    with ZipFile(file) as archive:
        assert json.loads(archive.read(MANIFEST))["edi_tui_bundle"]["layout"] < NEWEST
    target = tmp_path / "new.db"
    assert brought(file, target).remarks == ()
    register = open_register(target, who="another")
    objective = records.get(register, "OBJ-001").draft
    assert isinstance(objective, ObjectiveDraft)
    assert (objective.title, objective.frameworks) == ("Raise the share — “café” 👩🏽‍⚕️", ("HIA1",))
    assert records.get(register, "OBJ-002").withdrawn_reason == "Twice"
    assert [one.problems for one in verify(register)] == [()]
    assert [one.state for one in check(register)] == ["ok"]
    assert not brought(file, target).changed

"""Attaching evidence."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from edi_tui.domain.errors import DiskFullError, FileRefusedError, InvalidError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import EvidenceDraft
from edi_tui.domain.rows import EvidenceRow
from edi_tui.services import evidence
from edi_tui.services.lists import history_of, rows_of
from edi_tui.services.register import Register


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.txt"
    path.write_text("The board agreed.", encoding="utf-8")
    return path


def copy_of(register: Register) -> Path:
    (copy,) = (path for path in register.files.folder.rglob("*") if path.is_file())
    return copy


def test_the_same_file_is_kept_once_and_can_only_be_read(register: Register, minutes: Path) -> None:
    for title in ("Minutes", "Minutes again"):
        evidence.attach(register, EvidenceDraft(title=title), minutes)
    assert stat.S_IMODE(copy_of(register).stat().st_mode) & 0o222 == 0
    assert [item.state for item in evidence.check(register)] == ["ok", "ok"]


def test_a_file_whose_copy_has_changed_is_not_taken_for_kept(
    register: Register, minutes: Path
) -> None:
    evidence.attach(register, EvidenceDraft(), minutes)
    copy = copy_of(register)
    copy.chmod(0o600)
    copy.write_text("The board disagreed.", encoding="utf-8")
    with pytest.raises(FileRefusedError, match=r"minutes\.txt was attached before"):
        evidence.attach(register, EvidenceDraft(title="Again"), minutes)
    assert copy.read_text(encoding="utf-8") == "The board disagreed."
    assert len(rows_of(register, Kind.EVIDENCE)) == 1


def test_a_disk_that_is_not_full_is_not_called_full(register: Register, minutes: Path) -> None:
    register.files.folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(FileRefusedError, match="could not be copied") as caught:
        evidence.attach(register, EvidenceDraft(), minutes)
    assert not isinstance(caught.value, DiskFullError)


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_name_that_is_no_text_can_be_attached(register: Register, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"minutes \xff.txt")
    try:
        path.write_text("x", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    evidence.attach(register, EvidenceDraft(), path)
    assert history_of(register)[0].summary.startswith("attach minutes ")


def test_the_register_is_no_evidence_of_itself(register: Register) -> None:
    with pytest.raises(FileRefusedError, match="is the register itself"):
        evidence.attach(register, EvidenceDraft(), register.path)


@pytest.mark.parametrize(
    ("draft", "by"),
    [
        (EvidenceDraft(title="Minutes"), "tester"),
        (EvidenceDraft(title="Minutes", submitted_by="People team"), "People team"),
    ],
)
@pytest.mark.parametrize("note", ["", "A note in place of a file."])
def test_whoever_attaches_it_submitted_it(
    register: Register, minutes: Path, draft: EvidenceDraft, by: str, note: str
) -> None:
    evidence.attach(register, replace(draft, note=note), None if note else minutes)
    (row,) = rows_of(register, Kind.EVIDENCE)
    assert isinstance(row, EvidenceRow)
    assert row.submitted_by == by


def test_nobody_verifies_what_they_attached(register: Register) -> None:
    own = EvidenceDraft(
        title="Minutes", note="n", verified_by="The tester", verified_on=register.today
    )
    with pytest.raises(InvalidError, match="another office than the one that submitted it"):
        evidence.attach(register, own)

"""What is typed and not stored outlives the program that it was typed into."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.services.kept_drafts import KeptDraft, KeptDrafts

DRAFT = KeptDraft(
    Kind.OBJECTIVE,
    "New objective",
    begun={"title": ""},
    words={"title": "Raise [it]\nby 2028 \u202e"},
    at="2026-11-21T12:00:00+00:00",
    token="a1",
)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


def test_a_draft_is_left_when_the_program_that_kept_it_has_ended(
    tmp_path: Path, register: Path
) -> None:
    first, second = KeptDrafts(tmp_path, register), KeptDrafts(tmp_path, register)
    first.keep(DRAFT, first.turn())
    assert second.left() == []
    first.close()
    assert second.left() == [DRAFT]
    assert KeptDrafts(tmp_path, tmp_path / "other.db").left() == []


def test_a_draft_is_left_by_a_program_that_was_killed(tmp_path: Path, register: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from tests.services.test_kept_drafts import DRAFT\n"
        "from edi_tui.services.kept_drafts import KeptDrafts\n"
        "drafts = KeptDrafts(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "drafts.keep(DRAFT, drafts.turn())\n"
        "os.kill(os.getpid(), signal.SIGTERM if sys.platform == 'win32' else signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path), str(register)], check=False)
    assert KeptDrafts(tmp_path, register).left() == [DRAFT]


def test_only_its_owner_can_read_a_draft(tmp_path: Path, register: Path) -> None:
    drafts = KeptDrafts(tmp_path / "drafts", register)
    drafts.keep(DRAFT, drafts.turn())
    found = [path for path in (tmp_path / "drafts").rglob("*") if path.is_file()]
    assert {path.suffix for path in found} == {".json", ".lock"}
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in found} == {0o600}
    drafts.close()


def test_what_was_asked_for_last_stands_whatever_ends_first(tmp_path: Path, register: Path) -> None:
    drafts = KeptDrafts(tmp_path, register)
    early, late = drafts.turn(), drafts.turn()
    drafts.drop(DRAFT.token, late)
    drafts.keep(DRAFT, early)
    drafts.close()
    assert KeptDrafts(tmp_path, register).left() == []


def test_a_draft_that_goes_on_is_no_longer_that_of_the_program_before(
    tmp_path: Path, register: Path
) -> None:
    first, second = KeptDrafts(tmp_path, register), KeptDrafts(tmp_path, register)
    first.keep(DRAFT, first.turn())
    first.close()
    again = replace(DRAFT, words={"title": "More"})
    second.keep(again, second.turn())
    third = KeptDrafts(tmp_path, register)
    assert third.left() == []
    second.close()
    assert third.left() == [again]
    third.drop(DRAFT.token, third.turn())
    assert third.left() == []


def test_a_file_that_is_no_draft_is_left_alone(tmp_path: Path, register: Path) -> None:
    drafts = KeptDrafts(tmp_path, register)
    drafts.keep(DRAFT, drafts.turn())
    (kept,) = tmp_path.rglob("*.json")
    drafts.close()
    told = json.loads(kept.read_text(encoding="utf-8"))
    for number, other in enumerate(("", "[]", "{}", "{", json.dumps(told | {"schema": 2}))):
        kept.with_name(f"b{number}-x.json").write_text(other, encoding="utf-8")
    assert KeptDrafts(tmp_path, register).left() == [DRAFT]
    assert len(list(tmp_path.rglob("*.json"))) == 6

"""A folder is there whole or not at all, and takes nothing away that was not published."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from edi_tui.domain.errors import OutputExistsError
from edi_tui.exports.errors import ExportError
from edi_tui.exports.write_folder import SITE_LIST, write_folder

FILES = {"index.html": b"one", "objectives/OBJ-001.html": b"two"}


def told(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder, but for the list."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != SITE_LIST
    }


def test_a_folder_is_made_and_renewed(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", FILES)
    assert told(tmp_path / "site") == FILES
    write_folder(tmp_path / "site", {"index.html": b"three"})
    assert told(tmp_path / "site") == {"index.html": b"three"}
    assert list(tmp_path.glob(".edi-tui*")) == []


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write_folder(tmp_path / "site", FILES)
    assert told(tmp_path / "site") == FILES


def test_a_folder_of_somebody_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputExistsError, match=r"did not make notes\.txt"):
        write_folder(tmp_path, FILES)
    assert told(tmp_path) == {"notes.txt": b"mine"}


def test_a_file_that_was_put_into_a_published_folder_is_not_taken_away(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", FILES)
    (tmp_path / "site" / "objectives" / "mine.txt").write_text("mine")
    with pytest.raises(OutputExistsError, match=r"mine\.txt"):
        write_folder(tmp_path / "site", {"index.html": b"three"})
    assert told(tmp_path / "site") == FILES | {"objectives/mine.txt": b"mine"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(OutputExistsError, match="is a file"):
        write_folder(tmp_path / "site", FILES)


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="its folder does not exist"):
        write_folder(tmp_path / "no" / "site", FILES)


@pytest.mark.parametrize("number", range(1, 5))
def test_what_was_there_stays_where_anything_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    write_folder(tmp_path / "site", FILES)
    left = number

    def failing(real: Any) -> Any:
        def call(*args: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                raise OSError(28, "No space left on device")
            return real(*args)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing(os.fsync))
        patch.setattr(os, "rename", failing(os.rename))
        with pytest.raises(ExportError, match="disk is full"):
            write_folder(tmp_path / "site", {"index.html": b"three"})
    assert told(tmp_path / "site") == FILES
    assert list(tmp_path.glob(".edi-tui*")) == []


def test_what_a_computer_left_in_a_folder_stops_nothing(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", FILES)
    (tmp_path / "site" / "objectives" / "Thumbs.db").write_text("seen")
    write_folder(tmp_path / "site", FILES)
    assert told(tmp_path / "site") == FILES


def ended_between(monkeypatch: pytest.MonkeyPatch, why: BaseException, times: int) -> None:
    """Have moving fail so often, from the second time on."""
    real, fails = os.rename, iter([False, *[True] * times])

    def rename(source: Path, target: Path) -> None:
        if next(fails, False):
            raise why
        real(source, target)

    monkeypatch.setattr(os, "rename", rename)


def test_what_was_there_is_put_back_where_somebody_interrupts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "site", FILES)
    ended_between(monkeypatch, KeyboardInterrupt(), 1)
    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "site", {"index.html": b"three"})
    assert told(tmp_path / "site") == FILES
    assert list(tmp_path.glob(".edi-tui*")) == []


def test_what_was_there_is_named_where_nothing_can_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "site", FILES)
    ended_between(monkeypatch, PermissionError(13, "Permission denied"), 2)
    kept = tmp_path / ".edi-tui-site.old"
    with pytest.raises(ExportError, match=re.escape(f"lies in {kept}")):
        write_folder(tmp_path / "site", {"index.html": b"three"})
    assert told(kept) == FILES


def test_what_was_there_is_found_again_after_the_program_was_killed(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", FILES)
    killed = """
import os, signal, sys
from pathlib import Path
from edi_tui.exports.write_folder import write_folder
real = os.rename
def rename(source, target):
    real(source, target)
    os.kill(os.getpid(), signal.SIGKILL)
os.rename = rename
write_folder(Path(sys.argv[1]), {"index.html": b"three"})
"""
    subprocess.run([sys.executable, "-c", killed, str(tmp_path / "site")], check=False)
    assert not (tmp_path / "site").exists()
    with pytest.raises(ZeroDivisionError):
        write_folder(tmp_path / "site", FILES, before=lambda: print(1 / 0))
    assert told(tmp_path / "site") == FILES
    write_folder(tmp_path / "site", {"index.html": b"three"})
    assert told(tmp_path / "site") == {"index.html": b"three"}
    assert list(tmp_path.glob(".edi-tui*.old")) == []


def test_what_has_to_be_done_before_is_done_once_all_lies_ready(tmp_path: Path) -> None:
    seen: list[int] = []

    def before() -> None:
        (ready,) = tmp_path.glob(".edi-tui-*.part")
        seen.append(len(told(ready)))
        assert not (tmp_path / "site").exists()

    write_folder(tmp_path / "site", FILES, before=before)
    assert seen == [len(FILES)]

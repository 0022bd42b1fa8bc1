"""Writing a folder of files so that it is there whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from edi_tui.domain.errors import OutputExistsError
from edi_tui.exports.errors import ExportError
from edi_tui.exports.write import nothing, reason_of, settle

SITE_LIST = ".edi-tui-site"
"""The file by which a folder that `publish` made is known; it lists all others."""
_LITTER = ("Thumbs.db", "desktop.ini", ".DS_Store")
"""What computers put into folders that people look at."""


def write_folder(
    target: Path, files: Mapping[str, bytes], *, before: Callable[[], None] = nothing
) -> None:
    """Build a folder beside its place, then put it there, in the place of one made before.

    Args:
        target: Where it shall be.
        files: What shall be in it, by path.
        before: What is to be done once it lies ready; the folder is not put in its place if that
            fails.

    Raises:
        OutputExistsError: Something is there that `publish` did not make.
        ExportError: It cannot be written; what was there is as it was.
    """
    try:
        place = target.resolve()
        _recover(place)
        _refuse_strange(target, place)
        with _made_ready(place, {**files, SITE_LIST: _mark(files)}) as new:
            before()
            _exchange(place, new)
    except (OSError, RuntimeError) as error:
        raise ExportError(f"{target} was not written: {reason_of(error)}.") from error


def _mark(files: Iterable[str]) -> bytes:
    return (json.dumps({"kind": "site", "files": sorted(files)}, indent=2) + "\n").encode()


def _refuse_strange(target: Path, place: Path) -> None:
    """Refuse a place where anything lies that was not published."""
    if not place.exists():
        return
    if not place.is_dir():
        raise OutputExistsError(f"{target} is a file, and was left as it is. Choose a folder.")
    known = {*_listed(place), SITE_LIST}
    lying = (
        path
        for path in place.rglob("*")
        if (path.is_symlink() or not path.is_dir()) and path.name not in _LITTER
    )
    strange = next(
        (path for path in lying if path.relative_to(place).as_posix() not in known), None
    )
    if strange:
        raise OutputExistsError(
            f"{target} was left as it is: publish did not make {strange.name} in it, and would "
            "take it away. Choose another folder, or a new name."
        )


def _listed(place: Path) -> list[str]:
    """Return the files that were published in a folder; none where it was not published."""
    try:
        found = json.loads((place / SITE_LIST).read_bytes())
        return [name for name in found["files"] if isinstance(name, str)]
    except (OSError, ValueError, KeyError, TypeError):
        return []


@contextlib.contextmanager
def _made_ready(place: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Build a folder beside its place, and take away what is left of it in the end."""
    new = place.with_name(f".edi-tui-{secrets.token_hex(6)}.part")
    try:
        new.mkdir()
        for name, data in files.items():
            _write(new / name, data)
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _old(place: Path) -> Path:
    """Return where a folder lies while another takes its place.

    It has one name, by which it is found again, and of two programs only one can take it.
    """
    return place.with_name(f".edi-tui-{place.name}.old")


def _recover(place: Path) -> None:
    """Put a folder back that a program which was ended in the middle has left without a place."""
    old = _old(place)
    if old.exists() and not place.exists():
        os.rename(old, place)


def _exchange(place: Path, new: Path) -> None:
    """Put a folder in the place of another, which is put back where anything stops it."""
    old = _old(place)
    try:
        if place.exists():
            shutil.rmtree(old, ignore_errors=True)
            os.rename(place, old)
        os.rename(new, place)
    except BaseException as error:
        if old.exists() and not place.exists():
            _put_back(old, place, error)
        raise
    finally:
        # What was there before is let go only where something stands in its place.
        if place.exists():
            shutil.rmtree(old, ignore_errors=True)
    settle(place.parent)
    if old.exists():
        raise ExportError(
            f"{place} is new, but what was in it before still lies in {old}, where it can be read. "
            "Delete that folder."
        )


def _put_back(old: Path, place: Path, why: BaseException) -> None:
    try:
        os.rename(old, place)
    except OSError as error:
        raise ExportError(
            f"{place} was not renewed, and could not be put back: {reason_of(error)}. What was in "
            f"it lies in {old}; rename that folder."
        ) from why


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())

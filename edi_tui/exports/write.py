"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from edi_tui.domain.errors import OutputExistsError
from edi_tui.exports.errors import ExportError
from edi_tui.services.register import Register

_REASONS = {
    errno.ENOENT: "its folder does not exist; make the folder first, or choose another",
    errno.ENOTDIR: "part of its path is a file, not a folder; choose another place",
    errno.EACCES: "you may not write there; choose a folder of your own",
    errno.EPERM: "you may not write there; choose a folder of your own",
    errno.EROFS: "that disk can only be read; choose another place",
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EFBIG: "that disk takes no file so large; choose another place",
    errno.EDQUOT: "your share of the disk is used up; make room and try again",
    errno.ENAMETOOLONG: "its name is too long; choose a shorter one",
}


def nothing() -> None:
    """Do nothing: what mostly has to be done before a file is put in its place."""


def refuse_register(register: Register, target: Path) -> None:
    """Refuse to write a file, or a folder, in the place of the register.

    Raises:
        OutputExistsError: It is the register's own file.
    """
    if register.lies_at(target):
        raise OutputExistsError(f"{target} is the register itself. Choose another name.")


def write_atomic(
    target: Path, data: bytes, *, force: bool = False, before: Callable[[], None] = nothing
) -> None:
    """Write a file beside its place, then move it there in one step, as `writing` does.

    Args:
        target: Where it shall be.
        data: What shall be in it.
        force: Whether a file that is there may be replaced.
        before: What is to be done once it lies ready; the file is not put in its place if that
            fails.
    """
    with writing(target, force=force) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        before()


@contextlib.contextmanager
def writing(target: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """Let a file be written beside its place, and move it there once it is whole.

    Args:
        target: Where it shall be. A link to a file stays a link.
        force: Whether a file that is there may be replaced.

    Raises:
        OutputExistsError: A file is there, and `force` is not given.
        ExportError: It cannot be written; what was there is as it was.
    """
    try:
        place = target.resolve()
        _check(target, place, force)
        with _replacing(place) as file:
            yield file
    except (OSError, RuntimeError) as error:
        raise ExportError(f"{target} was not written: {reason_of(error)}.") from error


def _check(target: Path, place: Path, force: bool) -> None:
    if place.is_dir():
        raise ExportError(f"{target} is a folder. Give the name of a file in it.")
    if place.exists() and not place.is_file():
        raise ExportError(f"{target} is not an ordinary file. Choose another place.")
    if place.exists() and not force:
        raise OutputExistsError(
            f"{target} is there already and was left as it is. Choose another name, or use "
            "--force to replace it."
        )


@contextlib.contextmanager
def _replacing(place: Path) -> Iterator[BinaryIO]:
    scratch = place.with_name(f".edi-tui-{secrets.token_hex(6)}.part")
    try:
        # Made by hand, not by tempfile, so that the user's umask decides who may read it.
        with scratch.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(scratch, place)
    finally:
        scratch.unlink(missing_ok=True)
    settle(place.parent)


def settle(folder: Path) -> None:
    """Have the disk remember the new name as well."""
    if os.name == "nt":
        return
    # Some network drives cannot do this for a folder; the file itself is safe by now.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def reason_of(error: OSError | RuntimeError) -> str:
    """Return why something could not be written, in words."""
    if isinstance(error, OSError) and error.errno is not None:
        return _REASONS.get(error.errno, error.strerror or "the disk reported an error")
    return "its path is a link to itself"

"""Evidence files, kept beside the register under the hash of their content."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from edi_tui.domain.errors import DiskFullError, FileRefusedError
from edi_tui.domain.text import stored

LARGEST = 200 * 1024 * 1024
"""Largest file that is taken in, in bytes."""
_BLOCK = 1024 * 1024
_UNFINISHED = "copying-"
"""What the name of a copy begins with that is being made."""
_OWN = re.compile(rf"[0-9a-f]{{64}}|{_UNFINISHED}\w+")
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the evidence store."""

    name: str
    """As it was called where it came from."""
    sha256: str
    size: int
    """In bytes."""


class EvidenceFiles:
    """The folder of evidence files of one register."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not exist yet."""
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """Return where a file of this content lies."""
        return self.folder / sha256[:2] / sha256[2:]

    def keep(self, source: Path) -> Kept:
        """Copy a file in; one that is there already is not copied again.

        Raises:
            FileRefusedError: It is not a readable, ordinary file of a sensible size, it could
                not be copied, or its earlier copy is no longer what it was.
            DiskFullError: The disk has no room for the copy.
        """
        with _opened(source) as file:
            return self.take(file, stored(source.name), str(source))

    def take(self, file: IO[bytes], name: str, source: str) -> Kept:
        """Copy what is read from an open file in.

        Args:
            file: The open file.
            name: What it is called.
            source: Where it comes from, for a refusal.

        Raises:
            FileRefusedError: It could not be copied, or its earlier copy is no longer what it was.
            DiskFullError: The disk has no room for the copy.
        """
        try:
            return self._copy(file, name)
        except OSError as error:
            kind = DiskFullError if error.errno in _FULL else FileRefusedError
            raise kind(
                f"{source} could not be copied to {self.folder}: {error.strerror}. Nothing "
                "was attached."
            ) from error

    def _copy(self, file: IO[bytes], name: str) -> Kept:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        digest, size = hashlib.sha256(), 0
        handle, scratch = tempfile.mkstemp(dir=self.folder, prefix=_UNFINISHED)
        try:
            with os.fdopen(handle, "wb") as copy:
                while block := file.read(_BLOCK):
                    digest.update(block)
                    size += copy.write(block)
                copy.flush()
                os.fsync(copy.fileno())
            self._place(Path(scratch), digest.hexdigest(), name)
        finally:
            Path(scratch).unlink(missing_ok=True)
        return Kept(name, digest.hexdigest(), size)

    def _place(self, scratch: Path, sha256: str, name: str) -> None:
        """Move a copy to its place, unless the same is there."""
        target, state = self.path_of(sha256), self.check(sha256)
        if state == "changed":
            raise FileRefusedError(
                f"{name} was attached before, but that copy is no longer what was attached. Move "
                f"{target} out of the evidence store, then attach it again."
            )
        if state == "missing":
            target.parent.mkdir(exist_ok=True, mode=0o700)
            os.replace(scratch, target)
            # Only now: Windows deletes no scratch file that can only be read.
            target.chmod(0o400)

    def drop(self, sha256: str) -> None:
        """Take a file out again that nothing refers to; nothing where it is not there."""
        path = self.path_of(sha256)
        if path.is_file():
            path.chmod(0o600)
            path.unlink()

    def lying(self) -> Iterator[tuple[str, Path]]:
        """Yield what was ever put here: what its place says it holds, and where it is.

        A copy that was never finished says something that is no hash.
        """
        for path in sorted(self.folder.rglob("*")):
            said = "".join(path.relative_to(self.folder).parts)
            if _OWN.fullmatch(said) and path.is_file():
                yield said, path

    def check(self, sha256: str) -> str:
        """Return `ok`, `missing` or `changed` for the file of this content."""
        path = self.path_of(sha256)
        if not path.is_file():
            return "missing"
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
        return "ok" if digest.hexdigest() == sha256 else "changed"


def _opened(source: Path) -> BinaryIO:
    # The opened file is examined, not its name, so that nothing can be swapped in between;
    # a pipe must not block.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(source, flags)
    except OSError as error:
        raise FileRefusedError(f"{source} cannot be read: {error.strerror}.") from error
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        os.close(handle)
        raise FileRefusedError(f"{source} is not an ordinary file, so it cannot be attached.")
    if about.st_size > LARGEST:
        os.close(handle)
        raise FileRefusedError(
            f"{source} is larger than {LARGEST // _BLOCK} MB. Attach a smaller file or a link."
        )
    return os.fdopen(handle, "rb")

"""The files of a folder, as they are offered to choose from."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from edi_tui.domain.text import folded

_LAST = re.compile(r"[^/\\]*\Z" if os.sep == "\\" else r"[^/]*\Z")
_WHOLE = re.compile(r"/|~(?:[/\\]|\Z)|[A-Za-z]:[/\\]|\\\\")
"""How a path begins at a root, a home, a drive or a share."""
_ANEW = re.compile(
    r".*[^/\\][/\\](?=[/\\]|~[/\\]|[A-Za-z]:[/\\])" if os.sep == "\\" else r".*/(?=/|~/)"
)
"""All before a path that begins anew, as in other programs: after `//`, or `/~/`."""
_DOUBLED = re.compile(r"(?<=[^/])/{2,}")
MOST = 2000
"""More files than this of a folder are not listed; a typed name still finds them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file or folder."""

    name: str
    is_folder: bool
    size: int = 0
    """In bytes."""
    changed: date | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """A path as far as it is typed: the folder, and the beginning of a name in it."""

    folder: str
    name: str

    @property
    def path(self) -> Path:
        """The folder.

        Raises:
            RuntimeError: It begins with the home of somebody who has none.
        """
        return Path(self.folder or ".").expanduser()


def typed_path(text: str) -> Typed:
    """Split what is typed into a folder and the beginning of a name.

    Where a path begins anew, what stands before it does not count.
    """
    bare = _ANEW.sub("", bare_path(text), count=1)
    name = _LAST.search(bare)
    at = name.start() if name else len(bare)
    return Typed(bare[:at], bare[at:])


def bare_path(text: str) -> str:
    """Return a path without the quotes that copying it puts around it."""
    return text.strip().strip("\"'")


def copied_path(text: str) -> str:
    """Return a path that was copied: two slashes in it are one, and no new beginning."""
    return _DOUBLED.sub("/", bare_path(text))


def is_whole_path(text: str) -> bool:
    """Tell whether a path says where it begins, so that it needs no folder before it."""
    return _WHOLE.match(bare_path(text)) is not None


def entries_of(folder: Path) -> list[Entry]:
    """Return what is in a folder, folders first, each in the order of their names.

    Raises:
        OSError: It cannot be read.
    """
    with os.scandir(folder) as found:
        listed = [_entry(one) for one, _ in zip(found, range(MOST), strict=False)]
    return sorted(listed, key=lambda one: (not one.is_folder, one.name.casefold()))


def matching(entries: Sequence[Entry], begun: str) -> list[Entry]:
    """Return the entries that a name may mean as far as it is typed, hidden ones only by a dot."""
    wanted = folded(begun)
    shown = [one for one in entries if begun.startswith(".") or not one.name.startswith(".")]
    return [one for one in shown if wanted in folded(one.name)]


def _entry(one: os.DirEntry[str]) -> Entry:
    try:
        about = one.stat()
        return Entry(one.name, one.is_dir(), about.st_size, date.fromtimestamp(about.st_mtime))
    except (OSError, ValueError, OverflowError):  # gone since, or a date that no calendar has
        return Entry(one.name, is_folder=False)

"""The folder that a file was chosen from last, remembered between runs."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_FILE = "folder.txt"


def remember_folder(folder: Path, state: Path | None) -> None:
    """Keep a folder for the next time; where it cannot be written nothing is remembered.

    Args:
        folder: The folder.
        state: Where the program keeps what it remembers.
    """
    if state is not None:
        with suppress(OSError):
            state.mkdir(parents=True, exist_ok=True)
            (state / _FILE).write_text(str(folder), encoding="utf-8")


def last_folder(state: Path | None) -> Path:
    """Return the folder that was kept, or the person's home where it is gone or none was."""
    if state is not None:
        with suppress(OSError, ValueError):
            folder = Path((state / _FILE).read_text(encoding="utf-8"))
            if folder.is_dir():
                return folder
    return Path.home()

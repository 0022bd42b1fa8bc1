"""What an error that nobody foresaw leaves behind: where it arose, and no word of any record."""

from __future__ import annotations

import os
import platform
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

DRAFTS = "drafts"
"""The folder, among what is remembered, of what was typed and not stored yet."""


def report(error: BaseException, refs: Sequence[str]) -> str:
    """Return what a maintainer needs: the kinds of the errors and the lines they passed through.

    Their messages are left out, since they may quote what people wrote.

    Args:
        error: The error.
        refs: The references of the records that were being looked at.
    """
    from edi_tui import __version__

    about = f"edi-tui {__version__}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join([about, f"Records: {', '.join(refs) or 'none'}", *_chain(error), ""])


def _chain(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _chain(before)
    yield ""
    yield type(error).__qualname__
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"


def leave(text: str, state: Path) -> Path:
    """Write a report beside what the program remembers, for this person's eyes alone.

    Args:
        text: The report.
        state: The folder.

    Returns:
        The file.

    Raises:
        OSError: It cannot be written.
    """
    state.mkdir(parents=True, exist_ok=True)
    path = state / f"error-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.log"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    return path


def farewell(error: BaseException, refs: Sequence[str], state: Path | None) -> str:
    """Keep a report and return what the person is told.

    Args:
        error: The error.
        refs: The references of the records that were being looked at.
        state: The folder for reports; without one the report itself is returned too.
    """
    told = (
        f"edi-tui stopped because of a fault in it ({type(error).__name__}). "
        "What was stored in the register is safe."
    )
    if state is not None and any((state / DRAFTS).rglob("*.json")):
        told += f"\nWhat you had typed is kept in {state / DRAFTS} and offered at the next start."
    text = report(error, refs)
    if state is not None:
        with suppress(OSError):  # a full disk or a closed folder: the report is shown instead
            path = leave(text, state)
            return f"{told}\nPlease send {path} with your report; it holds no words of records.\n"
    return f"{told}\n\n{text}"

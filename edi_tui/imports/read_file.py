"""The one door for files: bytes in, a grid of cells out."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path, PurePath

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.text import stored
from edi_tui.imports.gate import MAX_FILE, Kind, kind_of, too_large
from edi_tui.imports.grid import Grid, Table
from edi_tui.imports.read_csv import read_csv
from edi_tui.imports.read_sheet import read_sheet
from edi_tui.imports.read_word import read_word

_SUFFIXES = {
    **dict.fromkeys((".csv", ".tsv", ".txt", ".tab"), Kind.TEXT),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), Kind.WORKBOOK),
    **dict.fromkeys((".ods", ".ots"), Kind.OPEN_SHEET),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), Kind.WORD),
    **dict.fromkeys((".xls", ".xlsb", ".doc", ".odt", ".pdf"), None),
}


def is_strange(file: str) -> bool:
    """Tell whether a file's name ends as that of no file with tables does."""
    suffix = PurePath(file).suffix.lower()
    return bool(suffix) and suffix not in _SUFFIXES


def read_file(
    source: Path | bytes,
    *,
    name: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Grid:
    """Read the tables of a CSV, Excel, OpenDocument or Word file.

    What the file is, its content decides; a name that says otherwise gets a notice.

    Args:
        source: Where the file lies, or what it holds.
        name: What to call it, where that is not the path's last part.
        encoding: Of a text file, where it is not to be found out.
        delimiter: Of a text file: one character, or `tab`.

    Raises:
        FileRefusedError: The file is not there, is of a kind that cannot be read, or is not safe.
    """
    file = _file_name(source, name)
    data = source if isinstance(source, bytes) else _content(source, file)
    if not data:
        raise FileRefusedError(f"{file} is empty: choose a file that holds a plan.")
    if len(data) > MAX_FILE:
        raise too_large(data, file)
    kind = kind_of(data, file)
    tables, notices = _read(kind, data, file, encoding, delimiter)
    return Grid(file, hashlib.sha256(data).hexdigest(), tables, (*_kind_note(kind, file), *notices))


def _file_name(source: Path | bytes, name: str | None) -> str:
    if name is None and isinstance(source, bytes):
        return "standard input"
    given = str(source) if name is None else name
    return stored(PurePath(given).name or given)


def _content(path: Path, file: str) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileRefusedError(f"{file} is a folder: name the file in it that holds the plan.")
        if not stat.S_ISREG(mode):
            raise FileRefusedError(f"{file} is not a file but a device or a pipe: save it first.")
        with path.open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        raise _unreachable(path, file, error) from error


def _unreachable(path: Path, file: str, error: OSError | ValueError) -> FileRefusedError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileRefusedError(f"There is no file {path}: check its name and its folder.")
    if isinstance(error, PermissionError):
        return FileRefusedError(f"You may not read {file}: ask for access, or copy it elsewhere.")
    return FileRefusedError(f"{file} could not be read: check the disk, or copy it elsewhere.")


def _read(
    kind: Kind, data: bytes, file: str, encoding: str | None, delimiter: str | None
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    if kind is Kind.TEXT:
        return read_csv(data, file, encoding=encoding, delimiter=delimiter)
    if kind is Kind.WORD:
        return read_word(data, file)
    return read_sheet(data, file)


def _kind_note(kind: Kind, file: str) -> tuple[Finding, ...]:
    suffix = PurePath(file).suffix.lower()
    if _SUFFIXES.get(suffix, kind) is kind:
        return ()
    return (
        Finding(
            rule="file-kind",
            level=FindingLevel.NOTE,
            message=f"The name ends in {suffix}, but this is {kind} and was read as one.",
            where="file",
            value=file,
        ),
    )

"""The reader of Excel workbooks and OpenDocument spreadsheets."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.imports.cells import TextCells
from edi_tui.imports.gate import ARCHIVE_FAULTS, MAX_CELLS, damaged, too_many_cells
from edi_tui.imports.grid import Cell, Row, Table
from edi_tui.imports.sheet_extent import cells_spanned

TIME_LIMIT = 30.0
"""Seconds that reading one file may take."""

_CHILD = Path(__file__).with_name("sheet_child.py")
_OUR_MISTAKE = 1


def read_sheet(
    data: bytes, file: str, *, time_limit: float = TIME_LIMIT
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """Return the visible sheets of a workbook, and a notice that names the hidden ones.

    A merged cell has its value once, at its top left. Dates that are typed as such are read
    by the workbook's own calendar, 1900 or 1904, and lose the time of day.

    Args:
        data: The workbook, past the gate.
        file: Its name, for messages.
        time_limit: Seconds that reading may take.

    Raises:
        FileRefusedError: The workbook is damaged, or takes too much room or time.
    """
    try:
        cells = cells_spanned(data)
    except ARCHIVE_FAULTS as error:
        raise damaged(file) from error
    if cells > MAX_CELLS:
        raise too_many_cells(file)
    return _understood(_child_output(data, file, time_limit))


def _child_output(data: bytes, file: str, time_limit: float) -> bytes:
    command = [sys.executable, "-P", str(_CHILD)]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=time_limit)
    except subprocess.TimeoutExpired as error:
        raise FileRefusedError(
            f"{file} took longer than {time_limit:g} seconds to read, so reading was stopped: "
            "copy its table into a new file."
        ) from error
    failure = subprocess.CalledProcessError(child.returncode, command, stderr=child.stderr)
    if child.returncode == _OUR_MISTAKE:
        raise failure
    if child.returncode:
        raise FileRefusedError(
            f"{file} is damaged, protected or takes too much memory, so it could not be read: "
            "open it in Excel and save it again without a password, or copy its table into a "
            "new file."
        ) from failure
    return child.stdout


def _understood(output: bytes) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    sheets: list[tuple[str, list[Row]]] = []
    hidden: list[str] = []
    cells = TextCells()
    for line in BytesIO(output):
        said: dict[str, str] | list[str | dict[str, str]] = json.loads(line)
        if isinstance(said, list):
            rows = sheets[-1][1]
            row = tuple(cells[one] if isinstance(one, str) else _dated(one) for one in said)
            rows.append(Row(len(rows) + 1, row))
        elif "hidden" in said:
            hidden.append(said["hidden"])
        else:
            sheets.append((said["sheet"], []))
    tables = tuple(Table(f"sheet {name}", tuple(rows)) for name, rows in sheets)
    return tables, _hidden_note(hidden)


def _dated(said: dict[str, str]) -> Cell:
    return Cell(said["on"], date.fromisoformat(said["on"]))


def _hidden_note(names: list[str]) -> tuple[Finding, ...]:
    if not names:
        return ()
    quoted = ", ".join(f"“{name}”" for name in names)
    return (
        Finding(
            rule="sheet-hidden",
            level=FindingLevel.NOTE,
            message=f"Hidden sheets were left out: {quoted}. Unhide them and import the file "
            "again if they belong to the plan.",
            value=", ".join(names),
        ),
    )

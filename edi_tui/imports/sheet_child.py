"""The child process that reads a workbook, since the reader can take its process down.

It runs by its path, so that neither the folder it is started in nor the rest of the package
is imported. A workbook comes in on standard input; standard output gets a line of JSON for
each thing: `{"sheet": NAME}`, then a list of cells for each of its rows from the first one
of the sheet, and `{"hidden": NAME}` for a sheet left out. A cell is its text, or
`{"on": DAY}`.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from python_calamine import CalamineWorkbook

    Value = int | float | str | bool | time | date | datetime | timedelta

UNREADABLE = 3
"""Exit code for a workbook that cannot be read or takes too much; 1 would be a mistake of ours."""
MAX_MEMORY = 1 << 30
MAX_CHARACTERS = 50_000_000

_EXACT = 2**53
_ERROR_CELL = re.compile(rb"""(<(?:\w+:)?c\s[^<>]*?\bt=)["']e["']""")


def main() -> int:
    """Write the sheets of the workbook on standard input to standard output."""
    from python_calamine import CalamineWorkbook

    _limit_memory()
    source = sys.stdin.buffer.read()
    try:
        _write(CalamineWorkbook.from_filelike(_unpacked(source)))
    except BaseException as error:  # its panics are no Exception
        print(repr(error), file=sys.stderr)
        return UNREADABLE
    return 0


def _limit_memory() -> None:
    if sys.platform != "linux":
        return
    import resource

    for limited, most in ((resource.RLIMIT_AS, MAX_MEMORY), (resource.RLIMIT_CORE, 0)):
        _, ceiling = resource.getrlimit(limited)
        resource.setrlimit(limited, (most, ceiling) if ceiling < 0 else (min(most, ceiling),) * 2)


def _unpacked(source: bytes) -> BytesIO:
    """Return the archive without compression.

    `ZipFile` stops at the sizes that were checked, which the reader's own unpacking does not.
    """
    target = BytesIO()
    with ZipFile(BytesIO(source)) as packed, ZipFile(target, "w") as archive:
        for name in packed.namelist():
            archive.writestr(name, _mended(packed.read(name)))
    target.seek(0)
    return target


def _mended(part: bytes) -> bytes:
    """Return the XML with what the reader would drop made into text: errors, line breaks, tabs."""
    if b"<sheetData" in part and re.search(rb"""t=["']e["']""", part):
        return _ERROR_CELL.sub(rb'\1"str"', part)
    return part.replace(b"<text:line-break/>", b"\n").replace(b"<text:tab/>", b" ")


def _write(workbook: CalamineWorkbook) -> None:
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    characters = 0
    for thing in _things(workbook):
        line = encode(thing)
        characters += len(line)
        if characters > MAX_CHARACTERS:
            raise MemoryError
        sys.stdout.buffer.write(line.encode() + b"\n")


def _things(workbook: CalamineWorkbook) -> Iterator[dict[str, str] | list[str | dict[str, str]]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for position, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible != SheetVisibleEnum.Visible:
            yield {"hidden": sheet.name}
            continue
        yield {"sheet": sheet.name}
        content = workbook.get_sheet_by_index(position)
        before = [""] * (content.start or (0, 0))[1]
        for row in content.iter_rows():  # from row 1, but not from column A
            yield [*before, *map(_cell, row)]


def _cell(value: Value) -> str | dict[str, str]:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return {"on": value.date().isoformat()}
    if isinstance(value, date):
        return {"on": value.isoformat()}
    if isinstance(value, float):
        return repr(int(value)) if abs(value) < _EXACT and value.is_integer() else repr(value)
    return str(value)


if __name__ == "__main__":
    raise SystemExit(main())

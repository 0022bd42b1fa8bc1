"""The reader of CSV and other delimited text."""

from __future__ import annotations

import codecs
import csv
import re
from io import StringIO

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.formulas import unguarded
from edi_tui.imports.cells import TextCells
from edi_tui.imports.gate import MAX_CELLS, too_many_cells
from edi_tui.imports.grid import Row, Table

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BOM = "\ufeff"
_DELIMITERS = ",;\t|"
_SPELLED = {"tab": "\t", "\\t": "\t"}
_SAID = re.compile(r'"?sep=([^\w\s"]|\t)"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_HEAD = 65_536
_FALLBACK_NOTE = Finding(
    rule="file-encoding",
    level=FindingLevel.NOTE,
    message="The file is not UTF-8 and was read as Windows-1252. If letters look wrong, "
    "import it again with --encoding and the name of its encoding.",
    where="file",
)


def read_csv(
    data: bytes, file: str, *, encoding: str | None = None, delimiter: str | None = None
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """Return the one table of a delimited text file, and what had to be decided.

    A byte order mark goes before UTF-8, and that before Windows-1252. The delimiter is the
    one given, or named by a first line such as `sep=;`, or found on the line of headings.

    Raises:
        FileRefusedError: The bytes are not text, or the quotation marks do not match up.
    """
    text, notices = _decoded(data, file, encoding)
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    chosen = _given(delimiter, file) or (said[1] if said else _sniffed(text))
    return (Table("file", _rows(text, chosen, file)),), notices


def _decoded(data: bytes, file: str, encoding: str | None) -> tuple[str, tuple[Finding, ...]]:
    named = encoding or next((name for bom, name in _BOMS if data.startswith(bom)), None)
    if named is None and b"\x00" in data:
        raise _not_text(file)
    fallback = named is None and not _is_utf8(data)
    text = _strictly(data, "cp1252" if fallback else named or "utf-8", file)
    if "\x00" in text:
        raise _not_text(file)
    return text.removeprefix(_BOM), (_FALLBACK_NOTE,) if fallback else ()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileRefusedError(
            f"{file} is not text in {encoding}: the byte {data[error.start]:#04x} at position "
            f"{error.start + 1} (line {line}) means nothing there. Save the file as CSV UTF-8, "
            "or name its encoding with --encoding."
        ) from error
    except (LookupError, ValueError) as error:
        raise FileRefusedError(
            f"{file} was not read, because no encoding is called {encoding}: "
            "try --encoding utf-8 or --encoding cp1252."
        ) from error


def _not_text(file: str) -> FileRefusedError:
    return FileRefusedError(
        f"{file} is not a plan that can be read, for it holds bytes that no text has: "
        "save the plan as .docx, .xlsx, .ods or .csv and import that."
    )


def _given(delimiter: str | None, file: str) -> str | None:
    if delimiter is None:
        return None
    character = _SPELLED.get(delimiter.lower(), delimiter)
    if len(character) != 1 or character in '"\r\n\x00 ':
        raise FileRefusedError(
            f"{file} was not read, because {delimiter!r} cannot be a delimiter: "
            "give one character such as ; or the word tab."
        )
    return character


def _sniffed(text: str) -> str:
    lines = _QUOTED.sub("", text[:_HEAD]).splitlines()
    spread = {each: sum(each in line for line in lines) for each in _DELIMITERS}
    # What stands in a cell or two is no delimiter where another parts most of the lines.
    usual = [each for each in _DELIMITERS if 2 * spread[each] > max(spread.values())]
    for enough in (2, 1):  # a title above the headings may hold a comma of its own
        for line in lines:
            likeliest = max(usual, key=line.count, default=",")
            if line.count(likeliest) >= enough:
                return likeliest
    return ","


def _rows(text: str, delimiter: str, file: str) -> tuple[Row, ...]:
    rows: list[Row] = []
    cells = TextCells()
    count = 0
    try:
        for record in csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(Row(len(rows) + 1, tuple(cells[unguarded(value)] for value in record)))
            count += max(len(record), 1)
            if count > MAX_CELLS:
                raise too_many_cells(file)
    except csv.Error as error:
        raise FileRefusedError(
            f"{file}, row {len(rows) + 1}: the quotation marks do not match up, or a cell is "
            f"longer than {csv.field_size_limit():,} characters. Close the quotation mark that "
            "opens in this row, and double those inside a cell."
        ) from error
    return tuple(rows)

"""Whether two files of a paper are the same but for how they are packed, or in their words."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from zipfile import ZipFile

from edi_tui.exports.file_words import words_in
from edi_tui.exports.read_manifest import FAULTS


def alike(paper: bytes, others: Sequence[bytes], file_format: str) -> bool | None:
    """Tell whether a file says the same as another in words; None where that cannot be read."""
    words = [words_in(other, file_format) for other in others]
    return None if None in words else words_in(paper, file_format) in words


def same_parts(paper: bytes, again: bytes) -> bool:
    """Tell whether two archives have the same parts, which releases of zlib pack otherwise."""
    if not again.startswith(b"PK"):
        return False
    try:
        with ZipFile(BytesIO(paper)) as one, ZipFile(BytesIO(again)) as other:
            return _directory(one) == _directory(other) and all(
                one.read(part) == other.read(part) for part in other.namelist()
            )
    except FAULTS:
        return False


def _directory(archive: ZipFile) -> list[tuple[object, ...]]:
    parts = archive.infolist()
    return [(part.filename, part.date_time, part.file_size, part.CRC) for part in parts]


def may_be_alike(paper: bytes, again: bytes, names: Sequence[str]) -> bool:
    """Tell whether two tables in CSV say the same in some columns, or one cannot be read.

    Args:
        paper: A table.
        again: Another.
        names: The headings of the columns.
    """
    try:
        one, other = (
            [[row.get(name) for name in names] for row in csv.DictReader(StringIO(data.decode()))]
            for data in (paper, again)
        )
    except (csv.Error, UnicodeDecodeError):
        return True
    return one == other

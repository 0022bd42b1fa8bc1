"""The reader of plain text in which a statement stands."""

from __future__ import annotations

import codecs

from edi_tui.domain.errors import FileRefusedError

_LONGEST = 1_000_000
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NOT_PLAIN = (b"pk\x03\x04", b"%pdf", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"<!doctype", b"<html")
"""How other kinds of file begin, in lower case."""


def read_statement(data: bytes, file: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 with its mark, or Windows-1252.

    Raises:
        FileRefusedError: It is not plain text, or far longer than a statement.
    """
    if len(data) > _LONGEST:
        raise FileRefusedError(f"{file} is larger than 1 MB: choose a file with one statement.")
    text = None if data[:16].lower().startswith(_NOT_PLAIN) else _decoded(data)
    if text is None or "\x00" in text:
        raise FileRefusedError(
            f"{file} is not plain text: copy the words of the statement into a .txt file, or "
            "name - in place of the file and paste them."
        )
    return text


def _decoded(data: bytes) -> str | None:
    encodings = ("utf-16",) if data.startswith(_UTF_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None

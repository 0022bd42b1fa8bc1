"""The manifest of a paper, read out of the file that carries it."""

from __future__ import annotations

import html
import json
import re
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from edi_tui.exports.manifest import MARK, Manifest, manifest_in

_LONGEST = 1_000_000
"""Most bytes that are read of the part of a packed file that holds its properties."""
_HOLDERS = ("docProps/custom.xml", "meta.xml")
_COMMENT = re.compile(rf"\n<!-- {MARK} (\{{.*\}}) -->\s*\Z".encode())
_KEYWORDS = re.compile(rb"<pdf:Keywords>([^<]*)</pdf:Keywords>")
_META = re.compile(rf'<meta name="{MARK}" content="([^"]*)">'.encode())
_PROPERTY = re.compile(rf'name="{MARK} \d+"[^>]*>(?:<vt:lpwstr>)?([^<]*)<'.encode())
FAULTS = (BadZipFile, zlib.error, EOFError, LookupError, OSError, RuntimeError, ValueError)
"""What reading a damaged file can raise; a `RecursionError` is a `RuntimeError`."""


def read_manifest(data: bytes) -> Manifest | None:
    """Return the manifest that a file carries, whatever its name is; None where it carries none."""
    for start, read in _READERS.items():
        if data.startswith(start):
            try:
                return manifest_in(json.loads(read(data)))
            except FAULTS:
                return None
    return None


def _from_markdown(data: bytes) -> str:
    return _found(_COMMENT, data)


def _from_page(data: bytes) -> str:
    return html.unescape(_found(_META, data))


def _from_pdf(data: bytes) -> str:
    return html.unescape(_found(_KEYWORDS, data))


def _from_data(data: bytes) -> str:
    return json.dumps(json.loads(data)["manifest"])


def _from_archive(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        (holder,) = (archive.getinfo(name) for name in _HOLDERS if name in archive.namelist())
        if holder.file_size > _LONGEST:
            raise ValueError("No manifest is as long.")
        pieces = _PROPERTY.findall(archive.read(holder))
    return html.unescape(b"".join(pieces).decode())


def _found(pattern: re.Pattern[bytes], data: bytes) -> str:
    found = pattern.search(data)
    if found is None:
        raise ValueError("There is no manifest.")
    return found[1].decode()


_READERS: dict[bytes, Callable[[bytes], str]] = {
    b"PK\x03\x04": _from_archive,
    b"<!DOCTYPE html>": _from_page,
    b"%PDF-": _from_pdf,
    b"{": _from_data,
    b"# ": _from_markdown,
}
"""How each format carries it, by what files of the format begin with."""

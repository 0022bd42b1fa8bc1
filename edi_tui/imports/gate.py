"""The gate that every file passes before it is read: what it is, and whether it is safe."""

from __future__ import annotations

import re
import struct
import zlib
from enum import StrEnum
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from edi_tui.domain.bundle import CONTENT
from edi_tui.domain.errors import FileRefusedError

MAX_FILE = 25_000_000
"""Bytes of a file."""
MAX_UNPACKED = 50_000_000
"""Bytes that the parts of a packed file declare together."""
MAX_PARTS = 2_000
MAX_RATIO = 200
"""Times that a part may be larger than it is packed, where it is large enough to matter."""
MAX_CELLS = 5_000_000
"""Cells that the tables of a file may span together, the blank ones between included."""

ARCHIVE_FAULTS = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What reading a damaged packed file, or a part of it, can raise."""

_SMALL_PART = 1_000_000
_HEAD = 4_096
_NAME_AT = 30
"""Where the name of its first part stands in a packed file."""
_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_REFUSED = (
    (
        re.compile(rb"\xd0\xcf\x11\xe0"),
        "is password-protected or an old .xls or .doc file: open it in Excel or Word and save it "
        "as .xlsx or .docx without a password.",
    ),
    (
        re.compile(rb"%PDF"),
        "is a PDF: import the Word, Excel or CSV file that it was made from, or copy its table "
        "into a spreadsheet.",
    ),
    (
        re.compile(rb"SQLite format 3\x00"),
        "is a register, not a plan: open it with --db instead of importing it.",
    ),
    (
        re.compile(rb"\{\\rtf"),
        "is a rich text file: open it in Word and save it as .docx.",
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)", re.IGNORECASE),
        "is a web page or XML: open it in Excel or Word and save it as .xlsx or .docx.",
    ),
)


class Kind(StrEnum):
    """What a file that can be read turns out to be."""

    TEXT = "a text file"
    WORKBOOK = "an Excel workbook"
    OPEN_SHEET = "an OpenDocument spreadsheet"
    WORD = "a Word document"


def kind_of(data: bytes, file: str) -> Kind:
    """Tell what a file is by its content; its name says nothing certain.

    Raises:
        FileRefusedError: It is nothing that can be read, or could harm whoever reads it.
    """
    for magic, sentence in _REFUSED:
        if magic.match(data):
            raise FileRefusedError(f"{file} {sentence}")
    return _archive_kind(data, file) if data.startswith(_ARCHIVE) else Kind.TEXT


def damaged(file: str) -> FileRefusedError:
    """Return the refusal of a file that cannot be made sense of."""
    return FileRefusedError(
        f"{file} is damaged or protected, so it could not be read: open it in the program that "
        "made it and save it again, without a password."
    )


def _begins_bundle(data: bytes) -> bool:
    """Tell whether a packed file begins as bundles do: with the rows of a register."""
    return data[_NAME_AT:].startswith(CONTENT.encode())


def too_large(data: bytes, file: str) -> FileRefusedError:
    """Return the refusal of a file that is larger than any plan, by how it begins."""
    if _begins_bundle(data):
        return FileRefusedError(
            f"{file} is a bundle, or what is left of one, and no plan: edi-tui --db NEW.db import "
            "FILE.zip brings a whole one back; where it is damaged, use another copy of it."
        )
    return FileRefusedError(
        f"{file} is larger than {MAX_FILE // 1_000_000} MB: take its pictures out, or copy its "
        "tables into a new file."
    )


def _cut_off(file: str) -> FileRefusedError:
    return FileRefusedError(
        f"{file} is a bundle that is damaged or was cut off: use another copy of it."
    )


def too_many_cells(file: str) -> FileRefusedError:
    """Return the refusal of a file whose tables are far larger than any plan."""
    return FileRefusedError(
        f"{file} spans more than {MAX_CELLS:,} cells: delete what stands far below or to the "
        "right of the table, or copy the table into a new file."
    )


def word_part(archive: ZipFile) -> str | None:
    """Return the name of the part that holds a Word document's text.

    Word on the web calls it `word/document2.xml`.
    """
    names = [name for name in archive.namelist() if re.fullmatch(r"word/document\d*\.xml", name)]
    return min(names, default=None)


def _archive_kind(data: bytes, file: str) -> Kind:
    try:
        with ZipFile(BytesIO(data)) as archive:
            danger = _danger(archive)
            kind = None if danger else _content_kind(archive)
    except ARCHIVE_FAULTS as error:
        raise (_cut_off(file) if _begins_bundle(data) else damaged(file)) from error
    if danger:
        raise FileRefusedError(f"{file} {danger}")
    if kind is None:
        raise FileRefusedError(
            f"{file} is a packed file without a Word document or a spreadsheet that can be read: "
            "save the plan as .docx, .xlsx, .ods or .csv and import that."
        )
    return kind


def _danger(archive: ZipFile) -> str | None:
    parts = archive.infolist()
    if CONTENT in archive.namelist():
        return (
            "is a whole register, not a plan: edi-tui --db NEW.db import FILE.zip brings it back."
        )
    if len(parts) > MAX_PARTS:
        return f"is packed from more than {MAX_PARTS:,} parts: copy its tables into a new file."
    if len({part.filename.casefold() for part in parts}) < len(parts):
        return "holds two parts of the same name: save it again from Excel or Word."
    if any(part.flag_bits & 1 for part in parts):
        return "is protected with a password: save it without one."
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        return "is packed in an unusual way: save it again from Excel or Word."
    if sum(part.file_size for part in parts) > MAX_UNPACKED or any(map(_overblown, parts)):
        return (
            f"unpacks to far more than a plan needs (over {MAX_UNPACKED // 1_000_000} MB, or over "
            f"{MAX_RATIO} times its size): copy its tables into a new file."
        )
    if any(_has_doctype(archive, part) for part in parts):
        return "holds a document type declaration, which no plan needs: copy it into a new file."
    return None


def _overblown(part: ZipInfo) -> bool:
    return part.file_size > max(_SMALL_PART, MAX_RATIO * part.compress_size)


def _has_doctype(archive: ZipFile, part: ZipInfo) -> bool:
    if not part.filename.lower().endswith((".xml", ".rels")):
        return False
    with archive.open(part) as stream:
        # Without its NULs, UTF-16 reads like ASCII here.
        return b"<!DOCTYPE" in stream.read(_HEAD).replace(b"\x00", b"").upper()


def _content_kind(archive: ZipFile) -> Kind | None:
    names = archive.namelist()
    if word_part(archive):
        return Kind.WORD
    if any(re.fullmatch(r"xl/workbook\d*\.xml", name) for name in names):
        return Kind.WORKBOOK
    if "mimetype" in names and archive.read("mimetype").startswith(_SPREADSHEET):
        return Kind.OPEN_SHEET
    return None

"""What a file says in words, whichever release wrote it and whatever it looks like."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from edi_tui.exports.manifest import MARK
from edi_tui.exports.read_manifest import FAULTS

_COMMENT = re.compile(rf"<!-- {MARK} .*-->")
_HIDDEN = re.compile(r"<(head|style|script)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PARTS = re.compile(r"word/document\.xml|ppt/slides/slide\d+\.xml")

_LARGEST = 200_000_000
"""Bytes that the parts of no paper come to together."""


def words_in(data: bytes, file_format: str) -> str | None:
    """Return the words of a file, with single spaces; None where they cannot be read here."""
    from lxml.etree import XMLSyntaxError
    from python_calamine import CalamineError

    try:
        if data.startswith(b"PK") and _unpacked(data) > _LARGEST:
            return None
        return " ".join(_READERS[file_format](data).split())
    except (*FAULTS, XMLSyntaxError, CalamineError):
        return None


def _unpacked(data: bytes) -> int:
    with ZipFile(BytesIO(data)) as archive:
        return sum(part.file_size for part in archive.infolist())


def _markdown(data: bytes) -> str:
    return _COMMENT.sub("", data.decode())


def _page(data: bytes) -> str:
    return html.unescape(_TAG.sub(" ", _HIDDEN.sub("", data.decode())))


def _data(data: bytes) -> str:
    said = json.loads(data)
    del said["manifest"]
    return json.dumps(said)


def _paragraphs(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        held = sorted(name for name in archive.namelist() if _PARTS.fullmatch(name))
        return "\n".join("".join(_texts(archive.read(name))) for name in held)


def _texts(part: bytes) -> Iterator[str]:
    """Yield every text of a part, whatever holds it, with a line's end after each paragraph."""
    from lxml.etree import XMLParser, fromstring, iterwalk

    root = fromstring(part, XMLParser(resolve_entities=False))
    for event, element in iterwalk(root, events=("start", "end")):
        ends = event == "end"
        yield (element.tail if ends else element.text) or ""
        if ends and str(element.tag).endswith("}p"):
            yield "\n"


def _sheets(data: bytes) -> str:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    sheets = ((name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)
    return json.dumps(
        [[name, [[str(cell) for cell in row] for row in rows]] for name, rows in sheets]
    )


_READERS: Mapping[str, Callable[[bytes], str]] = {
    "md": _markdown,
    "html": _page,
    "json": _data,
    "docx": _paragraphs,
    "pptx": _paragraphs,
    "xlsx": _sheets,
    "ods": _sheets,
}
"""A PDF is not among them: its letters are the numbers of shapes in its fonts."""

"""The manifest of a paper as the custom properties of an Office file."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from edi_tui.exports.manifest import MARK

_LONGEST = 255
"""Most characters that Office keeps of one property."""
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_ANY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that properties of no particular meaning belong to."""


def properties(manifest: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each property, in order, that together say a manifest."""
    for start in range(0, len(manifest), _LONGEST):
        yield f"{MARK} {start // _LONGEST + 1}", manifest[start : start + _LONGEST]


def custom_properties(manifest: str) -> bytes:
    """Return the part of an Office file that holds its custom properties."""
    held = "".join(
        f'<property fmtid="{_ANY}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(properties(manifest), 2)
    )
    return (
        f'{_DECLARED}<Properties xmlns="{_SPACE}" xmlns:vt="{_TYPES}">{held}</Properties>'.encode()
    )

"""The manifest of a paper as the custom properties of an Office file."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from edi_tui.exports.manifest import MARK

_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_SPACES = f'xmlns="{_SPACE}" xmlns:vt="{_TYPES}"'
_DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
_ANY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that properties of no particular meaning belong to."""
FIRST = 2
"""The number of the first property."""

_LONGEST = 255
"""Most characters that Office keeps of one property."""


def properties(manifest: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each property, in order, that together say a manifest."""
    for start in range(0, len(manifest), _LONGEST):
        yield f"{MARK} {start // _LONGEST + 1}", manifest[start : start + _LONGEST]


def custom_property(number: int, name: str, text: str) -> str:
    """Return one custom property as the XML that Word and PowerPoint keep it in."""
    return (
        f'<property {_SPACES} fmtid="{_ANY}" pid="{number}" '
        f'name="{name}"><vt:lpwstr>{escape(text)}</vt:lpwstr></property>'
    )


def custom_properties(manifest: str) -> bytes:
    """Return the part of a Word or PowerPoint file whose custom properties say a manifest."""
    held = "".join(custom_property(n, *one) for n, one in enumerate(properties(manifest), FIRST))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Properties {_SPACES}>{held}</Properties>'.encode()
    )

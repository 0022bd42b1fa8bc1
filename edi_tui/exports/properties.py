"""The manifest of a paper as the custom properties of an Office file."""

from __future__ import annotations

from collections.abc import Iterator

from edi_tui.exports.manifest import MARK

_LONGEST = 255
"""Most characters that Office keeps of one property."""


def properties(manifest: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each property, in order, that together say a manifest."""
    for start in range(0, len(manifest), _LONGEST):
        yield f"{MARK} {start // _LONGEST + 1}", manifest[start : start + _LONGEST]

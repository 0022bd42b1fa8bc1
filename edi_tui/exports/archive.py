"""Files packed into an archive that carries no time of its making."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

_EPOCH = (1980, 1, 1, 0, 0, 0)
_BARE = "mimetype"
"""The part that readers look for uncompressed."""


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of parts, in their order; the same parts always give the same bytes."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name == _BARE else zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return target.getvalue()

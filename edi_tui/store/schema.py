"""Which releases of the table layout this program knows, without loading the migrator."""

from __future__ import annotations

REVISIONS = tuple(f"{number:04}" for number in range(1, 13))
"""Every layout from the first to the newest; each has a script in `migrations/versions`."""

NEWEST = REVISIONS[-1]

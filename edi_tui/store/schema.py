"""Which releases of the table layout this program knows, without loading the migrator."""

from __future__ import annotations

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010")
"""Every layout from the first to the newest; each has a script in `migrations/versions`."""

NEWEST = REVISIONS[-1]

"""What the parts of a bundle are called: a whole register with its evidence in one file."""

from __future__ import annotations

VERSION = 1
"""The version of what a bundle holds and how; older ones can always be read."""
MANIFEST = "datapackage.json"
CONTENT = "register.jsonl"
"""Every row, one on each line; an import reads nothing else but the evidence."""
ABOUT = "README.txt"

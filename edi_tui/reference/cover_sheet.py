"""The fields of the cover sheet, read from the file beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def cover_fields() -> tuple[tuple[str, str], ...]:
    """Return the label of each field, with the name of what the register fills it with, if any."""
    path = files("edi_tui.reference") / "cover_sheet.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple((field["label"], field.get("fill", "")) for field in told["field"])

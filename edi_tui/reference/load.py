"""Reference data, read from the files beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from edi_tui.domain.headings import Aliases
from edi_tui.domain.text import folded

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def heading_aliases() -> Mapping[str, Aliases]:
    """Return the known column headings by kind of import, such as `actions`."""
    kinds = tomllib.loads((files(__package__) / "headings.toml").read_text(encoding="utf-8"))
    asked = kinds.pop("ask")
    return {
        kind: Aliases(
            fields={folded(alias): field for field in fields for alias in fields[field]},
            ask={folded(heading): tuple(choices) for heading, choices in asked[kind].items()},
        )
        for kind, fields in kinds.items()
    }

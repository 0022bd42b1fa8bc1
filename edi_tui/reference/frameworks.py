"""The frameworks that a new register starts with."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from edi_tui.domain.records import FrameworkItemDraft


def frameworks() -> tuple[FrameworkItemDraft, ...]:
    """Return every item of the frameworks shipped with the program, in reading order."""
    text = files("edi_tui.reference").joinpath("frameworks.toml").read_text(encoding="utf-8")
    return tuple(
        FrameworkItemDraft(
            code=item["code"],
            framework=told["name"],
            title=item["title"],
            source=told["source"],
            valid_from=told["valid_from"],
            checked_on=told.get("checked_on"),
        )
        for told in tomllib.loads(text)["framework"]
        for item in told["items"]
    )

"""The frameworks that a new register starts with."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from edi_tui.domain.records import FrameworkItemDraft

FRAMEWORKS = (
    "edi-plan",
    "edi-plan-metrics",
    "wres",
    "wdes",
    "eds-2022",
    "psed",
    "gender-pay-gap",
    "lcf",
    "model-employer",
    "race-disparity-ratio",
)
"""The files of the frameworks, in reading order."""


def frameworks() -> tuple[FrameworkItemDraft, ...]:
    """Return every item of the frameworks shipped with the program, in reading order."""
    return tuple(item for name in FRAMEWORKS for item in read_framework(_text(name)))


def _text(name: str) -> str:
    path = files("edi_tui.reference") / "frameworks" / f"{name}.toml"
    return path.read_text(encoding="utf-8")


def read_framework(text: str) -> tuple[FrameworkItemDraft, ...]:
    """Return the items of one file, in TOML; an unconfirmed one was never checked."""
    told = tomllib.loads(text)
    return tuple(
        FrameworkItemDraft(
            code=item["code"],
            framework=told["name"],
            title=item["title"],
            source=told["source"],
            valid_from=told.get("valid_from"),
            valid_to=item.get("valid_to", told.get("valid_to")),
            checked_on=None if item.get("unconfirmed") else told.get("checked_on"),
            deadline=item.get("deadline", ""),
        )
        for item in told["item"]
    )

"""What the program is told of the person and the computer that it runs on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A person's settings, and where the program may keep what it remembers."""

    keys: Mapping[str, object] = field(default_factory=dict)
    """Keys of their own: by the identifier of an entry of the table, with commas between."""
    state: Path | None = None
    """The folder for what is remembered between runs; None where nothing is."""
    db: str = ""
    """What commands must be told with `--db` to open this register; empty for the usual one."""
    light: bool = False
    """Whether the terminal has a light background."""
    typed: str = ""
    """What was typed before there was a program to type into, as the terminal sends it."""

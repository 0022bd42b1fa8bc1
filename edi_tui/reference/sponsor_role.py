"""The duties of sponsors of staff networks, read from the file beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from edi_tui.domain.role_activity import Duty
from edi_tui.domain.words import EngagementKind


@cache
def sponsor_role() -> tuple[Duty, ...]:
    """Return the duties of NHS England's role description for sponsors, in reading order."""
    path = files("edi_tui.reference") / "sponsor_role.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Duty(duty["name"], frozenset(map(EngagementKind, duty["shown_by"])))
        for duty in told["duty"]
    )

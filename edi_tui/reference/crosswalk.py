"""Which items of different frameworks ask for the same thing."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from edi_tui.domain.crosswalk import Crosswalk, Pair


def crosswalk() -> Crosswalk:
    """Return the crosswalk shipped with the program."""
    path = files("edi_tui.reference") / "crosswalk.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return Crosswalk(same=_pairs(told["same"]), apart=_pairs(told["apart"]))


def _pairs(told: list[dict[str, Any]]) -> tuple[Pair, ...]:
    return tuple(Pair(one, other, pair["note"]) for pair in told for one, other in [pair["codes"]])

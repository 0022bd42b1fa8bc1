"""The risks of the board assurance framework that objectives name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.text import folded


def risks_of(objectives: Iterable[ObjectiveRow]) -> Mapping[str, list[ObjectiveRow]]:
    """Return the objectives under each risk that they name, however it is written, by name."""
    names: dict[str, str] = {}
    found: dict[str, list[ObjectiveRow]] = {}
    for row in objectives:
        named = {folded(risk): risk.strip() for risk in reversed(re.split(r"[;,\n]", row.baf))}
        for key in filter(None, named):
            names.setdefault(key, named[key])
            found.setdefault(key, []).append(row)
    return {names[key]: found[key] for key in sorted(found)}

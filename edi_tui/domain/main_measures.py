"""Which measure of an objective is its main one."""

from __future__ import annotations

from collections.abc import Iterable

from edi_tui.domain.rows import MeasureRow


def main_measures(rows: Iterable[MeasureRow]) -> dict[str, MeasureRow]:
    """Return the main measure of each objective, by its reference: the one entered first."""
    main: dict[str, MeasureRow] = {}
    for row in rows:
        main.setdefault(row.objective, row)
    return main

"""What it costs to hide each number of a publication."""

from __future__ import annotations

from edi_tui.domain.suppression.publication import Key, Publication

_HIGHEST = 3
"""The level of totals from which on there is no dearer one."""


def prices(publication: Publication) -> dict[Key, int]:
    """Return the price of everything printed: lighter cells first, totals last.

    Of cells alike the smaller count is cheaper, so that few people are missed in the tables.
    """
    levels = _levels(publication)
    scale = 1 + sum(cell.count for cell in publication.cells)
    counts = {
        cell.key: cell.weight * 10 ** levels[cell.key] * scale + cell.count
        for cell in publication.cells
        if cell.printed
    }
    return counts | {item.key: item.weight * scale for item in publication.quotients}


def _levels(publication: Publication) -> dict[Key, int]:
    """Return how many sums lie beneath each cell; a count printed twice is no sum."""
    levels = {cell.key: 0 for cell in publication.cells}
    for _ in range(_HIGHEST):
        for item in publication.sums:
            beneath = max((levels[key] for key in item.parts), default=0)
            level = beneath + (len(item.parts) > 1)
            levels[item.total] = max(levels[item.total], min(level, _HIGHEST))
    return levels

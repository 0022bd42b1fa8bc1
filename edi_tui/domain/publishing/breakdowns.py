"""Which of some groups may be all different people, such as women and men beside young and old."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from edi_tui.domain.suppression.publication import Key

MANY = 8
"""Most groups that overlap of which this is worked out; their sets double with each."""


def apart(counts: Mapping[Key, int], whole: int) -> list[tuple[Key, ...]]:
    """Return the sets of groups that fit into a whole, without those that fit into a larger set.

    Args:
        counts: How many people each group has; where they overlap, of at most `MANY` groups.
        whole: How many people there are.
    """
    if sum(counts.values()) <= whole:
        return [tuple(counts)]
    fit = [
        some
        for size in range(len(counts) - 1, 0, -1)
        for some in combinations(counts, size)
        if sum(counts[key] for key in some) <= whole
    ]
    sets = list(map(set, fit))
    return [some for some in fit if not any(set(some) < other for other in sets)]


def twice(counts: Mapping[Key, int]) -> list[tuple[Key, ...]]:
    """Return the sets of groups that make the same number of people, as two breakdowns do.

    Each has two groups or more; there are none where groups are more than `MANY`.
    """
    made = sum(counts.values())
    if len(counts) > MANY or made % 2:
        return []
    fit = (some for some in apart(counts, made // 2) if 1 < len(some) < len(counts) - 1)
    return [some for some in fit if sum(counts[key] for key in some) == made // 2]

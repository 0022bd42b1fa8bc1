"""Which of some groups make up everybody, such as women and men beside young and old."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

MANY = 8
"""Most groups that overlap of which every set that may be different people is worked out."""
_MOST = 16
"""Most groups of which it is worked out which make the same; their sets double with each."""

Size = tuple[int, ...]
"""How many people of a group something is true of, and how many there are; what is told of it."""
Groups = tuple[str, ...]


def apart(groups: Mapping[str, Size], whole: Size) -> list[Groups] | None:
    """Return the sets of groups that readers may know to be all different people of a whole.

    They are the breakdowns that make the whole, where every group is in one of these; else all
    sets that fit into the whole, without those that fit into a larger set. None says that nobody
    can tell: a group of nobody fits wherever it is put, though readers know where it belongs, and
    of more groups than `MANY` there are too many sets.

    Args:
        groups: How large each group is.
        whole: How large everybody is.
    """
    if _fits(groups.values(), whole):
        return [tuple(groups)]
    if not all(map(any, groups.values())):
        return None
    found = making(groups, whole)
    if sorted(name for some in found for name in some) == sorted(groups):
        return found
    if len(groups) > MANY:
        return None
    fit = [
        some
        for size in range(len(groups) - 1, 0, -1)
        for some in combinations(groups, size)
        if _fits((groups[name] for name in some), whole)
    ]
    sets = list(map(set, fit))
    return [some for some in fit if not any(set(some) < other for other in sets)]


def alike(groups: Mapping[str, Size]) -> dict[Size, list[Groups]] | None:
    """Return the sets of groups that make the same, as breakdowns of the same people do.

    They are told by what they make. None says that groups of nobody may belong to any of them.
    """
    some = {name: size for name, size in groups.items() if any(size)}
    nobody = len(some) < len(groups)
    # A group alone makes a breakdown only with groups of nobody.
    found = dict(_alike(some, len(some) - (not nobody))) if 1 < len(some) <= _MOST else {}
    return None if found and nobody else found


def _alike(groups: Mapping[str, Size], most: int) -> Iterator[tuple[Size, list[Groups]]]:
    """Yield the sets that up to so many breakdowns may be, with what each makes."""
    made = _sum(groups.values())
    for times in range(2, most + 1):
        if not any(one % times for one in made):
            each = tuple(one // times for one in made)
            sets = making(groups, each)
            if len(sets) <= len(groups) * MANY and _cover(set(groups), sets):
                yield each, sets


def making(groups: Mapping[str, Size], whole: Size) -> list[Groups]:
    """Return the sets of groups that make exactly a whole; none of too many groups."""
    if len(groups) > _MOST:
        return []
    sums: list[tuple[Groups, Size]] = [((), tuple(0 for _ in whole))]
    for name, size in groups.items():
        sums += [
            ((*some, name), added)
            for some, made in sums
            if _within(added := _sum((made, size)), whole)
        ]
    return [some for some, made in sums if some and made == whole]


def _cover(names: set[str], sets: Sequence[Groups]) -> bool:
    """Tell whether every group can be in just one of some sets."""
    if not names:
        return True
    first = min(names)
    return any(
        _cover(names.difference(one), sets)
        for one in sets
        if first in one and names.issuperset(one)
    )


def _fits(sizes: Iterable[Size], whole: Size) -> bool:
    return _within(_sum(sizes), whole)


def _within(size: Size, whole: Size) -> bool:
    return all(one <= most for one, most in zip(size, whole, strict=False))


def _sum(sizes: Iterable[Size]) -> Size:
    return tuple(map(sum, zip(*sizes, strict=True)))

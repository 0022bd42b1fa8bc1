"""Which of some groups make up everybody, such as women and men beside young and old."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations

MANY = 8
"""Most groups that overlap of which every set that may be different people is worked out."""
_MOST = 16
"""Most groups of which it is worked out which make the same; their sets double with each."""
_LOOKS = 200_000
"""Most looks at two sets that make the same; where there are more, most of it is chance."""

Size = tuple[int, ...]
"""How many people of a group something is true of, and how many there are; what is told of it."""
Groups = tuple[str, ...]
Pair = tuple[int, int]
"""Two sets of groups, each with a bit for the place of every group that is in it."""


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

    They are told by what they make, whatever other groups there are. None says that nobody can
    tell: groups of nobody may belong to any of them, or there are too many.
    """
    some = {name: size for name, size in groups.items() if any(size)}
    made = _same_made(list(some.values())) if len(some) <= _MOST else None
    if made is None or (made and len(some) < len(groups)):
        return None
    # Two groups alone that are equal tell nothing: a small number is hidden in both.
    if not any(map(_of_several, chain(*made))):
        return {}
    names, found = list(some), dict[Size, list[Groups]]()
    for one in sorted(set(chain(*_smallest(made)))):
        named = tuple(name for place, name in enumerate(names) if one >> place & 1)
        found.setdefault(_sum(some[name] for name in named), []).append(named)
    return found if sum(map(len, found.values())) <= _MOST else None


def _same_made(sizes: Sequence[Size]) -> list[Pair] | None:
    """Return the sets that have no group in common and make the same; None of too many."""
    sums: list[Size] = [tuple(0 for _ in sizes[0])] if sizes else []
    for size in sizes:
        sums += [_sum((made, size)) for made in sums]
    by_sum: dict[Size, list[int]] = {}
    for some, made in enumerate(sums):
        by_sum.setdefault(made, []).append(some)
    if sum(len(sets) ** 2 for sets in by_sum.values()) > _LOOKS:
        return None
    pairs = chain.from_iterable(combinations(sets, 2) for sets in by_sum.values())
    return [(one, other) for one, other in pairs if not one & other]


def _smallest(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the pairs that are not put together of others, or more than are of use."""
    kept: list[Pair] = []
    for one, other in sorted(pairs, key=lambda pair: (pair[0] | pair[1]).bit_count()):
        if len(kept) > _MOST**2:
            break
        if not any(_in(pair, (one, other)) or _in(pair, (other, one)) for pair in kept):
            kept.append((one, other))
    return kept


def _in(small: Pair, large: Pair) -> bool:
    return not (small[0] & ~large[0] or small[1] & ~large[1])


def _of_several(some: int) -> bool:
    return some.bit_count() > 1


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


def all_make(sets: Iterable[Groups], groups: Mapping[str, Size], whole: Size) -> bool:
    """Tell whether each of some sets of groups makes a whole."""
    return all(_sum(groups[name] for name in some) == whole for some in sets)


def _fits(sizes: Iterable[Size], whole: Size) -> bool:
    return _within(_sum(sizes), whole)


def _within(size: Size, whole: Size) -> bool:
    return all(one <= most for one, most in zip(size, whole, strict=False))


def _sum(sizes: Iterable[Size]) -> Size:
    return tuple(map(sum, zip(*sizes, strict=True)))

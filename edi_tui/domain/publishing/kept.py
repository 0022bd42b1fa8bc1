"""What was published, as JSON values, so that what comes after it gives nothing of it away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from edi_tui.domain.plain import Plain
from edi_tui.domain.suppression.publication import Cell, Key, Publication, Quotient, Sum
from edi_tui.domain.suppression.suppressed import Hidden, Mark, Narrowed, Suppressed, Why


def suppressed_plain(made: Suppressed) -> Plain:
    """Return a decision as JSON values."""
    publication = made.publication
    return {
        "threshold": made.threshold,
        "cells": [
            [list(cell.key), cell.count, cell.sensitive, cell.printed, cell.weight]
            for cell in publication.cells
        ],
        "sums": [[list(item.total), _lists(item.parts)] for item in publication.sums],
        "quotients": [
            [list(one.key), _lists(one.over), _lists(one.under), one.times, one.places, one.weight]
            for one in publication.quotients
        ],
        "hidden": [
            [list(one.key), one.mark.value, one.why.value, _lists(one.protects)]
            for one in made.hidden
        ],
        "narrowed": [[list(one.key), one.low, one.high] for one in made.narrowed],
    }


def suppressed_in(plain: Mapping[str, Any]) -> Suppressed:
    """Return the decision that JSON values say.

    Raises:
        KeyError: They leave something out; ValueError or TypeError where they say no such thing.
    """
    return Suppressed(
        Publication(
            tuple(Cell(tuple(key), *rest) for key, *rest in plain["cells"]),
            tuple(Sum(tuple(total), _keys(parts)) for total, parts in plain["sums"]),
            tuple(
                Quotient(tuple(key), _keys(over), _keys(under), *rest)
                for key, over, under, *rest in plain["quotients"]
            ),
        ),
        plain["threshold"],
        tuple(
            Hidden(tuple(key), Mark(mark), Why(why), _keys(protects))
            for key, mark, why, protects in plain["hidden"]
        ),
        tuple(Narrowed(tuple(key), low, high) for key, low, high in plain["narrowed"]),
    )


class Past:
    """Everything that was published before."""

    def __init__(self, earlier: Sequence[Suppressed]) -> None:
        """Remember which numbers are where."""
        self._earlier = earlier
        self._places: dict[Key, list[int]] = {}
        for place, one in enumerate(earlier):
            for key in _keys_of(one.publication):
                self._places.setdefault(key, []).append(place)

    def of(self, publication: Publication) -> list[Suppressed]:
        """Return what bears on a publication, by way of others too, in the order of printing."""
        found: set[int] = set()
        keys = _keys_of(publication)
        while near := {place for key in keys for place in self._places.get(key, ())} - found:
            found |= near
            keys = set().union(*(_keys_of(self._earlier[place].publication) for place in near))
        return [self._earlier[place] for place in sorted(found)]


def _keys_of(publication: Publication) -> set[Key]:
    return {cell.key for cell in publication.cells}


def _keys(lists: Iterable[Sequence[str]]) -> tuple[Key, ...]:
    return tuple(map(tuple, lists))


def _lists(keys: Iterable[Key]) -> list[list[str]]:
    return list(map(list, keys))

"""The counts and figures that could be printed, with the sums by which they hang together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from edi_tui.domain.figures import PLACES
from edi_tui.domain.publishing.line import Staff, staff_of
from edi_tui.domain.suppression.publication import Cell, Key, Publication, Quotient, Sum


class Numbers:
    """Counts, sums and figures as they are gathered."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._cells: dict[Key, Cell] = {}
        self._sums: dict[Sum, None] = {}
        self._quotients: dict[Key, Quotient] = {}

    def count(self, key: Key) -> int:
        """Return the count of a key."""
        return self._cells[key].count

    def cell(self, key: Key, count: int, *, sensitive: bool = True, printed: bool = True) -> Key:
        """Add a count."""
        self._cells[key] = Cell(key, count, sensitive=sensitive, printed=printed)
        return key

    def sum(self, total: Key, *parts: Key) -> None:
        """Add that counts make another; nothing where it is one of them."""
        if total not in parts:
            self._sums[Sum(total, parts)] = None

    def quotient(self, key: Key, over: Key, under: Key, times: int) -> Key:
        """Add a figure."""
        self._quotients[key] = Quotient(key, (over,), (under,), times, PLACES)
        return key

    def blank(self, keys: Iterable[Key]) -> None:
        """Print nothing of some counts, nor what is worked out from them."""
        gone = set(keys)
        for key in gone:
            self._cells[key] = replace(self._cells[key], printed=False)
        for figure in list(self._quotients.values()):
            if not gone.isdisjoint((*figure.over, *figure.under)):
                del self._quotients[figure.key]

    def publications(self) -> list[Publication]:
        """Return the numbers, those apart that have nothing to do with each other."""
        owner = {key: key for key in self._cells}
        for keys in (*map(_of_sum, self._sums), *map(_of_quotient, self._quotients.values())):
            first = _root(owner, keys[0])
            for key in keys[1:]:
                owner[_root(owner, key)] = first
        parts: dict[Key, tuple[list[Cell], list[Sum], list[Quotient]]] = {}
        for cell in self._cells.values():
            parts.setdefault(_root(owner, cell.key), ([], [], []))[0].append(cell)
        for item in self._sums:
            parts[_root(owner, item.total)][1].append(item)
        for quotient in self._quotients.values():
            parts[_root(owner, quotient.under[0])][2].append(quotient)
        return [
            Publication(tuple(a), tuple(dict.fromkeys([*b, *_same_staff(a)])), tuple(c))
            for a, b, c in parts.values()
        ]


def _same_staff(cells: Iterable[Cell]) -> Iterator[Sum]:
    """Yield which denominators of measures that are decided on at once are of the same staff."""
    first: dict[Staff, Key] = {}
    for cell in cells:
        for staff in staff_of(cell.key):
            same = first.setdefault(staff, cell.key)
            if same != cell.key:
                yield Sum(cell.key, (same,))


def _of_sum(item: Sum) -> Sequence[Key]:
    return (item.total, *item.parts)


def _of_quotient(item: Quotient) -> Sequence[Key]:
    return (*item.over, *item.under)


def _root(owner: dict[Key, Key], key: Key) -> Key:
    while owner[key] != key:
        owner[key] = owner[owner[key]]
        key = owner[key]
    return key

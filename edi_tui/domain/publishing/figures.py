"""The numbers of measures that could be published, and how readers know them to hang together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from edi_tui.domain.figures import PLACES
from edi_tui.domain.publishing.breakdowns import MANY, apart, twice
from edi_tui.domain.publishing.line import OUT_OF, Line, about_of, whole_of
from edi_tui.domain.rows import MeasureRow, ReadingRow
from edi_tui.domain.suppression.publication import Cell, Key, Publication, Quotient, Sum
from edi_tui.domain.units import Unit, read_unit

_SHARES = {Unit.PERCENT: 100, Unit.POINTS: 100, Unit.RATIO: 1}
"""Units whose figure is one count over another, and how often it is taken."""
_MEANS = (Unit.SCORE, Unit.MONEY, Unit.DAYS)
"""Units whose numerator is no count of people but a sum over those of the denominator."""


class Sheet:
    """Everything that could be printed at once."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.lines: list[Line] = []
        self._cells: dict[Key, Cell] = {}
        self._sums: dict[Sum, None] = {}
        self._quotients: dict[Key, Quotient] = {}
        self._wholes: dict[tuple[date, int, int | None], tuple[Key, Key | None]] = {}

    def add(self, measure: MeasureRow, readings: Iterable[ReadingRow], as_at: date) -> None:
        """Add the first and the latest day's readings of a measure; of each group the last entered.

        Args:
            measure: The measure.
            readings: Its readings, in the order in which they were entered.
            as_at: The day of the paper; later readings do not count.
        """
        days: dict[date, dict[str, ReadingRow]] = {}
        for reading in readings:
            if reading.as_at <= as_at:
                days.setdefault(reading.as_at, {})[reading.group.strip()] = reading
        for day in sorted({min(days), max(days)} if days else ()):
            lines = [self._line(measure, reading) for reading in days[day].values()]
            self.lines += lines
            self._relate([line for line in lines if line.number])

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
        return [Publication(tuple(a), tuple(b), tuple(c)) for a, b, c in parts.values()]

    def _line(self, measure: MeasureRow, reading: ReadingRow) -> Line:
        unit = read_unit(measure.unit)
        about = about_of(measure.ref, reading)
        part, whole = whole_of(reading.numerator), whole_of(reading.denominator)
        if part is None or whole is None:
            value = whole_of(reading.value) if unit is Unit.COUNT else None
            if value is None or reading.numerator is not None:
                return Line(measure, reading)
            return Line(measure, reading, self._cell((*about, "number", str(value)), value))
        out_of = self._cell((*about, OUT_OF, str(whole)), whole)
        if unit in _MEANS:
            total = self._cell((*about, "in all", str(part)), part, sensitive=False, printed=False)
            figure = self._quotient(about, total, out_of, 1, reading)
            return Line(measure, reading, None, out_of, figure)
        number = self._cell((*about, "number", str(part)), part)
        if part <= whole:
            # Whoever reads that 98 of 100 did knows that 2 did not.
            rest = (*about, "the others", f"{whole} less {part}")
            self._sum(out_of, number, self._cell(rest, whole - part, printed=False))
        times = _SHARES.get(unit) if unit else None
        figure = self._quotient(about, number, out_of, times, reading) if times else None
        return Line(measure, reading, number, out_of, figure)

    def _quotient(
        self, about: Key, over: Key, under: Key, times: int, reading: ReadingRow
    ) -> Key | None:
        """Add a figure, unless it was typed or there was nobody to count."""
        if reading.value is not None or not self._cells[under].count:
            return None
        key = (*about, "figure", *over[-1:], *under[-1:], str(times))
        self._quotients[key] = Quotient(key, (over,), (under,), times, PLACES)
        return key

    def _cell(self, key: Key, count: int, *, sensitive: bool = True, printed: bool = True) -> Key:
        self._cells[key] = Cell(key, count, sensitive=sensitive, printed=printed)
        return key

    def _sum(self, total: Key, *parts: Key) -> None:
        if total not in parts:
            self._sums[Sum(total, parts)] = None

    def _relate(self, lines: Sequence[Line]) -> None:
        """Tell how the groups of one day make up everyone, and which totals are the same."""
        groups = [line for line in lines if line.reading.group.strip()]
        whole = next((line for line in lines if not line.reading.group.strip()), None)
        if len(groups) > 1 or (groups and whole):
            given = (whole.number, whole.out_of) if whole else (None, None)
            number = self._total([line.number for line in groups], given[0])
            out_of = self._total([line.out_of for line in groups], given[1])
            if number and not whole:
                self._same(groups[0].reading.as_at, number, out_of)
        if whole and whole.number:
            self._same(whole.reading.as_at, whole.number, whole.out_of)

    def _total(self, parts: Sequence[Key | None], whole: Key | None) -> Key | None:
        """Add that parts make a whole, with what is in none of them; return the total's key.

        Groups may overlap, and then some of them make the whole. Where nobody gave the whole,
        readers add it up by themselves.
        """
        counts = {key: self._cells[key].count for key in parts if key}
        if len(counts) < len(parts) or not counts:
            return None
        first = next(iter(counts))
        name = (*first[:2], "all groups", first[3])
        if whole is None:
            return self._added_up(counts, name)
        if sum(counts.values()) > self._cells[whole].count and len(counts) > MANY:
            self._blank(counts)
            return whole
        for some in apart(counts, self._cells[whole].count):
            left = self._cells[whole].count - sum(counts[key] for key in some)
            named = (key[2] for key in some) if len(some) < len(counts) else ()
            about = (*name, "in no group", *named, str(left))
            rest = (self._cell(about, left, printed=False),) if left else ()
            self._sum(whole, *some, *rest)
        return whole

    def _added_up(self, counts: Mapping[Key, int], name: Key) -> Key:
        """Add the total of some groups, and that two breakdowns are of the same people."""
        made = sum(counts.values())
        total = self._cell((*name, str(made)), made, printed=False)
        self._sum(total, *counts)
        for some in twice(counts):
            half = self._cell((*name, "half", str(made // 2)), made // 2, printed=False)
            self._sum(half, *some)
        return total

    def _blank(self, keys: Iterable[Key]) -> None:
        """Print nothing of some numbers, nor what is worked out from them."""
        gone = set(keys)
        for key in gone:
            self._cells[key] = replace(self._cells[key], printed=False)
        for figure in list(self._quotients.values()):
            if not gone.isdisjoint((*figure.over, *figure.under)):
                del self._quotients[figure.key]

    def _same(self, day: date, number: Key, out_of: Key | None) -> None:
        """Take two totals of one day that are equal for the same people, counted twice."""
        size = self._cells[out_of].count if out_of else None
        first = self._wholes.setdefault((day, self._cells[number].count, size), (number, out_of))
        for key, same in zip((number, out_of), first, strict=True):
            if key and same:
                self._sum(key, same)


def _of_sum(item: Sum) -> Sequence[Key]:
    return (item.total, *item.parts)


def _of_quotient(item: Quotient) -> Sequence[Key]:
    return (*item.over, *item.under)


def _root(owner: dict[Key, Key], key: Key) -> Key:
    while owner[key] != key:
        owner[key] = owner[owner[key]]
        key = owner[key]
    return key

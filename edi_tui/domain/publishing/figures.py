"""The numbers of measures that could be published, and how readers know them to hang together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from edi_tui.domain.publishing.adding_up import AddingUp
from edi_tui.domain.publishing.line import OUT_OF, Line, about_of, whole_of
from edi_tui.domain.publishing.numbers import Numbers
from edi_tui.domain.publishing.things import counts_things
from edi_tui.domain.rows import MeasureRow, ReadingRow
from edi_tui.domain.suppression.publication import Key, Publication
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
        self._numbers = Numbers()
        self._days: list[Sequence[Line]] = []
        """What of each measure and day can be added up."""

    def add(self, measure: MeasureRow, readings: Sequence[ReadingRow], as_at: date) -> None:
        """Add the first and the latest day's readings of a measure; of each group the last entered.

        Args:
            measure: The measure.
            readings: Its readings, in the order in which they were entered.
            as_at: The day of the paper; later readings do not count.
        """
        things = counts_things(measure, readings)
        days: dict[date, dict[str, ReadingRow]] = {}
        for reading in readings:
            if reading.as_at <= as_at:
                days.setdefault(reading.as_at, {})[reading.group.strip()] = reading
        for day in sorted({min(days), max(days)} if days else ()):
            told = self._thing if things else self._line
            lines = [told(measure, reading) for reading in days[day].values()]
            self.lines += lines
            if not things:
                self._days.append([line for line in lines if line.number or line.out_of])

    def publications(self) -> list[Publication]:
        """Return the numbers, those apart that have nothing to do with each other."""
        adding_up = AddingUp(self._numbers, self._days)
        while self._days:
            adding_up.relate(self._days.pop(0))
        return self._numbers.publications()

    def _thing(self, measure: MeasureRow, reading: ReadingRow) -> Line:
        """Add a number of things, which hangs together with no number of people."""
        count = whole_of(reading.value)
        if count is None:
            return Line(measure, reading)
        key = (*about_of(measure.ref, reading), "number", str(count))
        return Line(measure, reading, self._numbers.cell(key, count, sensitive=False))

    def _line(self, measure: MeasureRow, reading: ReadingRow) -> Line:
        unit = read_unit(measure.unit)
        about = about_of(measure.ref, reading)
        part, whole = whole_of(reading.numerator), whole_of(reading.denominator)
        if part is None or whole is None:
            value = whole_of(reading.value) if unit is Unit.COUNT else None
            if value is None or reading.numerator is not None:
                return Line(measure, reading)
            return Line(measure, reading, self._numbers.cell((*about, "number", str(value)), value))
        out_of = self._numbers.cell((*about, OUT_OF, str(whole)), whole)
        if unit in _MEANS:
            total = self._numbers.cell(
                (*about, "in all", str(part)), part, sensitive=False, printed=False
            )
            figure = self._quotient(about, total, out_of, 1, reading)
            return Line(measure, reading, None, out_of, figure)
        number = self._numbers.cell((*about, "number", str(part)), part)
        if part <= whole:
            # Whoever reads that 98 of 100 did knows that 2 did not.
            rest = (*about, "the others", f"{whole} less {part}")
            self._numbers.sum(out_of, number, self._numbers.cell(rest, whole - part, printed=False))
        times = _SHARES.get(unit) if unit else None
        figure = self._quotient(about, number, out_of, times, reading) if times else None
        return Line(measure, reading, number, out_of, figure)

    def _quotient(
        self, about: Key, over: Key, under: Key, times: int, reading: ReadingRow
    ) -> Key | None:
        """Add a figure, unless it was typed or there was nobody to count."""
        if reading.value is not None or not self._numbers.count(under):
            return None
        key = (*about, "figure", *over[-1:], *under[-1:], str(times))
        return self._numbers.quotient(key, over, under, times)

"""A measure as a picture: its readings beside the path from baseline to target."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style

from edi_tui.domain.due import format_date
from edi_tui.domain.path import Point

_DOTS_WIDE, _DOTS_HIGH = 2, 4
"""Dots of a braille character."""
_BRAILLE = 0x2800
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""What each dot adds to the empty braille character, by column and row."""
_READING, _TARGET = "●", "◎"
_LEAST_WIDTH = 24


@dataclass(frozen=True, slots=True)
class Plot:
    """The path as a dotted line, the readings as marks, with the values and days at the edges.

    Nothing depends on colour: path, readings and target differ in shape.
    """

    path: Sequence[Point]
    """The ends of the straight line; empty where no path is known."""
    readings: Sequence[Point]
    words: Callable[[Decimal], str]
    """Writes a value with its unit."""
    colours: tuple[str, str]
    """Styles of the path and of the readings."""
    height: int
    """Lines, without those of the axis of days."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the picture as wide as there is room."""
        points = [*self.path, *self.readings]
        labels = [self.words(_highest(points)), self.words(_lowest(points))]
        edge = max(map(len, labels)) + 1
        width = max(options.max_width - edge - 2, _LEAST_WIDTH)
        canvas = _Canvas(points, width, self.height)
        canvas.line(self.path)
        canvas.mark([self.path[-1]] if self.path else [], _TARGET)
        canvas.mark(self.readings, _READING)
        for number, line in enumerate(canvas.lines()):
            label = labels[0] if number == 0 else labels[1] if number == self.height - 1 else ""
            yield Segment(f"{label:>{edge}} │")
            yield from (self._styled(char) for char in line)
            yield Segment.line()
        first, last = (format_date(pick(point.on for point in points)) for pick in (min, max))
        yield Segment(f"{'':>{edge}} └{'─' * width}\n")
        yield Segment(f"{'':>{edge}}  {first}{last:>{width - len(first)}}\n")

    def _styled(self, char: str) -> Segment:
        path, readings = self.colours
        return Segment(char, Style.parse(readings if char == _READING else path))


class _Canvas:
    """Dots and marks on a grid of characters."""

    def __init__(self, points: Sequence[Point], width: int, height: int) -> None:
        self._start = min(point.on for point in points)
        self._days = max((max(point.on for point in points) - self._start).days, 1)
        self._low = _lowest(points)
        self._span = (_highest(points) - self._low) or Decimal(1)
        self._width, self._height = width, height
        self._dots = [[0] * width for _ in range(height)]
        self._marks: dict[tuple[int, int], str] = {}

    def line(self, path: Sequence[Point]) -> None:
        """Draw a straight line between the ends of a path, a dot on, a dot off."""
        if not path:
            return
        (left, top), (right, bottom) = self._place(path[0]), self._place(path[-1])
        for x in range(left, right + 1, 2):
            share = (x - left) / max(right - left, 1)
            y = round(top + (bottom - top) * share)
            row, column = y // _DOTS_HIGH, x // _DOTS_WIDE
            self._dots[row][column] |= _BITS[x % _DOTS_WIDE][y % _DOTS_HIGH]

    def mark(self, points: Iterable[Point], char: str) -> None:
        """Set a mark at each point."""
        for point in points:
            x, y = self._place(point)
            self._marks[y // _DOTS_HIGH, x // _DOTS_WIDE] = char

    def lines(self) -> Iterator[Iterator[str]]:
        """Yield the characters of each line, the top one first."""
        for row, dots in enumerate(self._dots):
            yield (
                self._marks.get((row, column), chr(_BRAILLE + bits) if bits else " ")
                for column, bits in enumerate(dots)
            )

    def _place(self, point: Point) -> tuple[int, int]:
        """Return the dot of a point, from the top left."""
        along = (point.on - self._start).days / self._days
        up = float((point.value - self._low) / self._span)
        return (
            round(along * (self._width * _DOTS_WIDE - 1)),
            round((1 - up) * (self._height * _DOTS_HIGH - 1)),
        )


def _lowest(points: Iterable[Point]) -> Decimal:
    return min(point.value for point in points)


def _highest(points: Iterable[Point]) -> Decimal:
    return max(point.value for point in points)

"""How far a measure has come on its path, in a picture and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from edi_tui.domain.columns import words
from edi_tui.domain.due import format_date
from edi_tui.domain.figures import Dated
from edi_tui.domain.path import Path, Point
from edi_tui.domain.units import Unit, read_unit, rounded, with_unit
from edi_tui.tui.course import Course
from edi_tui.tui.text import passage
from edi_tui.tui.widgets.plot import Plot

_LOW, _WIDE = 16, 60
"""Fewer lines than that, and at least so many characters: picture and words side by side."""
_FEWEST, _LEAST, _MOST = 3, 4, 8
"""Lines of the picture: side by side, else at least, and at most."""
_AROUND = 4
"""Lines around it: the title with a blank one, and the axis of days."""


def progress_parts(
    course: Course, colours: Mapping[str, str], width: int, height: int
) -> Iterator[RenderableType]:
    """Yield the sentences, and the picture that says the same.

    They stand side by side where there are few lines and room beside each other, so that both
    are seen without scrolling.

    Args:
        course: The measure.
        colours: The theme's colours.
        width: Characters of a line.
        height: Lines that are seen at once.
    """
    told = passage(" ".join(sentences(course)))
    if not (course.points or course.path):
        yield told
    elif height < _LOW and width >= _WIDE:
        lines = min(max(height - _AROUND, _FEWEST), _MOST)
        both = Table.grid(padding=(0, 2, 0, 0), expand=True)
        both.add_column(ratio=4)
        both.add_column(ratio=3)
        both.add_row(_plot(course, colours, lines), Group(told, _key(course)))
        yield both
    else:
        yield told
        yield Text()
        yield _plot(course, colours, min(max(height // 4, _LEAST), _MOST))
        yield _key(course)


def _plot(course: Course, colours: Mapping[str, str], lines: int) -> Plot:
    path, unit = course.path, course.row.unit
    ends = [path.baseline, path.target] if path else []
    styles = ("dim", colours.get("text-accent", ""))
    return Plot(ends, course.points, lambda value: _value(value, unit), styles, lines)


def _key(course: Course) -> Text:
    return passage("● reading" + "   ··· path   ◎ target" * (course.path is not None), "dim")


def sentences(course: Course) -> Iterator[str]:
    """Yield what the picture shows, and what it lacks."""
    path, points = course.path, course.points
    unit = course.row.unit
    if not points:
        yield "No reading of everyone yet."
    elif path is None:
        yield f"Latest {_value(points[-1].value, unit)} on {format_date(points[-1].on)}."
    else:
        yield f"{'; '.join(_beside(path, points[-1], unit))}."
    if path is None:
        yield f"There is no path to the target without {_and(_missing(course))}."
    yield from _undefined(course.series)


def _beside(path: Path, latest: Point, unit: str) -> Iterator[str]:
    """Yield the latest reading, the path on its day, how far apart they are, and the pace."""
    yield f"Latest {_value(latest.value, unit)} on {format_date(latest.on)}"
    yield f"path {_value(rounded(path.expected(latest.on), 1), unit)}"
    gap = rounded(path.to_path(latest), 1)
    if gap:
        yield f"{_difference(abs(gap), unit)} {'behind' if gap > 0 else 'ahead'}"
    else:
        yield "on the path"
    if latest.on < path.target.on and (pace := path.forecast(latest)) is not None:
        yield f"at this pace {_value(rounded(pace, 1), unit)} when due"
    yield f"target {_value(path.target.value, unit)} by {format_date(path.target.on)}"


def _missing(course: Course) -> Iterator[str]:
    row = course.row
    ends = {
        "a baseline": row.baseline,
        "the date of the baseline": row.baseline_on,
        "a target": row.target,
        "the date of the target": course.due,
    }
    return (name for name, value in ends.items() if value is None)


def _undefined(series: Sequence[Dated]) -> Iterator[str]:
    """Say why the latest figure has no value."""
    if series and series[-1].value is None:
        yield f"{format_date(series[-1].on)}: {series[-1].figure.why_not}"


def _and(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _value(value: Decimal, unit: str) -> str:
    known = read_unit(unit)
    shortest = Decimal(words(value))
    return with_unit(shortest, known) if known else f"{words(value)} {unit}".strip()


def _difference(value: Decimal, unit: str) -> str:
    known = read_unit(unit)
    return _value(value, Unit.POINTS.label if known is Unit.PERCENT else unit)

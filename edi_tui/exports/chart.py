"""A table of numbers drawn as bars, each with its words, so that colour says nothing alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from edi_tui.exports.paper import Table

_WIDTH, _LONGEST = 320, 200
"""Of the drawing, and of the longest bar in it."""
_LINE, _BAR, _GAP = 16, 14, 8
"""Heights of a row's name and of a bar, and what parts two rows."""
_FILLS = ("#005eb8", "#768692")
"""Of the first number of each row, and of the others."""


def svg_of(table: Table, font: str) -> str:
    """Return the drawing of a table as SVG that reads its alternative to who cannot see it.

    Args:
        table: Its first column names each row, and those of numbers have a bar.
        font: The family of fonts of its words.
    """
    drawn = "".join(_rows(table))
    height = len(table.rows) * _height(table)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f"aria-label={quoteattr(alternative(table))} font-family={quoteattr(font)} "
        f'font-size="11" fill="#212b32">{drawn}</svg>'
    )


def alternative(table: Table) -> str:
    """Return the drawing in words."""
    places = _places(table)
    rows = (
        f"{row[0]}: " + ", ".join(f"{row[at]} in {table.columns[at].heading}" for at in places)
        for row in table.rows
    )
    return f"Bar chart, {table.caption}. {'; '.join(rows)}."


def _places(table: Table) -> Sequence[int]:
    return [place for place, column in enumerate(table.columns) if column.right]


def _height(table: Table) -> int:
    return _LINE + _BAR * len(_places(table)) + _GAP


def _rows(table: Table) -> Iterator[str]:
    """Yield the words and the bars of each row."""
    places = _places(table)
    most = max((_number(row[at]) for row in table.rows for at in places), default=0) or 1
    for number, row in enumerate(table.rows):
        top = number * _height(table)
        yield f'<text x="0" y="{top + _LINE - 4}" font-weight="bold">{escape(row[0])}</text>'
        for order, at in enumerate(places):
            said = f"{row[at]} in {table.columns[at].heading}"
            yield _bar(top + _LINE + order * _BAR, _number(row[at]) * _LONGEST // most, order, said)


def _number(text: str) -> int:
    """Return the number in a cell; 0 where words stand in its place."""
    return int(text) if text.isdecimal() else 0


def _bar(top: int, length: int, order: int, said: str) -> str:
    fill = _FILLS[min(order, 1)]
    return (
        f'<rect x="0" y="{top}" width="{max(length, 1)}" height="{_BAR - 2}" fill="{fill}"/>'
        f'<text x="{length + 6}" y="{top + _BAR - 4}">{escape(said)}</text>'
    )

"""What the commands print: data on standard output, everything else on standard error."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from edi_tui.cli.settings import Options
from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.fields import LINE
from edi_tui.domain.text import one_line, visible

SCHEMA = 1
"""The version of the JSON that the commands write."""

_PADDED = LINE
"""Longest cell that a column makes room for where nothing is cut: any title, but no whole text."""


def say(text: str) -> None:
    """Print data."""
    print(visible(text))


def tell(options: Options, text: str) -> None:
    """Print narration, unless it is not wanted."""
    if not options.quiet:
        print(visible(text), file=sys.stderr)


def say_json(plain: Mapping[str, object]) -> None:
    """Print one JSON object, beginning with the version of its shape."""
    from edi_tui.exports.to_data import to_data

    sys.stdout.flush()
    sys.stdout.buffer.write(to_data({"schema": SCHEMA, **plain}))


def say_error(error: EdiError) -> None:
    """Print why something was refused; each wrong value on a line of its own."""
    if not isinstance(error, InvalidError):
        print(visible(f"{error.title}: {error}"), file=sys.stderr)
        return
    print(f"{error.title}:", file=sys.stderr)
    for name, text in error.problems.items():
        print(visible(f"  {_option(name)}: {text}"), file=sys.stderr)


def _option(name: str) -> str:
    """Return the option of a field as its help names it first."""
    from edi_tui.domain.fields import option_names
    from edi_tui.domain.records import DRAFTS, fields_of

    for fields in map(fields_of, DRAFTS.values()):
        for field in fields:
            if field.name == name:
                return option_names(field, {one.name for one in fields})[0]
    return f"--{name.replace('_', '-')}"


def screen_width() -> int | None:
    """Return the columns of the terminal; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def say_table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    right: Sequence[bool] = (),
    wrap: bool = False,
) -> None:
    """Print a table: fitted to the terminal, or whole where the output goes elsewhere.

    Args:
        headings: What stands over the columns.
        rows: The cells.
        right: Which columns stand on the right.
        wrap: Whether the last column goes on in further lines where others are cut.
    """
    width = screen_width()
    lines = [[one_line(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(_columns(line[place]) for line in lines) for place in range(len(headings))]
    fitted = _shrunk(widths, width) if width else [min(wide, _PADDED) for wide in widths]
    numeric = right or [False] * len(headings)
    if width and wrap:
        lines = [part for line in lines for part in _under(line, fitted[-1])]
    for line in lines:
        cells = zip(line, fitted, numeric, strict=True)
        texts = (_cell(text, wide, cut=bool(width), right=r) for text, wide, r in cells)
        print("  ".join(texts).rstrip())


def _under(line: Sequence[str], width: int) -> Iterator[list[str]]:
    """Yield a line, and further ones under its last cell where that is longer than its column."""
    *others, last = line
    # A sign may take two columns, and what is cut would stand nowhere.
    signs = width if _columns(last) <= len(last) else width // 2
    first, *more = textwrap.wrap(last, max(signs, 1), break_on_hyphens=False) or [""]
    yield [*others, first]
    for part in more:
        yield [*[""] * len(others), part]


def _shrunk(widths: Sequence[int], screen: int) -> list[int]:
    """Return widths that fit the screen, taken from the widest column as long as need be."""
    room = screen - 2 * (len(widths) - 1)
    fitted = [min(wide, room) for wide in widths]
    while sum(fitted) > room and max(fitted) > 1:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _cell(text: str, width: int, *, cut: bool, right: bool) -> str:
    if cut and _columns(text) > width:
        text = text[:width]
        while text and _columns(text) >= width:
            text = text[:-1]
        text += "…"
    blank = " " * (width - _columns(text))
    return blank + text if right else text + blank


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def say_fields(fields: Sequence[tuple[str, str]]) -> None:
    """Print labels with their values beside them, long prose wrapped to the terminal."""
    wide = max((_columns(label) for label, _ in fields), default=0) + 2
    for label, value in fields:
        first, *rest = _wrapped(visible(value), wide) or [""]
        print(f"{visible(label)}{' ' * (wide - _columns(label))}{first}".rstrip())
        for line in rest:
            print(f"{' ' * wide}{line}".rstrip())


def say_prose(text: str, *, indent: int) -> None:
    """Print prose, indented and wrapped to the terminal."""
    for line in _wrapped(visible(text), indent):
        print(f"{' ' * indent}{line}".rstrip())


def _wrapped(text: str, indent: int) -> list[str]:
    width = screen_width()
    if width is None:
        return text.split("\n")
    room = max(width - indent, 20)
    lines = [textwrap.wrap(line, room) or [""] for line in text.split("\n")]
    return [part for line in lines for part in line]

"""How the texts of a paper are parted among slides: none is shortened, none runs off its slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest


def lines_in(text: str, width: int) -> int:
    """Return how many lines a text takes at a width in characters, about."""
    return sum(len(line) // width + 1 for line in text.split("\n"))


def parted(text: str, width: int, most: int) -> list[str]:
    """Return a text in pieces of at most so many lines, which together are the text."""
    pieces: list[str] = []
    for line in text.splitlines(keepends=True) if "\n" in text else [text]:
        for part in _cut(line, width * (most - 1)):
            if pieces and lines_in(pieces[-1] + part, width) <= most:
                pieces[-1] += part
            else:
                pieces.append(part)
    return pieces or [""]


def _cut(line: str, longest: int) -> Iterator[str]:
    """Yield a line in parts of at most so many characters, cut after a blank where one is."""
    while len(line) > longest:
        place = line.rfind(" ", 0, longest) + 1 or longest
        yield line[:place]
        line = line[place:]
    yield line


def parted_row(row: Iterable[str], widths: Sequence[int], most: int) -> Iterator[tuple[str, ...]]:
    """Yield a row of a table as rows of at most so many lines; what follows on stands below."""
    cells = [parted(text, width, most) for text, width in zip(row, widths, strict=True)]
    yield from zip_longest(*cells, fillvalue="")


def paged(sizes: Sequence[int], room: int) -> Iterator[slice]:
    """Yield which things, by their sizes, stand together on a page; each page has one at least."""
    start = used = 0
    for place, size in enumerate(sizes):
        if place > start and used + size > room:
            yield slice(start, place)
            start, used = place, 0
        used += size
    yield slice(start, len(sizes))

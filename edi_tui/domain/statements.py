"""Sentences of a pasted statement, each with its place in the original."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BULLETS = "\u2022\u25aa\u25e6\u25cf\u2023\u2043\uf0b7\uf0a7"
_BULLET = re.compile(f"[{_BULLETS}]")
_MARKER = re.compile(
    rf"(?:\s|[{_BULLETS}]|[-*\u2013\u2014\u00b7](?=\s|\Z)|o(?=\s+\S)"
    r"|(?:\d{1,2}[.)]|[a-z]\)|\((?:[a-z]|[ivx]{2,4}|\d{1,2})\))(?=\s+\S))"
)
"""White space, a bullet or a list number, of those that begin a sentence."""
_LISTED = re.compile(rf"\s*(?!\s){_MARKER.pattern}")
_END = re.compile(r"(?<![.!?\u2026])[.!?\u2026]+[\"'\u201d\u2019)\]\u00bb]*(?=\s+(?P<next>\S))")
_BEFORE = r"(?:^|(?<=[\s(\[\"'\u201c\u2018/]))"
_SHORT = re.compile(
    rf"{_BEFORE}(?:dr|mrs?|ms|mx|prof|st|rev|hon|vs|cf|incl|[a-z]|(?:[a-z]\.)+[a-z])\.\Z",
    re.IGNORECASE,
)
"""A full stop that ends a short form or an initial, not a sentence."""
_COUNTED = re.compile(
    rf"{_BEFORE}(?:nos?|approx|paras?|figs?|pp|jan|feb|aug|sept?|oct|nov|dec)\.\Z", re.IGNORECASE
)
"""A full stop that does so before a number alone."""
_LONGEST = 16
"""Characters of the longest short form that is looked for."""
_LEAD_IN = re.compile(r":(?=\s)")
_NEXT_PART = re.compile(r";(?=\s+\S)")
_WRAPPED = range(60, 121)
"""Lengths in characters of a line that was probably cut where a column ended."""
_WORDS = 3
"""Fewer words than this are a heading or a scrap."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a statement, in its own words."""

    text: str
    place: int
    """Its number in the statement, from 1."""
    start: int
    end: int
    """Where it stands: `statement[start:end]` is its text."""

    @property
    def words(self) -> str:
        """Its words on one line, however the statement was set."""
        return " ".join(self.text.split())

    @property
    def fragment(self) -> bool:
        """Whether it says nothing by itself: a heading or scrap, or what leads in to a list."""
        words = [word for word in self.text.split() if any(map(str.isalnum, word))]
        return len(words) < _WORDS or self.text.endswith(":")


def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a statement into its sentences, in order.

    Bullets, numbers of list items and white space stand between sentences; every other character
    is part of one. A list that a colon leads in to and semicolons part gives a sentence for each
    of its items.
    """
    spans = [
        span
        for block in _blocks(text)
        for whole in _sentences(text, *block)
        for span in _items(text, *whole)
    ]
    return tuple(
        Sentence(text[start:end], place, start, end)
        for place, (start, end) in enumerate(spans, start=1)
    )


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs, headings and list items: lines that belong together."""
    start = above = None
    for line in _lines(text):
        if start is not None and (above is None or not _goes_on(text[slice(*above)], text, line)):
            yield start, line[0]
            start = None
        if start is None:
            start = line[0]
        above = line
    if start is not None:
        yield start, len(text)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines; a bullet anywhere begins a line of its own."""
    cuts = {0, *(match.end() for match in _LINE_END.finditer(text))}
    cuts |= {match.start() for match in _BULLET.finditer(text)}
    ends = sorted(cuts | {len(text)})
    yield from pairwise(ends)


def _goes_on(above: str, text: str, line: tuple[int, int]) -> bool:
    """Tell whether a line continues the sentence of the line above it."""
    said, here = above.strip(), text[slice(*line)]
    if not said or not here.strip() or said[-1] in ":;" or _LISTED.match(here):
        return False
    return here.strip()[0].islower() or len(said) in _WRAPPED


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences within a block."""
    while (start := _begun(text, start, end)) < end:
        stop = next(
            (match.end() for match in _END.finditer(text, start, end) if _ends(match, start)), end
        )
        yield _trimmed(text, start, stop)
        start = stop


def _ends(match: re.Match[str], start: int) -> bool:
    """Tell whether a stop ends a sentence, as what stands before and after it shows."""
    follows = match["next"]
    if match[0] == ".":
        said = match.string[max(start, match.end() - _LONGEST) : match.end()]
        if _SHORT.search(said) or (follows.isdigit() and _COUNTED.search(said)):
            return False
    return not follows.islower()


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lead-in and the items of a list within a sentence, or else the sentence."""
    lead = _LEAD_IN.search(text, start, end)
    parts = list(_NEXT_PART.finditer(text, lead.end(), end)) if lead else []
    if lead is None or not parts:
        yield start, end
        return
    for stop in (lead.end(), *(part.end() for part in parts), end):
        begun = _begun(text, start, stop)
        if begun < stop:
            yield _trimmed(text, begun, stop)
        start = stop


def _begun(text: str, start: int, end: int) -> int:
    """Return where the words begin, after white space, bullets and list numbers."""
    while start < end and (match := _MARKER.match(text, start, end)):
        start = match.end()
    return start


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip())

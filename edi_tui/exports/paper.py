"""The content of a paper, before it takes the shape of any format."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.text import one_line, visible
from edi_tui.domain.words import Audience


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    heading: str
    right: bool = False
    """Whether it holds numbers."""
    status: bool = False
    """Whether each cell begins with the letter of a status."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: every cell is worded, so that all formats say the same."""

    caption: str
    """One line, and no other table's of the paper, so that each is told from the others."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str
    """The sentence that stands where there are no rows."""
    drawn: bool = False
    """Whether formats that can draw show its whole numbers as bars as well."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs and then tables."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper."""

    title: str
    subtitles: tuple[str, ...]
    sections: tuple[Section, ...]
    dated: date
    """The date that files carry as the day of their making."""
    audience: Audience = Audience.COMMITTEE
    """Whom it is for; what it holds was chosen for them, whatever the format."""
    manifest: str = ""
    """One line of ASCII that files carry unseen: what it was made from; empty for other papers."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables, in order."""
        return tuple(table for section in self.sections for table in section.tables)

    @property
    def headings(self) -> tuple[str, ...]:
        """What the columns of all tables say, each once."""
        said = (column.heading for table in self.tables for column in table.columns)
        return tuple(dict.fromkeys(said))


_NO_CHARACTERS = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
"""Code points that XML cannot hold and no terminal minds."""


def printable(paper: Paper) -> Paper:
    """Return the paper with every text made visible: what no format could hold or show.

    Cells keep their line breaks; all other text is one line.
    """
    return dataclasses.replace(
        paper,
        title=_line(paper.title),
        subtitles=tuple(map(_line, paper.subtitles)),
        sections=tuple(map(_section, paper.sections)),
    )


def _section(section: Section) -> Section:
    return Section(
        heading=_line(section.heading),
        paragraphs=tuple(map(_line, section.paragraphs)),
        tables=tuple(map(_table, section.tables)),
    )


def _table(table: Table) -> Table:
    return dataclasses.replace(
        table,
        caption=_line(table.caption),
        rows=tuple(tuple(shown(cell) for cell in row) for row in table.rows),
    )


def _line(text: str) -> str:
    return one_line(shown(text))


def shown(text: str) -> str:
    """Return the text with each character that could steer or break something made visible."""
    return visible(text).translate(_NO_CHARACTERS)


_WORD, _LINE = 14, 40
"""Longest word and line that a column is made wide enough for, in characters."""
_DATE = 11
"""Longest text that is not broken, in characters: that of a date."""
_TEXT = 160
"""Longest line by which columns share room, in characters."""
_WORD_EDGE, _LINE_EDGE = 2, 3
"""What bold type and the edges of a cell take besides, in characters."""


def widths(table: Table, room: int | None = None) -> list[int]:
    """Return how wide each column is best made, in characters.

    Args:
        table: The table.
        room: What all columns share: each gets its longest word first, then its part of the
            rest by its longest line, so that rows are as low as they can be. Without it each
            gets its longest line.
    """
    columns = list(zip((column.heading for column in table.columns), *table.rows, strict=True))
    if room is None:
        return [min(_longest_line(texts), _LINE) + _LINE_EDGE for texts in columns]
    words = _least(columns, _DATE)
    if sum(words) > room:
        words = _least(columns, 0)
    lines = [min(_longest_line(texts), _TEXT) + _LINE_EDGE for texts in columns]
    wishes = [max(line - word, 0) for line, word in zip(lines, words, strict=True)]
    part = min(max(room - sum(words), 0) / max(sum(wishes), 1), 1)
    shrink = min(room / sum(words), 1)
    return [int((word + wish * part) * shrink) for word, wish in zip(words, wishes, strict=True)]


def _longest_line(texts: Sequence[str]) -> int:
    joined = "\n".join(texts)
    # Few texts have lines, and to part those that have none would take time.
    lines = texts if joined.count("\n") < len(texts) else joined.split("\n")
    return max(map(len, lines))


def _least(columns: Sequence[Sequence[str]], whole: int) -> list[int]:
    """Return what each column needs, with texts of so many characters in one line."""
    longest = (max(_longest_word(text, whole) for text in texts) for texts in columns)
    return [min(word, _WORD) + _WORD_EDGE for word in longest]


def _longest_word(text: str, whole: int) -> int:
    words = [text] if len(text) <= whole else text.split()
    # Capitals are about half as wide again as other letters.
    return max((len(word) + sum(map(str.isupper, word)) // 2 for word in words), default=0)

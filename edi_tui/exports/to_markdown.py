"""A paper as Markdown."""

from __future__ import annotations

import re

from edi_tui.exports.manifest import MARK
from edi_tui.exports.paper import Column, Paper, Section, Table

_INLINE = re.compile(r"[\\`*_\[\]<>&|~$]|(?<!\S)#")
_OPENING = re.compile(r"^(\d{1,9})([.)])|^([-+=#])")


def to_markdown(paper: Paper) -> bytes:
    """Return the paper as GitHub-flavoured Markdown, in which every text reads literally."""
    blocks = [f"# {_inline(paper.title)}"]
    blocks += map(_paragraph, paper.subtitles)
    for section in paper.sections:
        blocks += _section(section)
    if paper.manifest:
        blocks.append(f"<!-- {MARK} {paper.manifest} -->")
    return ("\n\n".join(blocks) + "\n").encode()


def _section(section: Section) -> list[str]:
    blocks = [f"## {_inline(section.heading)}", *map(_paragraph, section.paragraphs)]
    for table in section.tables:
        blocks += [f"**{_inline(table.caption)}**", _table(table)]
    return blocks


def _table(table: Table) -> str:
    if not table.rows:
        return _paragraph(table.empty)
    lines = [
        _row(tuple(column.heading for column in table.columns)),
        f"| {' | '.join(map(_rule, table.columns))} |",
        *map(_row, table.rows),
    ]
    return "\n".join(lines)


def _rule(column: Column) -> str:
    return "---:" if column.right else "---"


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_inline(cell).replace(chr(10), '<br>') for cell in cells)} |"


def _inline(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)


def _paragraph(text: str) -> str:
    return _OPENING.sub(r"\1\\\2\3", _inline(text))

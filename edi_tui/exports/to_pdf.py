"""A paper as a tagged PDF, made by typst to the settings of PDF/UA-1."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from importlib.resources import files
from itertools import groupby
from typing import Any

from edi_tui.exports.chart import alternative, svg_of
from edi_tui.exports.errors import ExportError
from edi_tui.exports.paper import Paper, Section, Table, widths

_WIDE = 6
"""Most columns that an upright page can show."""
_FONT = "Libertinus Serif"
_ROOM = {False: 120, True: 180}
"""Characters of a table's type across a page, upright and landscape."""
_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ROUNDS = 20
"""How often signs that the fonts lack are looked for: typst does not always name all at once."""
_NOTE = (
    "The fonts of this file lack some signs, which stand in it as their numbers in Unicode, such "
    "as {}. The other formats of this paper have the signs themselves."
)


def to_pdf(paper: Paper) -> bytes:
    """Return the paper as a .pdf file that looks the same everywhere.

    Its fonts are those that typst brings, never those of this computer. A sign that they lack
    stands as its number, and the paper says so.

    Raises:
        ExportError: The library that makes it is not installed, or it cannot be made.
    """
    content, lacking = _content(paper), set[str]()
    for _ in range(_ROUNDS):
        try:
            return _compiled(paper, _numbered(content, lacking))
        except _LackingError as error:
            lacking |= error.signs
    raise ExportError("The PDF could not be made: its fonts lack too much. Choose docx or html.")


class _LackingError(Exception):
    """Typst's fonts have no shape for some signs."""

    def __init__(self, signs: set[str]) -> None:
        super().__init__()
        self.signs = signs


def _compiled(paper: Paper, content: str) -> bytes:
    try:
        import typst
    except ImportError as error:
        raise ExportError(
            "PDF papers need a library that is not installed here; install it with: pip install "
            '"edi-tui[pdf]". Or choose docx or html.'
        ) from error
    template = files("edi_tui.exports").joinpath("templates/paper.typ").read_bytes()
    try:
        made = typst.compile(
            template,
            format="pdf",
            sys_inputs={"paper": content},
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            timestamp=datetime.combine(paper.dated, time(), UTC),
        )
    except typst.TypstError as error:
        raise _refusal(error.diagnostic) from error
    return made


def _refusal(diagnostic: str) -> Exception:
    signs = {sign for text in _LACKING.findall(diagnostic) for sign in text if sign > "\x7f"}
    return _LackingError(signs) if signs else ExportError(f"The PDF was not made: {diagnostic}.")


def _numbered(content: dict[str, Any], lacking: set[str]) -> str:
    """Return the content as JSON, with the numbers of signs that the fonts lack in their place."""
    note = [_NOTE.format(_number(min(lacking)))] if lacking else []
    said = content | {"subtitles": [*content["subtitles"], *note]}
    numbers = {ord(sign): _number(sign) for sign in lacking}
    return json.dumps(said, ensure_ascii=False).translate(numbers)


def _number(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"


def _content(paper: Paper) -> dict[str, Any]:
    return {
        "title": paper.title,
        "subtitles": list(paper.subtitles),
        "manifest": [paper.manifest] if paper.manifest else [],
        "runs": [
            {"wide": wide, "sections": [_section(one, _ROOM[wide]) for one in sections]}
            for wide, sections in groupby(paper.sections, _is_wide)
        ],
    }


def _is_wide(section: Section) -> bool:
    """Tell whether a section needs pages of the other orientation."""
    return any(len(table.columns) > _WIDE and table.rows for table in section.tables)


def _section(section: Section, room: int) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "paragraphs": section.paragraphs,
        "tables": [_table(table, room) for table in section.tables],
    }


def _table(table: Table, room: int) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "empty": table.empty,
        "headings": [column.heading for column in table.columns],
        "right": [column.right for column in table.columns],
        "widths": widths(table, room) if table.rows else [],
        "rows": table.rows,
        "chart": svg_of(table, _FONT) if table.drawn else "",
        "alternative": alternative(table) if table.drawn else "",
    }

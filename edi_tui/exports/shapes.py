"""The other shapes in which a quarter is told, each for the place that it goes into."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from edi_tui.domain.due import format_date
from edi_tui.exports.baf_block import baf_sections
from edi_tui.exports.cover_sheet import cover_sections
from edi_tui.exports.eds_list import eds_sections
from edi_tui.exports.errors import ExportError
from edi_tui.exports.frozen_words import frozen_words
from edi_tui.exports.paper import Paper, Section, printable
from edi_tui.exports.said_and_did import said_sections
from edi_tui.exports.to_html import to_html
from edi_tui.exports.to_markdown import to_markdown
from edi_tui.exports.to_ods import to_ods
from edi_tui.exports.to_pdf import to_pdf
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.to_word import to_word
from edi_tui.exports.upward_report import upward_sections
from edi_tui.services.report import StatusReport


class Shape(NamedTuple):
    """One shape of a paper."""

    title: str
    audience: str
    sections: Callable[[StatusReport], tuple[Section, ...]]


_COMMITTEE = "For the committee, not for publication"
SHAPES: Mapping[str, Shape] = {
    "cover": Shape("Cover sheet", _COMMITTEE, cover_sections),
    "baf": Shape("Board assurance framework: contribution", _COMMITTEE, baf_sections),
    "eds": Shape("EDS 2022, domain 3: evidence", _COMMITTEE, eds_sections),
    "upward": Shape("Upward report", _COMMITTEE, upward_sections),
    "said": Shape(
        "You said, we did", "For the staff networks, each its own section", said_sections
    ),
}
"""The shapes by the words that commands know them by."""
_WRITERS: Mapping[str, Callable[[Paper], bytes]] = {
    "md": to_markdown,
    "html": to_html,
    "docx": to_word,
    "xlsx": to_sheet,
    "ods": to_ods,
    "pdf": to_pdf,
}
SHAPE_FORMATS = tuple(_WRITERS)
"""Formats of the shapes."""


def shape_paper(name: str, report: StatusReport) -> Paper:
    """Return a quarter in one of `SHAPES`."""
    shape = SHAPES[name]
    return printable(
        Paper(
            title=f"{shape.title}, {report.quarter}",
            subtitles=(
                report.now.organisation.name,
                f"Progress as at {format_date(report.as_at)}",
                *frozen_words(report),
                shape.audience,
            ),
            sections=shape.sections(report),
            dated=report.as_at,
        )
    )


def shape_bytes(name: str, report: StatusReport, file_format: str) -> bytes:
    """Return a quarter in one of `SHAPES` as a file.

    Raises:
        ExportError: It is none of `SHAPE_FORMATS`.
    """
    if file_format not in _WRITERS:
        known = ", ".join(SHAPE_FORMATS)
        raise ExportError(f"“{file_format}” is not a format of this; use {known}.")
    return _WRITERS[file_format](shape_paper(name, report))

"""The other shapes in which a quarter is told, each for the place that it goes into."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from edi_tui.domain.due import format_date
from edi_tui.exports.baf_block import baf_sections
from edi_tui.exports.cover_sheet import cover_sections
from edi_tui.exports.eds_list import eds_sections
from edi_tui.exports.errors import ExportError
from edi_tui.exports.formats import PAPER_FORMATS, written
from edi_tui.exports.frozen_words import frozen_words
from edi_tui.exports.manifest import shape_manifest
from edi_tui.exports.meeting_summary import meeting_sections
from edi_tui.exports.metric_return import return_sections
from edi_tui.exports.paper import Paper, Section, printable
from edi_tui.exports.said_and_did import said_sections
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
    "hia1": Shape("High impact action 1, metric 1a: return", _COMMITTEE, return_sections),
    "summary": Shape("Summary", _COMMITTEE, meeting_sections),
    "upward": Shape("Upward report", _COMMITTEE, upward_sections),
    "said": Shape(
        "You said, we did", "For the staff networks, each its own section", said_sections
    ),
}
"""The shapes by the words that commands know them by."""


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


def shape_bytes(
    name: str, report: StatusReport, file_format: str, *, template: bytes | None = None
) -> bytes:
    """Return a quarter in one of `SHAPES` as a file.

    Raises:
        ExportError: It is none of `PAPER_FORMATS`, the format cannot hold a text, or the template
            lacks a style.
    """
    if file_format not in PAPER_FORMATS:
        known = ", ".join(PAPER_FORMATS)
        raise ExportError(f"“{file_format}” is not a format of this; use {known}.")
    paper = shape_paper(name, report)
    return written(paper, shape_manifest(paper, name, report, file_format), template)

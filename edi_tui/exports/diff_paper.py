"""What changed between two quarters, as a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edi_tui.domain.due import format_date
from edi_tui.domain.quarter_diff import QuarterDiff, RecordChange
from edi_tui.domain.quarters import Quarter
from edi_tui.exports.changes_section import UNTOUCHED, told_table
from edi_tui.exports.formats import written
from edi_tui.exports.manifest import Manifest, made_by
from edi_tui.exports.paper import Column, Paper, Section, Table, printable
from edi_tui.exports.wording import said

DIFF = "diff"
"""The word by which a manifest knows the paper."""


def diff_bytes(found: QuarterDiff, file_format: str, *, template: bytes | None = None) -> bytes:
    """Return the paper of what changed as a file.

    Args:
        found: What changed.
        file_format: One of `PAPER_FORMATS`.
        template: A Word document whose styles a docx takes on.

    Raises:
        ExportError: The format cannot hold a text, or the template lacks a style.
    """
    paper = diff_paper(found)
    return written(paper, diff_manifest(paper, found, file_format), template)


def diff_manifest(paper: Paper, found: QuarterDiff, file_format: str) -> Manifest:
    """Return the manifest of the paper of what changed, which names both quarters' snapshots."""
    before, after = found.before, found.after
    return Manifest(
        paper=DIFF,
        format=file_format,
        made_by=made_by(file_format),
        quarter=after.name if after.snapshot else str(Quarter.containing(after.as_at)),
        as_at=after.as_at.isoformat(),
        snapshot=after.snapshot,
        head=after.head,
        before=before.snapshot,
        columns=paper.headings,
    )


def diff_paper(found: QuarterDiff) -> Paper:
    """Return the paper of what changed: as a board speaks of it, then field by field."""
    before, after = found.before, found.after
    return printable(
        Paper(
            title=f"What changed from {before.name} to {after.name}",
            subtitles=(
                f"Progress as at {format_date(before.as_at)} and {format_date(after.as_at)}",
                "For the committee, not for publication",
            ),
            sections=tuple(_sections(found)),
            dated=after.as_at,
        )
    )


def _sections(found: QuarterDiff) -> Iterator[Section]:
    yield Section("In short", tables=(told_table("What changed", found.sentences),))
    yield Section("Field by field", tables=(_fields("Changed records", found.records),))
    if found.frameworks or found.items:
        tables = (_fields("Changed framework items", found.items),)
        yield Section("Frameworks", found.frameworks, tables)
    if found.rules:
        yield Section("Rules", (UNTOUCHED, *found.rules))


def _fields(caption: str, changes: Sequence[RecordChange]) -> Table:
    headings = ("Ref", "Record", "Field", "Was", "Is")
    rows = [row for change in changes for row in _rows(change)]
    return Table(
        caption,
        tuple(map(Column, headings)),
        tuple(rows),
        "No record was changed, added or withdrawn.",
    )


def _rows(change: RecordChange) -> list[tuple[str, ...]]:
    named = (change.ref, said(change.name))
    if not change.differences:
        return [(*named, change.fate.label, said(""), said(""))]
    return [(*named, one.label, said(one.was), said(one.now)) for one in change.differences]

"""A paper made anew from what was frozen, by what its manifest says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from edi_tui.domain.closing import Closing
from edi_tui.domain.errors import CorruptError
from edi_tui.domain.words import Audience
from edi_tui.exports.appraisal_sheet import SHEET, sheet_manifest, sheet_paper
from edi_tui.exports.diff_paper import DIFF, diff_manifest, diff_paper
from edi_tui.exports.export import FORMATS, paper_bytes, public_paper_bytes
from edi_tui.exports.formats import PAPER_FORMATS, written
from edi_tui.exports.manifest import (
    SITE,
    Manifest,
    manifest_of,
    public_manifest,
    shape_manifest,
)
from edi_tui.exports.paper import Paper
from edi_tui.exports.shapes import SHAPES, shape_paper
from edi_tui.exports.site_again import page_again
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.member_appraisals import member_appraisals
from edi_tui.services.public_report import published_reports
from edi_tui.services.quarter_diff import compare_snapshots
from edi_tui.services.register import Register

STATUS = "status"
"""The paper that is written for others than the committee too."""


def is_known(manifest: Manifest) -> bool:
    """Tell whether this release makes such papers."""
    if manifest.paper == STATUS:
        return manifest.format in FORMATS
    if manifest.paper == SITE:
        return (manifest.format, manifest.audience) == ("html", Audience.PUBLIC.value)
    known = manifest.paper in (DIFF, SHEET, *SHAPES) and manifest.format in PAPER_FORMATS
    return known and manifest.audience == Audience.COMMITTEE.value


def remade(
    register: Register,
    snapshots: Sequence[Closing],
    manifest: Manifest,
    template: bytes | None,
) -> Iterator[bytes]:
    """Yield a paper made anew, with the name of the program that made it then.

    Args:
        register: The register that it is made from.
        snapshots: Those that it was made from, the newest first.
        manifest: What the paper says of itself; one that `is_known`.
        template: The Word document that it is written into.

    Yields:
        The file; for the public each that it may have been given, none where the snapshot was never
        published.

    Raises:
        CorruptError: What was frozen has been changed since.
        ExportError: The format cannot be written here.
    """
    closing = snapshots[0]
    if manifest.paper == SITE:
        yield from page_again(register, manifest)
        return
    if manifest.audience == Audience.PUBLIC.value:
        yield from _public(register, closing, manifest, template)
        return
    report = kept_quarter(register, closing).report
    if manifest.paper == STATUS:
        if report.changes and report.changes.damage:
            raise CorruptError(report.changes.damage)
        audience = Audience(manifest.audience)
        then = manifest_of(report, manifest.format, audience)
        yield paper_bytes(report, replace(then, made_by=manifest.made_by), template)
        return
    paper, then = _shaped(register, snapshots, manifest)
    yield written(paper, replace(then, made_by=manifest.made_by), template)


def _shaped(
    register: Register, snapshots: Sequence[Closing], manifest: Manifest
) -> tuple[Paper, Manifest]:
    """Return a paper of any shape but the status paper's, with its manifest of today."""
    name, layout = manifest.paper, manifest.format
    if name == DIFF:
        changed = compare_snapshots(register, snapshots[-1], snapshots[0])
        paper = diff_paper(changed)
        return paper, diff_manifest(paper, changed, layout)
    report = kept_quarter(register, snapshots[0]).report
    if name == SHEET:
        member = member_appraisals(register, report, manifest.filter)
        paper = sheet_paper(member)
        return paper, sheet_manifest(paper, member, layout)
    paper = shape_paper(name, report)
    return paper, shape_manifest(paper, name, report, layout)


def _public(
    register: Register, closing: Closing, manifest: Manifest, template: bytes | None
) -> Iterator[bytes]:
    for given in published_reports(register, closing):
        then = public_manifest(given, manifest.format)
        yield public_paper_bytes(given, replace(then, made_by=manifest.made_by), template)

"""A paper made anew from what was frozen, by what its manifest says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edi_tui.domain.closing import Closing
from edi_tui.domain.words import Audience
from edi_tui.exports.diff_paper import DIFF, DIFF_FORMATS, diff_manifest, diff_paper
from edi_tui.exports.export import FORMATS, paper_bytes, public_paper_bytes
from edi_tui.exports.formats import written
from edi_tui.exports.manifest import Manifest, manifest_of, public_manifest, shape_manifest
from edi_tui.exports.shapes import SHAPE_FORMATS, SHAPES, shape_paper
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.public_report import published_report
from edi_tui.services.quarter_diff import compare_snapshots
from edi_tui.services.register import Register

STATUS = "status"
"""The paper that is written for others than the committee too."""


def is_known(manifest: Manifest) -> bool:
    """Tell whether this release makes such papers."""
    if manifest.paper == STATUS:
        return manifest.format in FORMATS
    formats = DIFF_FORMATS if manifest.paper == DIFF else SHAPE_FORMATS
    known = manifest.paper == DIFF or manifest.paper in SHAPES
    to_committee = manifest.audience == Audience.COMMITTEE.value
    return known and to_committee and manifest.format in formats


def remade(
    register: Register,
    snapshots: Sequence[Closing],
    manifest: Manifest,
    template: bytes | None,
) -> bytes | None:
    """Return a paper made anew, with the name of the program that made it then.

    Args:
        register: The register that it is made from.
        snapshots: Those that it was made from, the newest first.
        manifest: What the paper says of itself; one that `is_known`.
        template: The Word document that it is written into.

    Returns:
        The file; None for the public of a snapshot that was never published.

    Raises:
        CorruptError: What was frozen has been changed since.
        ExportError: The format cannot be written here.
    """
    closing = snapshots[0]
    if manifest.audience == Audience.PUBLIC.value:
        return _public(register, closing, manifest, template)
    if manifest.paper == DIFF:
        found = compare_snapshots(register, snapshots[-1], closing)
        then = diff_manifest(found, manifest.format)
        return written(diff_paper(found), replace(then, made_by=manifest.made_by))
    report = kept_quarter(register, closing).report
    if manifest.paper == STATUS:
        audience = Audience(manifest.audience)
        then = manifest_of(report, manifest.format, template, audience)
        return paper_bytes(report, replace(then, made_by=manifest.made_by), template)
    paper = shape_paper(manifest.paper, report)
    then = shape_manifest(paper, manifest.paper, report, manifest.format)
    return written(paper, replace(then, made_by=manifest.made_by))


def _public(
    register: Register, closing: Closing, manifest: Manifest, template: bytes | None
) -> bytes | None:
    given = published_report(register, closing)
    if given is None:
        return None
    then = public_manifest(given, manifest.format, template)
    return public_paper_bytes(given, replace(then, made_by=manifest.made_by), template)

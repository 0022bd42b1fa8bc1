"""Everything that can be exported, in every format."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Audience
from edi_tui.exports.errors import ExportError
from edi_tui.exports.formats import written
from edi_tui.exports.lists import Listing, list_csv, list_data, list_ods, list_sheet
from edi_tui.exports.manifest import Manifest, manifest_of, public_manifest
from edi_tui.exports.public_data import public_csv, public_data
from edi_tui.exports.public_paper import public_paper
from edi_tui.exports.status_paper import status_paper
from edi_tui.exports.to_csv import status_csv
from edi_tui.exports.to_data import status_data
from edi_tui.exports.write import nothing, write_atomic
from edi_tui.services.public_content import PublicReport
from edi_tui.services.report import StatusReport

_LISTS: dict[str, Callable[[Listing], bytes]] = {
    "csv": list_csv,
    "json": list_data,
    "xlsx": list_sheet,
    "ods": list_ods,
}

FORMATS = ("md", "html", "csv", "json", "xlsx", "ods", "docx", "pdf")
"""Formats of the status paper."""
LIST_FORMATS = tuple(_LISTS)
"""Formats of lists."""


def status_bytes(
    report: StatusReport,
    file_format: str,
    audience: Audience = Audience.COMMITTEE,
    *,
    template: bytes | None = None,
) -> bytes:
    """Return the status paper as a file; the same report always gives the same bytes.

    Args:
        report: What the paper says.
        file_format: One of `FORMATS`.
        audience: The committee or the board; `public_bytes` is for all others.
        template: A Word document whose styles a docx takes on.

    Raises:
        ExportError: It is none of `FORMATS`, the format cannot hold a text, or the template lacks
            a style.
    """
    _known(file_format)
    return paper_bytes(report, manifest_of(report, file_format, audience), template)


def paper_bytes(report: StatusReport, manifest: Manifest, template: bytes | None = None) -> bytes:
    """Return the status paper that a manifest of it describes, for a committee or a board.

    Raises:
        ExportError: The format cannot hold a text, or the template lacks a style.
    """
    audience = Audience(manifest.audience)
    if manifest.format == "csv":
        return status_csv(report, audience)
    if manifest.format == "json":
        return status_data(report, manifest)
    return written(status_paper(report, audience), manifest, template)


def public_bytes(report: PublicReport, file_format: str, *, template: bytes | None = None) -> bytes:
    """Return the status paper for all staff and the public as a file.

    Raises:
        ExportError: It is none of `FORMATS`, the format cannot hold a text, or the template lacks
            a style.
    """
    _known(file_format)
    return public_paper_bytes(report, public_manifest(report, file_format), template)


def public_paper_bytes(
    report: PublicReport, manifest: Manifest, template: bytes | None = None
) -> bytes:
    """Return the status paper for the public that a manifest of it describes.

    Raises:
        ExportError: The format cannot hold a text, or the template lacks a style.
    """
    if manifest.format == "csv":
        return public_csv(report)
    if manifest.format == "json":
        return public_data(report, manifest)
    return written(public_paper(report), manifest, template)


def _known(file_format: str) -> None:
    if file_format not in FORMATS:
        raise _unknown(file_format, FORMATS)


def list_bytes(listing: Listing, file_format: str) -> bytes:
    """Return rows of one kind as a file.

    Raises:
        ExportError: The kind is confidential, it is none of `LIST_FORMATS`, or the format cannot
            hold a text.
    """
    if listing.kind is Kind.APPRAISAL:
        raise ExportError(
            "Appraisals are confidential, so they are not written to files as a list. The sheet "
            "of one member is: edi-tui export appraisal --member REF."
        )
    if file_format not in _LISTS:
        raise _unknown(file_format, LIST_FORMATS)
    return _LISTS[file_format](listing)


def _unknown(file_format: str, formats: Sequence[str]) -> ExportError:
    return ExportError(f"“{file_format}” is not a format of this; use {', '.join(formats)}.")


def deliver(
    data: bytes,
    target: Path | None,
    *,
    force: bool = False,
    before: Callable[[], None] = nothing,
) -> None:
    """Write a finished file to its place, or to standard output where there is none.

    What is to be done before is done once the file lies ready beside its place.

    Raises:
        OutputExistsError: A file is there, and `force` is not given.
        ExportError: It cannot be written.
    """
    if target is None:
        before()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_atomic(target, data, force=force, before=before)

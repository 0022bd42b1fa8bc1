"""What a paper says of its own making, so that it can be checked against its quarter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any

from edi_tui import __version__
from edi_tui.domain.words import Audience
from edi_tui.exports.objectives_section import OBJECTIVE_HEADINGS
from edi_tui.exports.paper import Paper
from edi_tui.exports.public_paper import PUBLIC_HEADINGS
from edi_tui.services.public_content import PublicReport
from edi_tui.services.report import StatusReport

MARK = "edi-tui"
"""The name under which a file carries its manifest."""
SITE = "site"
"""The word by which a manifest knows a page of the site."""
LIST = "list"
"""The word by which it knows a list of records."""
_WRITERS = {
    "html": "jinja2",
    "xlsx": "xlsxwriter",
    "docx": "python-docx",
    "pdf": "typst",
    "pptx": "python-pptx",
}
"""The libraries whose releases decide the bytes of a format, besides this program's own."""
_RARE = ("before", "part")
"""What few papers say; those of older releases say nothing of it."""
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
"""Signs that could end a comment or an attribute before its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Which quarter a paper was made from, with which settings, by which program."""

    paper: str = "status"
    format: str
    made_by: str
    quarter: str
    as_at: str
    """ISO."""
    snapshot: str
    """The digest of the closed quarter; empty where it was not closed."""
    head: str
    """The newest entry of the change log, as papers print it."""
    before: str = ""
    """The digest of the earlier quarter, of a paper that compares with one."""
    part: str = ""
    """Which page of the site it is, or of which records a list."""
    audience: str = "committee"
    filter: str = ""
    """What was asked of the records; empty where all are in it."""
    columns: tuple[str, ...] = OBJECTIVE_HEADINGS
    """What is said of each objective; in another shape, of anything."""
    suppressed: int = 0
    """How many small numbers were left out."""
    template: str = ""
    """The SHA-256 of the Word document whose styles it took on; empty where there was none."""

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values; an earlier quarter, or a part, only where there is one."""
        plain = asdict(self) | {"columns": list(self.columns)}
        return {name: value for name, value in plain.items() if value or name not in _RARE}

    def line(self) -> str:
        """Return it as one line of ASCII that no format takes for its own signs."""
        return json.dumps(self.plain(), separators=(",", ":")).translate(_ESCAPES)


def manifest_of(
    report: StatusReport, file_format: str, audience: Audience = Audience.COMMITTEE
) -> Manifest:
    """Return the manifest of a status paper in a format, before it is written into a template.

    It names the quarter that the paper compares with, too.
    """
    changes = report.changes
    said = _manifest(report, file_format, audience)
    return replace(said, before=changes.snapshot if changes else "")


def _manifest(
    report: StatusReport, file_format: str, audience: Audience = Audience.COMMITTEE
) -> Manifest:
    closing = report.closing
    return Manifest(
        format=file_format,
        made_by=made_by(file_format),
        quarter=str(report.quarter),
        as_at=report.as_at.isoformat(),
        snapshot=closing.digest if closing else "",
        head=str(report.now.head),
        audience=audience.value,
    )


def shape_manifest(paper: Paper, name: str, report: StatusReport, file_format: str) -> Manifest:
    """Return the manifest of a quarter in another shape.

    Args:
        paper: What is said in it.
        name: The word by which commands know the shape.
        report: What it was made from.
        file_format: The format.
    """
    said = _manifest(report, file_format)
    return replace(said, paper=name, columns=paper.headings)


def public_manifest(report: PublicReport, file_format: str) -> Manifest:
    """Return the manifest of a status paper for the public."""
    return Manifest(
        format=file_format,
        made_by=made_by(file_format),
        quarter=str(report.quarter),
        as_at=report.as_at.isoformat(),
        snapshot=report.closing.digest,
        head=report.head,
        audience=Audience.PUBLIC.value,
        filter="published:yes",
        columns=PUBLIC_HEADINGS,
        suppressed=report.hidden,
    )


def page_manifest(report: PublicReport, path: str, columns: tuple[str, ...], head: str) -> Manifest:
    """Return the manifest of a page of the site.

    Args:
        report: The newest quarter that the page shows.
        path: Its way from the folder of the site.
        columns: What its tables say.
        head: The newest entry of the change log when the site was made.
    """
    said = public_manifest(report, "html")
    return replace(said, paper=SITE, part=path, columns=columns, head=head)


def template_digest(template: bytes | None) -> str:
    """Return the SHA-256 of a template; empty where there is none."""
    return "" if template is None else sha256(template).hexdigest()


def made_by(file_format: str) -> str:
    """Return this release, and that of the library that writes a format, where one does."""
    from importlib.metadata import PackageNotFoundError, version

    own, writer = f"edi-tui {__version__}", _WRITERS.get(file_format)
    try:
        return f"{own}, {writer} {version(writer)}" if writer else own
    except PackageNotFoundError:  # whoever writes or reads with it says so
        return own


def manifest_in(plain: object) -> Manifest | None:
    """Return the manifest that JSON values say; None where they say none."""
    if not isinstance(plain, Mapping):
        return None
    held = {**dict.fromkeys(_RARE, ""), **plain}
    said: dict[str, Any] = {name: held.get(name) for name in Manifest.__dataclass_fields__}
    columns, suppressed = said.pop("columns"), said.pop("suppressed")
    words = all(isinstance(value, str) and value.isprintable() for value in said.values())
    if not (words and isinstance(columns, list) and isinstance(suppressed, int)):
        return None
    return Manifest(**said, columns=tuple(map(str, columns)), suppressed=suppressed)

"""Whether a paper is what a closed quarter of this register gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from edi_tui.domain.closing import Closing
from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.words import Audience
from edi_tui.exports.export import (
    FORMATS,
    paper_bytes,
    public_bytes,
    public_paper_bytes,
    status_bytes,
)
from edi_tui.exports.manifest import (
    Manifest,
    made_by,
    manifest_of,
    public_manifest,
    template_digest,
)
from edi_tui.exports.public_data import PUBLIC_NAMES
from edi_tui.exports.read_manifest import FAULTS, read_manifest
from edi_tui.exports.to_csv import STATUS_NAMES
from edi_tui.services.closed_quarters import closings, knows
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.public_report import published_report
from edi_tui.services.register import Register

LARGEST = 500_000_000
"""Most bytes of a file that is taken for a paper."""
_TABLES = tuple(",".join(names).encode() for names in (STATUS_NAMES, PUBLIC_NAMES))
"""What papers in CSV begin with, which have no room for a manifest."""


class Verdict(StrEnum):
    """What a paper turned out to be."""

    MATCHES = "matches"
    REISSUED = "reissued"
    CHANGED = "changed"
    OTHER_RELEASE = "other_release"
    OTHER_REGISTER = "other_register"
    LOST = "lost"
    NOT_CLOSED = "not_closed"
    OTHER_TEMPLATE = "other_template"
    NO_PAPER = "no_paper"


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found of a paper."""

    verdict: Verdict
    said: str
    """One sentence that has the paper for its subject and leaves it out."""
    manifest: Manifest | None = None
    closing: Closing | None = None
    """The snapshot that it was made from."""


def verify_paper(register: Register, path: Path, template: bytes | None = None) -> Verified:
    """Make the paper again from what was frozen and compare the two; nothing is changed.

    Args:
        register: The register that it is held against.
        path: The paper.
        template: The Word document that it was written into, where it was.

    Raises:
        FileRefusedError: It is no file, or larger than any paper.
        CorruptError: What was frozen of its quarter has been changed since.
    """
    data = _content(path)
    manifest = read_manifest(data)
    if manifest is not None and manifest.format in FORMATS and manifest.audience in set(Audience):
        return _verified(register, data, manifest, template)
    if data.startswith(_TABLES):
        return _recognised(register, data)
    return Verified(
        Verdict.NO_PAPER,
        "says nothing of a quarter that it was made from: it is no status paper, or another "
        "program has saved it anew.",
    )


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise FileRefusedError(f"{path} is no file. Name the paper.")
    if path.stat().st_size > LARGEST:
        raise FileRefusedError(f"{path} is larger than any paper. Name the paper.")
    return path.read_bytes()


def _verified(
    register: Register, data: bytes, manifest: Manifest, template: bytes | None
) -> Verified:
    if not manifest.snapshot:
        said = f"was made while {manifest.quarter} was open, so nothing frozen vouches for it."
        return Verified(Verdict.NOT_CLOSED, said, manifest)
    made = closings(register)
    closing = next((one for one in made if one.digest == manifest.snapshot), None)
    if closing is None:
        return _strange(register, manifest)
    if not _same(data, _again(register, closing, manifest, template)):
        return _different(closing, manifest, template)
    return _standing(made, closing, manifest)


def _again(
    register: Register, closing: Closing, manifest: Manifest, template: bytes | None
) -> bytes | None:
    """Return the paper made anew, with the name of the program that made it then.

    There is none for the public of a snapshot that was never published.
    """
    audience, layout = Audience(manifest.audience), manifest.format
    if audience is Audience.PUBLIC:
        given = published_report(register, closing)
        if given is None:
            return None
        then = replace(public_manifest(given, layout, template), made_by=manifest.made_by)
        return public_paper_bytes(given, then, template)
    report = kept_quarter(register, closing).report
    then = manifest_of(report, layout, template, audience)
    return paper_bytes(report, replace(then, made_by=manifest.made_by), template)


def _same(paper: bytes, again: bytes | None) -> bool:
    """Tell whether two files are the same, or the same parts packed by another release of zlib."""
    if again is None or paper == again or not again.startswith(b"PK"):
        return paper == again
    try:
        with ZipFile(BytesIO(paper)) as one, ZipFile(BytesIO(again)) as other:
            return _directory(one) == _directory(other) and all(
                one.read(part) == other.read(part) for part in other.namelist()
            )
    except FAULTS:
        return False


def _directory(archive: ZipFile) -> list[tuple[object, ...]]:
    parts = archive.infolist()
    return [(part.filename, part.date_time, part.file_size, part.CRC) for part in parts]


def _strange(register: Register, manifest: Manifest) -> Verified:
    """Return what is said of a paper whose snapshot is not in the register."""
    if knows(register, manifest.head):
        said = (
            f"was made from a snapshot of {manifest.quarter} that this register no longer has, "
            "though its change log goes back to it."
        )
        return Verified(Verdict.LOST, said, manifest)
    said = f"is of another register: this one has never frozen {manifest.quarter} as it says."
    return Verified(Verdict.OTHER_REGISTER, said, manifest)


def _different(closing: Closing, manifest: Manifest, template: bytes | None) -> Verified:
    if manifest.template != template_digest(template):
        return Verified(Verdict.OTHER_TEMPLATE, _of_template(manifest), manifest, closing)
    if manifest.made_by != made_by(manifest.format):
        said = (
            f"was made by {manifest.made_by}, and {made_by(manifest.format)} makes "
            f"the paper of {closing.quarter} otherwise; verify it with the release that made it."
        )
        return Verified(Verdict.OTHER_RELEASE, said, manifest, closing)
    said = f"has been changed since it was written: {_named(closing)} gives another."
    return Verified(Verdict.CHANGED, said, manifest, closing)


def _of_template(manifest: Manifest) -> str:
    if not manifest.template:
        return "was written without a template; verify it without one."
    return "was written into a Word template; name that very file with --template."


def _standing(made: list[Closing], closing: Closing, manifest: Manifest | None) -> Verified:
    """Return what is said of a paper that is what was frozen: whether that still stands."""
    newest = [one for one in made if one.quarter == closing.quarter][-1]
    if newest.number == closing.number:
        said = f"is what was frozen of {_named(closing)}, to the last byte."
        return Verified(Verdict.MATCHES, said, manifest, closing)
    said = (
        f"is what was frozen of {_named(closing)}, but the quarter was {newest.told} since, "
        f"because: {newest.because}"
    )
    return Verified(Verdict.REISSUED, said, manifest, closing)


def _named(closing: Closing) -> str:
    return f"{closing.quarter}, {closing.told} with the digest {closing.digest[:12]}"


def _tables(register: Register, closing: Closing) -> Iterator[bytes]:
    """Yield the papers in CSV that a snapshot gives, for one audience after the other."""
    report = kept_quarter(register, closing).report
    for audience in (Audience.COMMITTEE, Audience.BOARD):
        yield status_bytes(report, "csv", audience)
    if given := published_report(register, closing):
        yield public_bytes(given, "csv")


def _recognised(register: Register, data: bytes) -> Verified:
    """Return what is said of a paper without a manifest: whether any closed quarter gives it."""
    made = closings(register)
    for closing in reversed(made):
        if data in _tables(register, closing):
            return _standing(made, closing, None)
    return Verified(
        Verdict.CHANGED,
        "is not what any closed quarter of this register gives: it has been changed since it was "
        "written, its quarter is not closed, or it is of another register.",
    )

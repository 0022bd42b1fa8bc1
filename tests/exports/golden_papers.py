"""What every paper of two kept quarters is today, by its digest, beside what it was.

    python -m tests.exports.golden_papers

renews the digests that are kept in `golden/papers.txt`.

The quarters are kept as they were frozen: one as the first release froze it, and one after it with
more in it. The papers are those that `edi-tui verify` would hold a file against, so that a digest
changes where papers that people have would no longer be told from changed ones.

Digests must be the same on every computer and Python. So papers name no release as their maker; of
packed files the parts are counted and not how they are packed, which zlib decides; and where a
library writes a format, its release stands beside the digest, and only that release is compared.
What any format says is checked all the same: Markdown, CSV, JSON and OpenDocument are written here,
and all formats of a paper come from one content. PDF and PowerPoint take long: one paper each shows
how they look.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import ZipFile

from edi_tui import __version__
from edi_tui.domain.closing import Closing, closing_in
from edi_tui.domain.words import Audience
from edi_tui.exports.appraisal_sheet import SHEET
from edi_tui.exports.diff_paper import DIFF
from edi_tui.exports.export import FORMATS
from edi_tui.exports.manifest import Manifest, made_by
from edi_tui.exports.remade import STATUS, is_known, remade
from edi_tui.exports.shapes import SHAPES
from edi_tui.services import publishing
from edi_tui.services.closed_quarters import closings
from edi_tui.services.public_report import public_report
from edi_tui.services.register import Register, create_register
from edi_tui.store.snapshots import keep
from tests.conftest import TRUST

HERE = Path(__file__).parent
SNAPSHOTS = (
    HERE.parent / "services" / "kept" / "format-1.jsonl",
    HERE / "golden" / "2026-27-Q3.jsonl",
)
"""The texts that were frozen, in the order of their making; they stay as they are."""
KEPT = HERE / "golden" / "papers.txt"
CHANGELOG = HERE.parents[1] / "CHANGELOG.md"
COMMAND = "python -m tests.exports.golden_papers"
_ABOUT = f"# Renewed by: {COMMAND}\n"
_MEMBER = "MEM-002"
_SHAPED = ("md", "html", "xlsx", "ods", "docx")
_SLOW = ("pdf", "pptx")
"""Formats in which one paper is made alone."""


class Paper(NamedTuple):
    """What a paper is."""

    digest: str
    library: str
    """The library that wrote it and its release; `edi-tui` where none did."""


def golden_register(folder: Path) -> Register:
    """Return a register with nothing but the kept quarters, both of them published, in 2033."""
    now = datetime(2033, 5, 18, tzinfo=UTC)
    register = create_register(folder / "golden.db", TRUST, (), who="tester", now=lambda: now)
    for file in SNAPSHOTS:
        text = file.read_text(encoding="utf-8")
        with register.writing("close") as changes:
            keep(changes, closing_in(json.loads(text.partition("\n")[0])), text)
        publishing.keep(register, [public_report(register, closings(register)[-1].quarter)])
    return register


def papers(register: Register) -> dict[str, Paper]:
    """Return what every paper of the kept quarters is, by the name of a file."""
    found: dict[str, Paper] = {}
    for snapshots, manifest in _every(closings(register)):
        assert is_known(manifest)
        (data,) = remade(register, snapshots, manifest, None)
        library = made_by(manifest.format).partition(", ")[2]
        found[_name(manifest)] = Paper(_digest(data), library or "edi-tui")
    return found


def _every(made: list[Closing]) -> Iterator[tuple[list[Closing], Manifest]]:
    """Yield what each paper is made from, and what it says of itself."""
    for one in made:
        for audience in Audience:
            for layout in FORMATS[:-1]:
                yield [one], replace(_manifest(one, STATUS, layout), audience=audience.value)
        for name in SHAPES:
            for layout in _SHAPED:
                yield [one], _manifest(one, name, layout)
        for layout in _SHAPED:
            yield [one], replace(_manifest(one, SHEET, layout), filter=_MEMBER)
    first, last = made
    for layout in _SHAPED:
        yield [last, first], replace(_manifest(last, DIFF, layout), before=first.digest)
    for layout in _SLOW:
        yield [last], _manifest(last, "baf", layout)


def _manifest(closing: Closing, paper: str, layout: str) -> Manifest:
    return Manifest(
        paper=paper,
        format=layout,
        made_by="edi-tui",
        quarter=str(closing.quarter),
        as_at=closing.as_at.isoformat(),
        snapshot=closing.digest,
        head="",
    )


def _name(manifest: Manifest) -> str:
    whose = f"-for-{manifest.audience}" if manifest.paper == STATUS else ""
    folder = manifest.quarter.replace("/", "-").replace(" ", "-")
    return f"{folder}/{manifest.paper}{whose}.{manifest.format}"


def _digest(data: bytes) -> str:
    digest = sha256()
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                part = archive.read(name)
                digest.update(f"{name} {len(part)}\n".encode())
                digest.update(part)
    else:
        digest.update(data)
    return digest.hexdigest()


def kept_papers() -> dict[str, Paper]:
    """Return what every paper was when the digests were renewed last."""
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    told = (line.split("  ") for line in lines if not line.startswith("#"))
    return {name: Paper(digest, library) for name, digest, library in told}


def changed(kept: Mapping[str, Paper], made: Mapping[str, Paper]) -> list[str]:
    """Return the papers that are not what they were, or are no longer there; new ones are not."""
    return [
        name
        for name, then in kept.items()
        if name not in made or (then.library == made[name].library and then != made[name])
    ]


def is_out(release: str = __version__, log: Path = CHANGELOG) -> bool:
    """Tell whether a release has been published, as the changelog says."""
    return f"\n## [{release}]" in log.read_text(encoding="utf-8")


def advice(*, out: bool) -> str:
    """Return what to do where papers are meant to have changed.

    Args:
        out: Whether this release has been published.
    """
    number = (
        f"Release {__version__} is out: raise __version__ in edi_tui/__init__.py first, so that "
        "“edi-tui verify” does not take the papers of before for changed ones."
        if out
        else f"Release {__version__} is not out yet, so its number may stay."
    )
    return (
        f"{number} Where the same facts come to something else, count up the VERSION of that way "
        f"too (edi_tui/domain/ways.py). Then renew the digests: {COMMAND}"
    )


def renew() -> None:
    """Keep what every paper is today; not where a release that is out would make others."""
    with TemporaryDirectory() as folder:
        register = golden_register(Path(folder))
        made = papers(register)
        register.engine.dispose()
    others = changed(kept_papers(), made) if KEPT.exists() else []
    if others and is_out():
        sys.exit(advice(out=True))
    lines = (f"{name}  {one.digest}  {one.library}\n" for name, one in made.items())
    KEPT.write_text(_ABOUT + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{len(made)} papers, of which {len(others)} are others than before: {KEPT}")


if __name__ == "__main__":
    renew()

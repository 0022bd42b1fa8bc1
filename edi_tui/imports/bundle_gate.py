"""The gate that every bundle passes before anything of it is used.

Nothing is ever unpacked by its name: the rows are read as a stream, and evidence files are kept
under the hash of what they hold.
"""

from __future__ import annotations

import json
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from edi_tui.domain.bundle import CONTENT, MANIFEST, VERSION
from edi_tui.domain.errors import FileRefusedError, NewerSchemaError
from edi_tui.imports.gate import ARCHIVE_FAULTS
from edi_tui.store.files import LARGEST
from edi_tui.store.schema import REVISIONS

MAX_MEMBERS = 200_000
MAX_UNPACKED = 64 * 1024**3
"""Bytes that all members may declare together."""
MAX_RATIO = 100
"""Times that a bundle may unpack to its own size, where it is large enough to matter."""
MAX_MANIFEST = 128 * 1024**2
_SMALL = 256 * 1024**2
_NAMES = re.compile(
    r"datapackage\.json|register\.jsonl|README\.txt|tables/[a-z_]+\.csv|evidence/[0-9a-f]{64}"
)
"""All names that a bundle has; no path that leads anywhere else is among them."""
_HASH = re.compile(r"sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself."""

    title: str
    layout: str
    origin: str
    head_seq: int
    head_hash: str
    rows: int
    left_out: int
    """Evidence files that were missing or changed when it was made."""
    hashes: dict[str, str]
    """SHA-256 by the name of each member that has to be what it was."""


def is_bundle(path: Path) -> bool:
    """Tell whether a file is a bundle and not another packed file, a Word document for one."""
    try:
        with ZipFile(path) as archive:
            return {MANIFEST, CONTENT} <= set(archive.namelist())
    except ARCHIVE_FAULTS:
        return False


def opened_bundle(path: Path) -> tuple[ZipFile, Manifest]:
    """Open a bundle that is safe to read; whoever asks closes it.

    Raises:
        FileRefusedError: It is damaged, or could harm whoever reads it.
        NewerSchemaError: A newer release made it.
    """
    try:
        archive = ZipFile(path)
    except ARCHIVE_FAULTS as error:
        raise damaged(path) from error
    try:
        if danger := _danger(archive.infolist(), path.stat().st_size):
            raise FileRefusedError(f"{path} {danger}. Nothing was brought back.")
        return archive, _manifest(path, archive)
    except BaseException:
        archive.close()
        raise


def damaged(path: Path) -> FileRefusedError:
    """Return the refusal of a bundle that is not what was written."""
    return FileRefusedError(
        f"{path} is damaged or was changed after it was written. Nothing was brought back; use "
        "another copy of it."
    )


def _danger(members: list[ZipInfo], size: int) -> str:
    """Return why a bundle is not read; empty where it is safe."""
    if len(members) > MAX_MEMBERS:
        return f"holds more than {MAX_MEMBERS:,} files, which no bundle does"
    if strange := next((one for one in members if not _NAMES.fullmatch(one.filename)), None):
        return f"holds “{strange.filename[:60]}”, which no bundle does"
    if len({one.filename for one in members}) < len(members):
        return "holds two files of the same name"
    if any(one.flag_bits & 0x1 for one in members):
        return "is protected with a password, which no bundle is"
    if not all(_ordinary(one) for one in members):
        return "holds something that is no ordinary file"
    if any(one.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for one in members):
        return "is packed in an unusual way"
    return _overblown(members, size)


def _ordinary(member: ZipInfo) -> bool:
    mode = member.external_attr >> 16
    return not stat.S_IFMT(mode) or stat.S_ISREG(mode)


def _overblown(members: list[ZipInfo], size: int) -> str:
    unpacked = sum(one.file_size for one in members)
    if sum(one.compress_size for one in members) > size:
        return "holds files that overlap"
    if unpacked > MAX_UNPACKED or unpacked > max(_SMALL, MAX_RATIO * size):
        return "unpacks to far more than any register"
    if any(one.file_size > LARGEST for one in members if one.filename.startswith("evidence/")):
        return "holds a file that is larger than evidence can be"
    return ""


def _manifest(path: Path, archive: ZipFile) -> Manifest:
    if archive.getinfo(MANIFEST).file_size > MAX_MANIFEST:
        raise damaged(path)
    try:
        said = json.loads(archive.read(MANIFEST))
        told = said["edi_tui_bundle"]
        if int(told["version"]) > VERSION or str(told["layout"]) > REVISIONS[-1]:
            raise NewerSchemaError(
                f"A newer release of edi-tui made {path}. Install that release to bring it back; "
                "nothing was changed."
            )
        found = _read(said, told)
    except (*ARCHIVE_FAULTS, TypeError, AttributeError) as error:
        raise damaged(path) from error
    members = {one.filename for one in archive.infolist()}
    if found.layout not in REVISIONS or not found.hashes.keys() <= members:
        raise damaged(path)
    if any(name not in found.hashes for name in members if _used(name)):
        raise damaged(path)
    return found


def _read(said: dict[str, Any], told: dict[str, Any]) -> Manifest:
    hashes: dict[str, str] = {}
    for resource in said["resources"]:
        match = _HASH.fullmatch(resource["hash"])
        if match is None:
            raise ValueError("A hash cannot be read.")
        hashes[resource["path"]] = match[1]
    if any(name != f"evidence/{hashes[name]}" for name in hashes if name.startswith("evidence/")):
        raise ValueError("A file of evidence is not named by its hash.")
    return Manifest(
        title=str(said["title"]),
        layout=str(told["layout"]),
        origin=str(told["origin"]),
        head_seq=int(told["head_seq"]),
        head_hash=str(told["head_hash"]),
        rows=int(told["rows"]),
        left_out=len(told["left_out"]),
        hashes=hashes,
    )


def _used(name: str) -> bool:
    return name == CONTENT or name.startswith("evidence/")

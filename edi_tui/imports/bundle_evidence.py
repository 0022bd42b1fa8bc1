"""The evidence files of a bundle: those that are missing are kept, unless what follows fails."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

from edi_tui.domain.errors import EdiError, FileRefusedError
from edi_tui.imports.bundle_gate import Manifest, damaged
from edi_tui.imports.gate import ARCHIVE_FAULTS
from edi_tui.services.register import evidence_folder, open_register
from edi_tui.store.files import EvidenceFiles
from edi_tui.store.queries.evidence import is_attached

_BLOCK = 1024 * 1024


def missing_evidence(
    archive: ZipFile, manifest: Manifest, files: EvidenceFiles, bundle: Path
) -> list[str]:
    """Return the hashes of the evidence that is not there yet, each of which was looked at."""
    hashes = [found for name, found in manifest.hashes.items() if name.startswith("evidence/")]
    absent = [found for found in hashes if _absent(files, found)]
    for sha256 in absent:
        if _digest(archive, f"evidence/{sha256}", bundle) != sha256:
            raise damaged(bundle)
    return absent


@contextmanager
def kept_evidence(
    archive: ZipFile, missing: list[str], target: Path, bundle: Path
) -> Iterator[None]:
    """Keep evidence that is missing; where what follows fails, none of it stays."""
    files, new = EvidenceFiles(evidence_folder(target)), list[str]()
    try:
        for sha256 in missing:
            if files.check(sha256) == "missing":
                new.append(sha256)
            with archive.open(f"evidence/{sha256}") as member:
                files.take(member, sha256[:12], f"{bundle}, evidence/{sha256}")
        yield
    except BaseException:
        for sha256 in new:
            if not _attached(target, sha256):
                files.drop(sha256)
        raise


def _attached(target: Path, sha256: str) -> bool:
    """Tell whether somebody attached the same file meanwhile; so it is where nobody can tell."""
    if not target.exists():
        return False
    try:
        register = open_register(target, who="")
        try:
            with register.reading() as session:
                return is_attached(session, sha256)
        finally:
            register.engine.dispose()
    except EdiError:
        return True


def _absent(files: EvidenceFiles, sha256: str) -> bool:
    state = files.check(sha256)
    if state == "changed":
        raise FileRefusedError(
            f"{files.path_of(sha256)} is no longer what was attached. Move it out of the evidence "
            "store, then bring the bundle back again. Nothing was changed."
        )
    return state == "missing"


def _digest(archive: ZipFile, name: str, bundle: Path) -> str:
    try:
        with archive.open(name) as member:
            digest = hashlib.sha256()
            while block := member.read(_BLOCK):
                digest.update(block)
    except ARCHIVE_FAULTS as error:
        raise damaged(bundle) from error
    return digest.hexdigest()

"""Bringing a bundle back: into a new register, or into one that was just begun."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

from edi_tui.domain.bundle import CONTENT
from edi_tui.domain.errors import (
    DiskFullError,
    EdiError,
    ReadOnlyError,
    RegisterError,
)
from edi_tui.domain.text import shortened
from edi_tui.imports.bundle_evidence import kept_evidence, missing_evidence
from edi_tui.imports.bundle_gate import Manifest, damaged, opened_bundle
from edi_tui.imports.gate import ARCHIVE_FAULTS
from edi_tui.services.register import Register, evidence_folder, open_register
from edi_tui.store.beginning import just_begun, take_over
from edi_tui.store.chain import broken_at, head_of, origin_of
from edi_tui.store.dump import Loaded, dangling, load
from edi_tui.store.engine import private_file
from edi_tui.store.files import EvidenceFiles
from edi_tui.store.migrate import bring_up, create_tables
from edi_tui.store.queries.everything import everything
from edi_tui.store.snapshots import logged_hash

_LONGEST = 256 * 1024 * 1024
"""Bytes of a line: a row, with the whole of a frozen quarter in the longest."""


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What became of a bundle."""

    title: str
    changed: bool
    """Whether the register is another than before; it is not where it held all of this already."""
    dry_run: bool
    rows: int
    files: int
    """Evidence files that were not there."""
    remarks: tuple[str, ...]


def bring_back(
    bundle: Path,
    target: Path,
    *,
    who: str,
    now: Callable[[], datetime],
    dry_run: bool = False,
) -> BroughtBack:
    """Bring a bundle back, all of it or nothing; a second time it changes nothing.

    Args:
        bundle: The file.
        target: The register: none yet, one that was just begun, or one that holds this already.
        who: Who does it.
        now: The clock.
        dry_run: Whether to look at everything and store nothing.

    Raises:
        FileRefusedError: The bundle is damaged, or could harm whoever reads it.
        NewerSchemaError: A newer release made it.
        RegisterError: The register holds something else, or cannot be written.
    """
    archive, manifest = opened_bundle(bundle)
    files = EvidenceFiles(evidence_folder(target))
    with archive:
        register = open_register(target, who=who, now=now) if target.exists() else None
        held = register is not None and _held(register, manifest)
        missing = missing_evidence(archive, manifest, files, bundle)
        remarks: tuple[str, ...] = ()
        with ExitStack() as built:
            scratch = None if held else built.enter_context(_scratch(target))
            if scratch is not None:
                remarks = _built(archive, manifest, bundle, scratch)
            if not dry_run:
                with kept_evidence(archive, missing, target, bundle):
                    _put(scratch, target, register)
    rows = 0 if held else manifest.rows
    told = (*remarks, *_left_out(manifest))
    return BroughtBack(manifest.title, not held, dry_run, rows, len(missing), told)


def _put(scratch: Path | None, target: Path, register: Register | None) -> None:
    """Put what was built in its place; only now is anything of the register changed."""
    if scratch is None:
        return
    if register is None:
        _put_anew(scratch, target)
    elif not take_over(scratch, target):
        raise _other_records(target)


def _put_anew(scratch: Path, target: Path) -> None:
    """Move what was built to a place that nobody has taken meanwhile, all of it at once."""
    try:
        try:
            os.link(scratch, target)
        except FileExistsError:
            raise
        except OSError:
            _put_by_name(scratch, target)
    except FileExistsError as error:
        raise _other_records(target) from error


def _put_by_name(scratch: Path, target: Path) -> None:
    """Move what was built where a disk knows each file by one name only."""
    private_file(target)
    try:
        os.replace(scratch, target)
    except BaseException:
        target.unlink()
        raise


def _other_records(path: Path) -> RegisterError:
    return RegisterError(
        f"{path} holds other records than the bundle, and a bundle replaces none. Bring "
        "it back into a file of its own: edi-tui --db NEW.db import FILE.zip. Nothing was changed."
    )


def _held(register: Register, manifest: Manifest) -> bool:
    """Tell whether a register holds everything of a bundle; refuse where it holds anything else."""
    with register.reading() as session:
        if logged_hash(session, manifest.head_seq) == manifest.head_hash:
            return True
        begun = just_begun(session)
    if register.read_only:
        raise ReadOnlyError(f"{register.path} can be read but not changed here.")
    if begun:
        return False
    raise _other_records(register.path)


@contextmanager
def _scratch(target: Path) -> Iterator[Path]:
    scratch = target.with_name(f".edi-tui-{secrets.token_hex(6)}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield scratch
    except OSError as error:
        raise RegisterError(f"{target} could not be made: {error.strerror}.") from error
    finally:
        scratch.unlink(missing_ok=True)


def _built(archive: ZipFile, manifest: Manifest, bundle: Path, scratch: Path) -> tuple[str, ...]:
    create_tables(scratch, manifest.layout)
    try:
        load(scratch, _rows(archive, manifest))
        bring_up(scratch)
        return _looked_at(scratch, manifest)
    except DiskFullError:
        raise
    except (*ARCHIVE_FAULTS, EdiError, TypeError, AttributeError) as error:
        raise damaged(bundle) from error


def _rows(archive: ZipFile, manifest: Manifest) -> Iterator[Loaded]:
    """Yield the rows, and fail at the end where they are not those that were written."""
    digest, count = hashlib.sha256(), 0
    with archive.open(CONTENT) as member:
        while line := member.readline(_LONGEST):
            digest.update(line)
            count += 1
            said = json.loads(line)
            yield said["table"], said["row"]
    if digest.hexdigest() != manifest.hashes[CONTENT] or count != manifest.rows:
        raise ValueError("The rows are not those that were written.")


def _looked_at(scratch: Path, manifest: Manifest) -> tuple[str, ...]:
    """Read everything once, so that nothing stays unread until somebody needs it."""
    register = open_register(scratch, who="")
    try:
        with register.reading() as session:
            head = head_of(session)
            if (head.seq, head.hash, origin_of(session)) != (
                *(manifest.head_seq, manifest.head_hash),
                manifest.origin,
            ):
                raise ValueError("The change log is not the one that was written.")
            if not head.seq or dangling(session):
                raise ValueError("Something points at nothing.")
            for _ in everything(session):
                pass
            broken = broken_at(session)
    finally:
        register.engine.dispose()
    if not broken:
        return ()
    return (f"The change log has been altered: entry {broken:,} does not follow from the last.",)


def _left_out(manifest: Manifest) -> Iterator[str]:
    if count := manifest.left_out:
        files = "evidence file was" if count == 1 else "evidence files were"
        yield shortened(f"{count:,} {files} missing or changed already when it was written.", 200)

"""A register with its evidence as one file: a zip that is a Data Package and can be imported."""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import IO, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from edi_tui import __version__
from edi_tui.domain.bundle import ABOUT, CONTENT, MANIFEST, VERSION
from edi_tui.domain.plain_rows import canonical
from edi_tui.exports.table_schema import cell_writer, table_schema
from edi_tui.exports.to_data import to_data
from edi_tui.exports.write import writing
from edi_tui.services.archive import Archive, Proof, archive
from edi_tui.services.register import Register
from edi_tui.store.dump import Column

_BLOCK = 1024 * 1024
_UNIX = 3
_PRIVATE = 0o600
_MODE = (0o100000 | _PRIVATE) << 16
_ABOUT = """\
{organisation}: the register of equality, diversity and inclusion objectives,
as it stood at entry {head} of its change log, {changed}.

This is everything, for your own archive: names of board members, confidential appraisals, heard
scores of few people and the whole change log are in it. It is not for publication. Keep it as you
keep the register itself.

register.jsonl    every row of the register, one on each line; this is what an import reads
tables/           the same rows as CSV, for people and other programs; text that a spreadsheet
                  might run as a formula has an apostrophe in front
evidence/         the evidence files, named by their SHA-256; tables/evidence.csv says what is what
datapackage.json  what each file holds (Frictionless Data Package, with a Table Schema per table)

To bring it back into a new register: edi-tui --db NEW.db import THIS.zip
"""


@dataclass(slots=True)
class Bundled:
    """What a bundle holds."""

    rows: int = 0
    files: int = 0
    left_out: list[Proof] = field(default_factory=list)
    """Evidence files that are missing, or no longer what was attached."""

    @property
    def remarks(self) -> list[str]:
        """What there is to say of it, in sentences."""
        files = "1 evidence file" if self.files == 1 else f"{self.files:,} evidence files"
        told = [f"{self.rows:,} rows and {files}. Confidential appraisals are in it, and names."]
        for proof in self.left_out:
            told.append(f"Left out: evidence file {proof.sha256[:12]}, which is {proof.state}.")
        return told


def write_bundle(register: Register, target: Path, *, force: bool = False) -> Bundled:
    """Write a register with its evidence; the same register always gives the same bytes.

    Args:
        register: The register.
        target: The file.
        force: Whether a file that is there may be replaced.

    Raises:
        OutputExistsError: A file is there, and `force` is not given.
        ExportError: It cannot be written.
    """
    with archive(register) as content, writing(target, force=force) as file:
        # As private as the register, whatever the user's umask lets others read.
        os.chmod(file.name, _PRIVATE)
        return _Writer(content, file).write()


class _Writer:
    """The writing of one bundle."""

    def __init__(self, content: Archive, file: BinaryIO) -> None:
        self.content = content
        self.done = Bundled()
        self.resources: list[dict[str, Any]] = []
        self._zip = ZipFile(file, "w")
        at = content.changed.astimezone(UTC)
        self._time = (at.year, at.month, at.day, at.hour, at.minute, at.second)

    def write(self) -> Bundled:
        with self._zip:
            self._content()
            for table, columns in self.content.tables.items():
                self._table(table, columns)
            for proof in self.content.proof:
                self._proof(proof)
            with self._member(ABOUT) as member:
                member.write(self._about().encode())
            with self._member(MANIFEST) as member:
                member.write(to_data(self._manifest()))
        return self.done

    def _content(self) -> None:
        with self._resource("register", CONTENT, "application/jsonl") as member:
            for table, columns in self.content.tables.items():
                for row in self.content.rows(table, columns):
                    member.write(f"{canonical({'table': table, 'row': row})}\n".encode())
                    self.done.rows += 1

    def _table(self, table: str, columns: Sequence[Column]) -> None:
        told = [column for column in columns if column.type != "BLOB"]
        with self._resource(
            table.replace("_", "-"),
            f"tables/{table}.csv",
            "text/csv",
            profile="tabular-data-resource",
            schema=table_schema(table, told),
        ) as member:
            writer = csv.writer(_Encoded(member), lineterminator="\n")
            writer.writerow([column.name for column in told])
            cells = [(column.name, cell_writer(table, column)) for column in told]
            for row in self.content.rows(table, told):
                writer.writerow([write(row[name]) for name, write in cells])

    def _proof(self, proof: Proof) -> None:
        if proof.state != "ok":
            self.done.left_out.append(proof)
            return
        name = f"evidence-{proof.sha256[:16]}"
        path = f"evidence/{proof.sha256}"
        kind = "application/octet-stream"
        with (
            self._resource(name, path, kind, packed=False) as member,
            proof.path.open("rb") as file,
        ):
            while block := file.read(_BLOCK):
                member.write(block)
        self.done.files += 1

    @contextmanager
    def _resource(
        self, name: str, path: str, kind: str, *, packed: bool = True, **more: Any
    ) -> Iterator[_Counted]:
        """Let a file be written that the manifest lists, with its size and hash."""
        with self._member(path, packed=packed) as member:
            counted = _Counted(member)
            yield counted
        said = {"name": name, "path": path, "mediatype": kind, "bytes": counted.size}
        self.resources.append(said | {"hash": f"sha256:{counted.digest.hexdigest()}"} | more)

    @contextmanager
    def _member(self, path: str, *, packed: bool = True) -> Iterator[IO[bytes]]:
        about = ZipInfo(path, self._time)
        about.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
        about.create_system, about.external_attr = _UNIX, _MODE
        with self._zip.open(about, "w", force_zip64=True) as member:
            yield member

    def _about(self) -> str:
        content = self.content
        return _ABOUT.format(
            organisation=content.organisation,
            head=content.head,
            changed=content.changed.isoformat(),
        )

    def _manifest(self) -> dict[str, Any]:
        content = self.content
        return {
            "profile": "data-package",
            "name": f"edi-register-{content.origin[:16]}",
            "title": f"Register of EDI objectives: {content.organisation}",
            "description": "Confidential: everything, with appraisals and the change log.",
            "created": content.changed.isoformat(),
            "edi_tui_bundle": {
                "version": VERSION,
                "program": __version__,
                "layout": content.layout,
                "origin": content.origin,
                "head_seq": content.head.seq,
                "head_hash": content.head.hash,
                "rows": self.done.rows,
                "left_out": [
                    {"sha256": proof.sha256, "state": proof.state} for proof in self.done.left_out
                ],
            },
            "resources": self.resources,
        }


class _Counted:
    """What is written into an archive, counted and hashed on its way."""

    def __init__(self, member: IO[bytes]) -> None:
        self._member = member
        self.size = 0
        self.digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.size += len(data)
        self.digest.update(data)
        return self._member.write(data)


class _Encoded:
    """The words of a table on their way into an archive."""

    def __init__(self, member: _Counted) -> None:
        self._member = member

    def write(self, text: str) -> int:
        return self._member.write(text.encode())

"""A register as it goes into an archive: every row of it, and its evidence files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from edi_tui.domain.plain import Plain
from edi_tui.services.register import Register
from edi_tui.store.chain import Head, head_of, instant_of, origin_of
from edi_tui.store.dump import Column, layout_of, rows_in, tables_of
from edi_tui.store.queries.board import organisation

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Proof:
    """A file of the evidence store."""

    sha256: str
    path: Path
    state: str
    """`ok`, `missing` or `changed`."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A register in one consistent read, which lasts as long as it is being written."""

    session: Session
    organisation: str
    origin: str
    """What tells the register from every other."""
    layout: str
    head: Head
    changed: datetime
    """When the newest entry of the change log was written."""
    tables: Mapping[str, tuple[Column, ...]]
    proof: Sequence[Proof]
    """The evidence files by their hashes."""

    def rows(self, table: str, columns: Sequence[Column]) -> Iterator[Plain]:
        """Yield the rows of a table in the order of its key, with some of its columns."""
        return rows_in(self.session, table, columns)


@contextmanager
def archive(register: Register) -> Iterator[Archive]:
    """Read a register for an archive: confidential appraisals and the change log too."""
    with register.reading() as session:
        head, tables = head_of(session), tables_of(session)
        hashes = sorted(
            {row["sha256"] for row in rows_in(session, "evidence", tables["evidence"])} - {""}
        )
        files = register.files
        yield Archive(
            session,
            organisation(session).name,
            origin_of(session),
            layout_of(session),
            head,
            datetime.fromisoformat(instant_of(session, head)),
            tables,
            [Proof(sha256, files.path_of(sha256), files.check(sha256)) for sha256 in hashes],
        )

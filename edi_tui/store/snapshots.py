"""The snapshots of closed quarters: kept once, read, and never changed."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.closing import FIRST, Closing, closing_in, digest_of, quarter_named
from edi_tui.domain.quarters import Quarter
from edi_tui.store.changes import Changes
from edi_tui.store.mapping import core
from edi_tui.store.models import Change, Snapshot

_SNAPSHOTS = core(Snapshot)
_LOG = core(Change)
_SAID = [column for column in _SNAPSHOTS.columns if column.name != "content"]
_LEVEL = 1
"""How hard it is compressed: the fastest makes it a twelfth, the slowest a fifteenth."""


def closings(session: Session) -> list[Closing]:
    """Return every closing in the order in which they were made."""
    rows = session.execute(sa.select(*_SAID).order_by(_SNAPSHOTS.c.number)).mappings()
    return list(map(_closing, rows))


def closing_of(session: Session, quarter: Quarter) -> Closing | None:
    """Return the closing of a quarter that stands: the one made last; None where it is open."""
    wanted = sa.select(*_SAID).where(_SNAPSHOTS.c.quarter == str(quarter))
    row = session.execute(wanted.order_by(_SNAPSHOTS.c.number.desc()).limit(1)).mappings().first()
    return _closing(row) if row else None


def last_made(session: Session) -> tuple[int, str]:
    """Return the number and the digest of the newest snapshot."""
    wanted = sa.select(_SNAPSHOTS.c.number, _SNAPSHOTS.c.digest)
    row = session.execute(wanted.order_by(_SNAPSHOTS.c.number.desc()).limit(1)).first()
    return (row.number, row.digest) if row else (0, FIRST)


def content_of(session: Session, number: int) -> str:
    """Return what was frozen: lines of canonical JSON.

    Raises:
        ValueError: What is kept is no such content any more.
    """
    wanted = sa.select(_SNAPSHOTS.c.content).where(_SNAPSHOTS.c.number == number)
    try:
        return zlib.decompress(session.execute(wanted).scalar_one()).decode()
    except zlib.error as error:
        raise ValueError("The content cannot be read.") from error


def keep(changes: Changes, closing: Closing, content: str) -> Closing:
    """Freeze content under its digest, and say so in the change log.

    The change log thereby vouches for the snapshot: whoever keeps its head can tell a snapshot
    that was made anew.
    """
    digest = digest_of(content, closing.previous)
    said = asdict(closing) | {"quarter": str(closing.quarter), "digest": digest}
    packed = zlib.compress(content.encode(), _LEVEL)
    changes.session.execute(sa.insert(_SNAPSHOTS), said | {"content": packed})
    changes.close(str(closing.quarter), closing.plain() | {"digest": digest})
    return _closing(said)


def logged_hash(session: Session, seq: int) -> str:
    """Return the hash of an entry of the change log; empty where there is none."""
    return session.scalar(sa.select(_LOG.c.hash).where(_LOG.c.seq == seq)) or ""


def logged(session: Session) -> list[Closing]:
    """Return the closings as the change log tells them, oldest first."""
    said = session.scalars(
        sa.select(_LOG.c.after).where(_LOG.c.verb == "close").order_by(_LOG.c.seq)
    )
    return [closing_in(entry, entry["digest"]) for entry in said if entry]


def _closing(row: Mapping[Any, Any]) -> Closing:
    said = {str(name): value for name, value in row.items()}
    return Closing(**said | {"quarter": quarter_named(said["quarter"])})

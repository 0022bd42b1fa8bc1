"""The chain of the change log: each entry is hashed together with the hash before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.plain import Plain
from edi_tui.store import mapping
from edi_tui.store.models import Change

FIRST = "0" * 64
"""What stands for the hash before the first change."""

BEGINNING = "1980-01-01T00:00:00+00:00"
"""The instant of a change log without an entry: the first that an archive can say."""

_LOG = mapping.core(Change)
_ALWAYS = ("seq", "at", "who", "group_id", "summary", "verb", "ref", "before", "after")
_WHERE_SAID = ("undoes", "as_from")
"""Parts of a log entry that are hashed always, and those that an older release did not write."""


@dataclass(slots=True)
class Head:
    """The newest entry of the change log; printed on papers as their outside witness."""

    seq: int
    hash: str

    def __str__(self) -> str:
        """Return it as papers print it: number and first twelve digits."""
        return f"{self.seq}:{self.hash[:12]}"


def head_of(session: Session) -> Head:
    """Return the newest entry of the change log."""
    row = session.execute(
        sa.select(_LOG.c.seq, _LOG.c.hash).order_by(_LOG.c.seq.desc()).limit(1)
    ).first()
    return Head(row.seq, row.hash) if row else Head(0, FIRST)


def origin_of(session: Session) -> str:
    """Return what tells a register from every other: the hash that its change log begins with."""
    found = session.scalar(sa.select(_LOG.c.hash).order_by(_LOG.c.seq).limit(1))
    return str(found or FIRST)


def instant_of(session: Session, head: Head) -> str:
    """Return when an entry of the change log was written: an instant, UTC, ISO."""
    return str(session.scalar(sa.select(_LOG.c.at).where(_LOG.c.seq == head.seq)) or BEGINNING)


def broken_at(session: Session) -> int:
    """Return the first entry of the change log that does not follow from the last, or 0."""
    previous = FIRST
    for row in session.execute(sa.select(_LOG).order_by(_LOG.c.seq)).mappings():
        entry = {str(name): value for name, value in row.items()}
        if entry["previous"] != previous or chained(previous, hashed(entry)) != entry["hash"]:
            return int(entry["seq"])
        previous = entry["hash"]
    return 0


def chained(previous: str, entry: Plain) -> str:
    """Return the hash of a log entry: SHA-256 over the hash before and its canonical JSON."""
    text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = hashlib.sha256(b"edi-tui change 1\n")
    digest.update(previous.encode())
    digest.update(text.encode())
    return digest.hexdigest()


def hashed(entry: Mapping[str, Any]) -> Plain:
    """Return the part of a log entry that its hash covers."""
    said = {name: str(entry[name]) for name in _WHERE_SAID if entry[name] is not None}
    return {name: entry[name] for name in _ALWAYS} | said

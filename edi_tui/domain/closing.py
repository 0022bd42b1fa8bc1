"""The closing of a quarter: what was frozen, when, by whom, and the chain that holds it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from edi_tui.domain.due import format_date
from edi_tui.domain.plain import Plain
from edi_tui.domain.quarters import Quarter

FIRST = "0" * 64
"""What stands for the digest before the first."""
_DATES = ("as_at", "meeting_on", "closed_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One snapshot of a quarter: the first, or one that was issued again in its place."""

    number: int
    """The place among all snapshots of the register, in the order of their making; from 1."""
    quarter: Quarter
    as_at: date
    """The day at which progress was read and judged."""
    meeting_on: date | None
    """When the committee meets that the paper is for; None where it was not said."""
    closed_at: str
    """The instant, UTC, ISO."""
    closed_on: date
    """The day that it was then where it was closed, so that papers say the same everywhere."""
    who: str
    fails: int
    """How many findings at level fail were open."""
    despite: str
    """Why it was closed all the same; empty where none were open."""
    because: str
    """Why it was issued again; empty for the first."""
    replaces: int
    """The number of the snapshot that it stands in the place of; 0 for the first."""
    head_seq: int
    """The newest entry of the change log at that moment."""
    head_hash: str
    previous: str
    """The digest of the snapshot made before this one, of whatever quarter."""
    digest: str = ""
    """SHA-256 over everything that was frozen, the digest before it included."""

    @property
    def told(self) -> str:
        """When it was frozen and by whom, for people."""
        done = "re-issued" if self.replaces else "closed"
        return f"{done} on {format_date(self.closed_on)} by {self.who}"

    def plain(self) -> Plain:
        """Return what is frozen with the content: everything but its own digest."""
        said = {name: value for name, value in asdict(self).items() if name != "digest"}
        days = {name: value and value.isoformat() for name in _DATES for value in (said[name],)}
        return said | days | {"quarter": str(self.quarter)}


def closing_in(plain: Mapping[str, Any], digest: str = "") -> Closing:
    """Return the closing that JSON values say.

    Raises:
        KeyError: They leave something out; ValueError where they say what cannot be.
    """
    days = {name: date.fromisoformat(text) if (text := plain[name]) else None for name in _DATES}
    names = (name for name in Closing.__dataclass_fields__ if name not in ("digest", *days))
    said = {name: plain[name] for name in names}
    return Closing(**said | days | {"quarter": quarter_named(plain["quarter"]), "digest": digest})


def quarter_named(text: str) -> Quarter:
    """Return the quarter that is kept as `2026/27 Q2`."""
    return Quarter(int(text[:4]), int(text[-1]))


def digest_of(content: str, previous: str) -> str:
    """Return the digest of a snapshot: SHA-256 over the digest before it and its content."""
    digest = hashlib.sha256(b"edi-tui snapshot 1\n")
    digest.update(previous.encode())
    digest.update(content.encode())
    return digest.hexdigest()

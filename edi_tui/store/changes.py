"""The one place that writes: each change is validated, versioned and chained into the log."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.errors import ConflictError, InvalidError, NotFoundError, WithdrawnError
from edi_tui.domain.kinds import read_ref
from edi_tui.domain.plain import Plain, to_plain
from edi_tui.domain.records import Draft, FrameworkItemDraft
from edi_tui.domain.text import folded, stored
from edi_tui.domain.validation import validate
from edi_tui.store import mapping
from edi_tui.store.models import Change

FIRST = "0" * 64
"""What stands for the hash before the first change."""

_LOG = mapping.core(Change)


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it stands in the register."""

    ref: str
    draft: Draft
    version: int
    withdrawn_at: str | None
    withdrawn_reason: str


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


def chained(previous: str, entry: Plain) -> str:
    """Return the hash of a log entry: SHA-256 over the hash before and its canonical JSON."""
    text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = hashlib.sha256(b"edi-tui change 1\n")
    digest.update(previous.encode())
    digest.update(text.encode())
    return digest.hexdigest()


def load(session: Session, ref: str) -> Stored:
    """Return a record by its reference.

    Raises:
        NotFoundError: There is none, or the reference is not one.
    """
    target = read_ref(ref)
    if target is None:
        raise NotFoundError(f"“{ref}” is not a reference; write one such as OBJ-004.")
    kind, number = target
    table = mapping.table_of(kind)
    row = session.execute(sa.select(table).where(table.c.id == number)).mappings().first()
    if row is None:
        raise NotFoundError(f"The register has no {kind.label.lower()} {kind.ref(number)}.")
    plain = {str(name): value for name, value in row.items()}
    draft = mapping.draft_of(kind, plain, mapping.links_of(session, kind, number))
    return Stored(
        kind.ref(number),
        draft,
        plain["version"],
        plain["withdrawn_at"],
        plain["withdrawn_reason"],
    )


class Changes:
    """The writer of one intent: everything it does is one group of the change log."""

    def __init__(self, session: Session, *, who: str, at: str, group: str, summary: str) -> None:
        """Begin a group in a transaction that holds the write lock.

        Args:
            session: A writing session.
            who: The person whose change it is.
            at: The instant, UTC, ISO.
            group: An identifier that no other group has.
            summary: What is being done, for people: `update OBJ-004`.
        """
        self.session = session
        self.at = at
        self.count = 0
        self.who, self._group, self._summary = stored(who), group, stored(summary)
        self.touched: set[str] = set()
        """References of the records that were changed, and of those that they belong to."""
        self._head = head_of(session)

    def add(self, draft: Draft) -> str:
        """Store a new record and return its reference."""
        validate(draft)
        self._check_code(draft)
        values = mapping.columns(draft)
        table = mapping.table_of(draft.KIND)
        made = sa.insert(table).values(values).returning(table.c.id)
        number: int = self.session.execute(made).scalar_one()
        ref = draft.KIND.ref(number)
        mapping.write_links(self.session, draft, number)
        self._log("add", ref, None, to_plain(draft))
        return ref

    def edit(self, ref: str, draft: Draft, *, version: int) -> bool:
        """Replace what a record says; False where it says that already.

        Raises:
            ConflictError: The record is no longer at this version.
        """
        before = self._current(ref, version)
        validate(draft)
        if draft == before.draft:
            return False
        self._check_code(draft, ref)
        self._bump(ref, version, mapping.columns(draft))
        mapping.write_links(self.session, draft, _number(ref))
        self._log("edit", ref, to_plain(before.draft), to_plain(draft))
        return True

    def withdraw(self, ref: str, reason: str, *, version: int) -> None:
        """Take a record out of every list, for a reason; it stays in the register.

        Raises:
            ConflictError: The record is no longer at this version.
            InvalidError: No reason is given.
        """
        before = self._current(ref, version)
        reason = stored(reason).strip()
        if not reason:
            raise InvalidError({"reason": "Say why it is withdrawn."})
        self._bump(ref, version, {"withdrawn_at": self.at, "withdrawn_reason": reason})
        plain = to_plain(before.draft)
        self._log("withdraw", ref, plain, plain | {"withdrawn_reason": reason})

    def _current(self, ref: str, version: int) -> Stored:
        current = load(self.session, ref)
        if current.withdrawn_at:
            raise WithdrawnError(
                f"{ref} has been withdrawn ({current.withdrawn_reason}), so it was left as it is."
            )
        if current.version != version:
            raise ConflictError(
                f"{ref} was changed by someone else while you were editing. Nothing was stored; "
                "look at it again and repeat your change."
            )
        return current

    def _check_code(self, draft: Draft, ref: str = "") -> None:
        """Refuse the code of another framework item, which people could not tell from it."""
        if not isinstance(draft, FrameworkItemDraft):
            return
        items = mapping.table_of(draft.KIND)
        for number, code in self.session.execute(sa.select(items.c.id, items.c.code)):
            other = draft.KIND.ref(number)
            if other != ref and folded(code) == folded(draft.code):
                said = f"{other} has the code “{code}” already; choose another."
                raise InvalidError({"code": said})

    def _bump(self, ref: str, version: int, values: dict[str, Any]) -> None:
        target = read_ref(ref)
        assert target is not None
        table = mapping.table_of(target[0])
        self.session.execute(
            sa.update(table)
            .where(table.c.id == target[1], table.c.version == version)
            .values(version=version + 1, **values)
        )

    def _log(self, verb: str, ref: str, before: Plain | None, after: Plain | None) -> None:
        entry: Plain = {
            "seq": self._head.seq + 1,
            "at": self.at,
            "who": self.who,
            "group_id": self._group,
            "summary": self._summary,
            "verb": verb,
            "ref": ref,
            "before": before,
            "after": after,
        }
        previous = self._head.hash
        self._head = Head(entry["seq"], chained(previous, entry))
        row = entry | {"previous": previous, "hash": self._head.hash}
        self.session.execute(sa.insert(_LOG).values(row))
        self.count += 1
        self.touched |= {ref, *belongs_to(before), *belongs_to(after)}


def belongs_to(side: Plain | None) -> Iterator[str]:
    """Yield the references of what a record belongs to, by what it says."""
    for name in ("subject", "objective"):
        if side and side.get(name):
            yield str(side[name])


def _number(ref: str) -> int:
    target = read_ref(ref)
    assert target is not None
    return target[1]

"""The one place that writes: each change is validated, versioned and chained into the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.errors import (
    ConflictError,
    EdiError,
    InvalidError,
    NotFoundError,
    WithdrawnError,
)
from edi_tui.domain.kinds import read_ref
from edi_tui.domain.plain import Plain, to_plain
from edi_tui.domain.records import Draft, FrameworkItemDraft
from edi_tui.domain.text import folded, stored
from edi_tui.domain.validation import validate
from edi_tui.store import mapping
from edi_tui.store.chain import Head, chained, hashed, head_of
from edi_tui.store.models import Change

_LOG = mapping.core(Change)


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it stands in the register."""

    ref: str
    draft: Draft
    version: int
    withdrawn_at: str | None
    withdrawn_reason: str


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

    def __init__(
        self,
        session: Session,
        *,
        who: str,
        at: str,
        group: str,
        summary: str,
        undoes: str | None = None,
    ) -> None:
        """Begin a group in a transaction that holds the write lock.

        Args:
            session: A writing session.
            who: The person whose change it is.
            at: The instant, UTC, ISO.
            group: An identifier that no other group has.
            summary: What is being done, for people: `update OBJ-004`.
            undoes: The group that it takes back, if it takes one back.
        """
        self.session = session
        self.at = at
        self.count = 0
        self.summary = stored(summary)
        """What is being done; what is only known later may be said before the first change."""
        self.who, self.group = stored(who), group
        self._undoes = undoes
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

    def edit(self, ref: str, draft: Draft, *, version: int, as_from: date | None = None) -> bool:
        """Replace what a record says; False where it says that already.

        Args:
            ref: The record.
            draft: What it shall say.
            version: The version that was looked at.
            as_from: The first day on which it counts, where that is not today.

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
        self._log("edit", ref, to_plain(before.draft), to_plain(draft), as_from)
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
        self._log("withdraw", ref, to_plain(before.draft), side_of(before.draft, reason))

    def restore(self, ref: str, *, version: int) -> None:
        """Bring a withdrawn record back into the lists.

        Raises:
            ConflictError: The record is no longer at this version.
            EdiError: It was not withdrawn.
        """
        before = load(self.session, ref)
        if not before.withdrawn_at:
            raise EdiError(f"{ref} was not withdrawn, so there is nothing to bring back.")
        _refuse_changed(before, version)
        self.put_back(before, before.draft, "", verb="restore")

    def put_back(self, before: Stored, draft: Draft, withdrawn: str, *, verb: str) -> None:
        """Make a record say again what it said, which was valid when it was stored first.

        Args:
            before: The record as it stands.
            draft: What it shall say.
            withdrawn: Why it shall be withdrawn; empty where it shall stand.
            verb: What is being done: `undo`, `redo` or `restore`.
        """
        if not withdrawn:
            self._check_code(draft, before.ref)
        kept = withdrawn == before.withdrawn_reason
        at = before.withdrawn_at if kept else self.at
        life = {"withdrawn_at": at if withdrawn else None, "withdrawn_reason": withdrawn}
        said = mapping.columns(draft) if draft != before.draft else {}
        self._bump(before.ref, before.version, said | life)
        if said:
            mapping.write_links(self.session, draft, _number(before.ref))
        sides = side_of(before.draft, before.withdrawn_reason), side_of(draft, withdrawn)
        self._log(verb, before.ref, *sides)

    def close(self, quarter: str, said: Plain) -> None:
        """Say in the change log that a quarter was closed, which no undo takes back."""
        self._log("close", quarter, None, said)

    def _current(self, ref: str, version: int) -> Stored:
        current = load(self.session, ref)
        if current.withdrawn_at:
            raise WithdrawnError(
                f"{ref} has been withdrawn ({current.withdrawn_reason}), so it was left as it is."
            )
        _refuse_changed(current, version)
        return current

    def _check_code(self, draft: Draft, ref: str = "") -> None:
        """Refuse the code of another framework item, which people could not tell from it."""
        if not isinstance(draft, FrameworkItemDraft):
            return
        items = mapping.table_of(draft.KIND)
        known = sa.select(items.c.id, items.c.code, items.c.withdrawn_at)
        for number, code, gone in self.session.execute(known):
            other = draft.KIND.ref(number)
            if other != ref and folded(code) == folded(draft.code):
                instead = "bring it back from the bin instead" if gone else "choose another"
                raise InvalidError({"code": f"{other} has the code “{code}” already; {instead}."})

    def _bump(self, ref: str, version: int, values: dict[str, Any]) -> None:
        target = read_ref(ref)
        assert target is not None
        table = mapping.table_of(target[0])
        self.session.execute(
            sa.update(table)
            .where(table.c.id == target[1], table.c.version == version)
            .values(version=version + 1, **values)
        )

    def _log(
        self,
        verb: str,
        ref: str,
        before: Plain | None,
        after: Plain | None,
        as_from: date | None = None,
    ) -> None:
        entry: Plain = {
            "seq": self._head.seq + 1,
            "at": self.at,
            "who": self.who,
            "group_id": self.group,
            "summary": self.summary,
            "verb": verb,
            "ref": ref,
            "before": before,
            "after": after,
            # Said once: each entry is asked for what took its group back.
            "undoes": None if self.count else self._undoes,
            "as_from": as_from,
        }
        previous = self._head.hash
        self._head = Head(entry["seq"], chained(previous, hashed(entry)))
        row = entry | {"previous": previous, "hash": self._head.hash}
        self.session.execute(sa.insert(_LOG), row)
        self.count += 1
        self.touched |= {ref, *belongs_to(before), *belongs_to(after)}


def belongs_to(side: Plain | None) -> Iterator[str]:
    """Yield the references of what a record belongs to, by what it says."""
    for name in ("subject", "objective"):
        if side and side.get(name):
            yield str(side[name])


def side_of(draft: Draft, withdrawn: str) -> Plain:
    """Return what a record says, as one side of a log entry."""
    return to_plain(draft) | ({"withdrawn_reason": withdrawn} if withdrawn else {})


def _refuse_changed(current: Stored, version: int) -> None:
    if current.version != version:
        raise ConflictError(
            f"{current.ref} was changed by someone else while you were editing. Nothing was "
            "stored; look at it again and repeat your change."
        )


def _number(ref: str) -> int:
    target = read_ref(ref)
    assert target is not None
    return target[1]

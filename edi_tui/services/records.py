"""Adding, changing and withdrawing any record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import Draft, UpdateDraft, WaiverDraft
from edi_tui.services.lookup import Lookup
from edi_tui.services.refusals import (
    refuse_lost_due,
    refuse_twice,
    refuse_unfounded,
    refuse_untrue,
)
from edi_tui.services.register import Register
from edi_tui.store.changes import Changes, Stored, load

__all__ = ["Saved", "Stored", "add", "add_in", "edit", "get", "withdraw"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a change."""

    ref: str
    changed: bool = True
    """False where the record said all of it already."""


def get(register: Register, words: str) -> Stored:
    """Return a record by its reference, or a framework item by its code.

    Raises:
        NotFoundError: There is no such record.
    """
    with register.reading() as session:
        if read_ref(words) is None:
            found = Lookup(session).find(Kind.FRAMEWORK_ITEM, words)
            if len(found) == 1:
                return load(session, Kind.FRAMEWORK_ITEM.ref(found.pop()))
        return load(session, words)


def add(register: Register, draft: Draft) -> Saved:
    """Store a new record.

    Raises:
        InvalidError: It breaks a rule of its fields, points at nothing, or says without a reason
            that something goes better than the facts do.
    """
    with register.writing(f"add {draft.KIND.label.lower()}") as changes:
        return Saved(added_in(changes, draft, Lookup(changes.session), register.today))


def add_in(changes: Changes, draft: Draft) -> str:
    """Store a new record as part of a larger intent and return its reference."""
    return changes.add(Lookup(changes.session).settled(draft))


def added_in(changes: Changes, draft: Draft, lookup: Lookup, today: date) -> str:
    """Store what a person says as part of a larger intent and return its reference.

    Raises:
        InvalidError: As `add` does.
    """
    refuse_untrue(draft, today)
    ref = changes.add(lookup.settled(draft))
    kept = load(changes.session, ref).draft
    if isinstance(kept, UpdateDraft):
        refuse_unfounded(changes.session, kept)
    if isinstance(kept, WaiverDraft):
        refuse_twice(changes.session, kept)
    return ref


def edit(register: Register, ref: str, draft: Draft, *, version: int) -> Saved:
    """Replace what a record says.

    Args:
        register: The register.
        ref: The record.
        draft: What it shall say.
        version: The version that was looked at.

    Raises:
        ConflictError: Someone else changed it since.
        InvalidError: The draft breaks a rule of its fields, points at nothing, takes the due date
            from an agreed objective, or says without a reason that something goes better than the
            facts do.
    """
    seen = Stored(ref, draft, version, None, "")
    with register.writing(f"edit {ref}") as changes:
        return Saved(ref, edited_in(changes, seen, Lookup(changes.session), register.today))


def edited_in(changes: Changes, wanted: Stored, lookup: Lookup, today: date) -> bool:
    """Replace what a record says as part of a larger intent; False where it says that already.

    Args:
        changes: The writer.
        wanted: What the record shall say, at the version that was looked at.
        lookup: The names of the register.
        today: The day after which nothing has happened yet.

    Raises:
        ConflictError: Someone else changed it since.
        InvalidError: As `edit` does.
    """
    refuse_untrue(wanted.draft, today)
    before = load(changes.session, wanted.ref).draft
    refuse_lost_due(before, wanted.draft)
    settled = lookup.settled(wanted.draft, before=before)
    changed = changes.edit(wanted.ref, settled, version=wanted.version)
    if changed:
        refuse_unfounded(changes.session, settled)
    return changed


def withdraw(register: Register, ref: str, reason: str, *, version: int) -> Saved:
    """Take a record out of every list, for a reason; it stays in the register.

    Raises:
        ConflictError: Someone else changed it since.
        EdiError: It is the organisation, without which there is no register.
        InvalidError: No reason is given.
    """
    target = read_ref(ref)
    if target and target[0] is Kind.ORGANISATION:
        raise EdiError(
            f"{ref} is the organisation whose register this is, so it cannot be withdrawn. "
            "Change what is said of it with edit."
        )
    with register.writing(f"withdraw {ref}") as changes:
        changes.withdraw(ref, reason, version=version)
    return Saved(ref)

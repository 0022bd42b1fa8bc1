"""The bin: what was withdrawn, and bringing it back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import DRAFTS, WaiverDraft
from edi_tui.domain.titles import title_of
from edi_tui.services import records
from edi_tui.services.lookup import Lookup
from edi_tui.services.records import Saved
from edi_tui.services.refusals import refuse_twice
from edi_tui.services.register import Register
from edi_tui.services.standing import refuse_dangling
from edi_tui.store.changes import load
from edi_tui.store.queries.withdrawn import withdrawn

BINNED = tuple(kind for kind in DRAFTS if kind is not Kind.ORGANISATION)
"""The kinds of record that can be withdrawn."""


@dataclass(frozen=True, slots=True)
class Binned:
    """A withdrawn record."""

    ref: str
    kind: Kind
    title: str
    reason: str
    at: str
    """The instant, UTC, ISO."""
    who: str
    version: int


def binned(register: Register, kinds: Collection[Kind] = BINNED) -> list[Binned]:
    """Return the withdrawn records, the last withdrawn first."""
    with register.reading() as session:
        return [
            Binned(
                ref=gone.stored.ref,
                kind=gone.stored.draft.KIND,
                title=title_of(gone.stored.draft),
                reason=gone.stored.withdrawn_reason,
                at=gone.stored.withdrawn_at or "",
                who=gone.who,
                version=gone.stored.version,
            )
            for gone in withdrawn(session, kinds)
        ]


def restore(register: Register, ref: str, *, version: int | None = None) -> Saved:
    """Bring a withdrawn record back into the lists, as it was.

    Args:
        register: The register.
        ref: The record.
        version: The version that was looked at; the newest without it.

    Raises:
        ConflictError: Someone else changed it since.
        EdiError: It was not withdrawn.
        InvalidError: Another record has its code, or sets the same rule aside, by now.
        WithdrawnError: It points at something that was withdrawn too.
    """
    stored = records.get(register, ref)
    if not stored.withdrawn_at:
        raise EdiError(f"{stored.ref} was not withdrawn, so there is nothing to bring back.")
    with register.writing(f"restore {stored.ref}") as changes:
        looked_at = stored.version if version is None else version
        changes.restore(stored.ref, version=looked_at)
        session = changes.session
        draft = load(session, stored.ref).draft
        refuse_dangling(Lookup(session), stored.ref, draft)
        if isinstance(draft, WaiverDraft):
            refuse_twice(session, draft)
    return Saved(stored.ref)

"""Refusals that keep standing records from pointing at what does not stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from edi_tui.domain.errors import EdiError, WithdrawnError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.records import Draft, fields_of
from edi_tui.services.lookup import Lookup
from edi_tui.store.queries.pointers import pointing_at

if TYPE_CHECKING:
    from sqlmodel import Session


def refuse_dangling(lookup: Lookup, ref: str, draft: Draft, before: Draft | None = None) -> None:
    """Refuse what a record says again where that points at something withdrawn since.

    Args:
        lookup: The names of the transaction in which it was stored, which ends with the refusal.
        ref: The record.
        draft: What it says now.
        before: What it said until now, where it stood then; what stays may point anywhere.

    Raises:
        WithdrawnError: It points at a record that no longer stands.
    """
    for field, word in _pointed(draft, before):
        if not any(lookup.find(kind, word) for kind in field.to):
            raise WithdrawnError(
                f"{ref} points at {word} ({field.label.lower()}), which no longer stands. Bring "
                f"{word} back first; nothing was changed."
            )


def _pointed(draft: Draft, before: Draft | None) -> Iterator[tuple[Field, str]]:
    for field in fields_of(type(draft)):
        value = getattr(draft, field.name)
        if before is not None and value == getattr(before, field.name):
            continue
        if field.kind is FieldKind.REFERENCE and value:
            yield field, value
        elif field.kind is FieldKind.REFERENCES:
            yield from ((field, word) for word in value)


def refuse_needed(session: Session, refs: Collection[str]) -> None:
    """Refuse to take back the adding of records that another one points at by now.

    Raises:
        EdiError: With the reference of the other one.
    """
    if needed := pointing_at(session, refs):
        source, ref = needed
        raise EdiError(
            f"{source} points at {ref} by now, so its adding was not undone. Change or withdraw "
            f"{source} first."
        )
